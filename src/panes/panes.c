/* Runs the window: the loop, its timers, the file watch, and what opens first. */
#include "touchbase/panes/panes.h"

#include <string.h>

#include "actions.h"
#include "arranging.h"
#include "call_sheet.h"
#include "collecting.h"
#include "keeping.h"
#include "look.h"
#include "message_sheet.h"
#include "notes_pane.h"
#include "ringing.h"
#include "sheets.h"
#include "syncing.h"
#include "touchbase/base/alarm.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/watch.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/zones.h"
#include "verbs.h"

enum { IDLE_SORT_MS = 5 * 60 * 1000, NO_WATCH_MS = 1000 };

/* When a save fails the words stay on screen until one works: the note is in memory
 * meanwhile. */
static void save_one(struct workspace *workspace, struct typing *typing, bool at_once)
{
    struct error err;

    if (typing != NULL &&
        !typing_save(typing, workspace->desk, at_once, clock_ticks_ms(), &err)) {
        workspace_error(workspace, &err);
        loop_repaint(workspace->loop);
    }
}

/* In the notes pane, and on every sheet: a greeting is typed over a call. */
static void save_typing(struct workspace *workspace, bool at_once)
{
    for (int i = 0; i < workspace->sheet_count; i++)
        save_one(workspace, workspace_typing(workspace->sheets[i]), at_once);
    save_one(workspace, notes_typing(workspace->panes[PANE_NOTES]), at_once);
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* When something typed must be on disk, -1 when all is. */
static int64_t typing_deadline(const struct workspace *workspace, int64_t now)
{
    int64_t next = typing_due(notes_typing(workspace->panes[PANE_NOTES]), now);

    for (int i = 0; i < workspace->sheet_count; i++) {
        struct typing *typing = workspace_typing(workspace->sheets[i]);

        if (typing != NULL)
            next = sooner(next, typing_due(typing, now));
    }
    return next;
}

/* The clock of a call, or of a rehearsal, shows every second. The moment is kept until it
 * was seen to: asked anew behind it, the clock would name the next one. */
static int64_t clock_deadline(struct workspace *workspace, int64_t now)
{
    const struct pane *top = workspace_top(workspace);
    int tick = top->ops == &call_sheet      ? call_tick_ms(top)
               : top->ops == &message_sheet ? message_tick_ms(top)
                                            : -1;

    if (tick < 0)
        return -1;
    if (workspace->tick_ms == 0)
        workspace->tick_ms = now + tick;
    return workspace->tick_ms;
}

/* The alarm of the next minute rings too when the clock is set and when the machine wakes
 * up. False: there is none. */
static bool set_alarm(struct workspace *workspace)
{
    int64_t utc = workspace->alarm < 0 ? -1 : desk_next_minute_utc(workspace->desk);

    if (utc >= 0 && utc != workspace->alarm_utc)
        alarm_set(workspace->alarm, utc);
    workspace->alarm_utc = utc;
    return utc >= 0;
}

static int timeout(void *context)
{
    struct workspace *workspace = context;
    int64_t now = clock_ticks_ms();
    int64_t minute = desk_next_minute_ms(workspace->desk);
    int64_t next =
        sooner(typing_deadline(workspace, now), clock_deadline(workspace, now));
    int reading = collecting_timeout(workspace);

    if (ringing_is_new(workspace->ringing) || !workspace->renewed ||
        workspace_top(workspace)->busy || workspace->day_seen)
        return 0;
    if (reading >= 0)
        next = sooner(next, now + reading);
    if (workspace->watch < 0)
        next = sooner(next, workspace->looked_ms + NO_WATCH_MS);
    if (!set_alarm(workspace) && minute >= 0)
        next = sooner(next, now + minute);
    if (!workspace->sorted_idle)
        next = sooner(next, workspace->key_ms + IDLE_SORT_MS);
    next = sooner(next, keeping_due(workspace));
    next = sooner(next, syncing_due(workspace));
    next = sooner(next, desk_deadline(workspace->desk));
    if (next < 0)
        return -1;
    return next <= now ? 0 : (int)(next - now);
}

/* On a disk that runs full there is room for what is typed; that it does is said once. */
static void keep_room(struct workspace *workspace)
{
    bool low = !desk_keep_room(workspace->desk);

    if (low && !workspace->room_is_low)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "less than 50 MB are free on the disk of this desk");
    workspace->room_is_low = low;
}

/* Late and today are words of the minute, and the order that is kept goes on with the
 * days; when that fails, the next minute tries again. Where nobody is at the desk when
 * the day ends the lists take the new day's order. */
static void minute_passed(struct workspace *workspace)
{
    struct wall before = zone_wall(desk_zone(workspace->desk), workspace->minute * 60);
    struct error ignored;

    if (desk_zone_follow(workspace->desk)) {
        workspace->renewed = false;
        notice_set(&workspace->notice, NOTICE_PLAIN, "the time zone is %s now",
                   zone_name(desk_zone(workspace->desk)));
    }
    if (workspace->counted && before.day != desk_today(workspace->desk))
        workspace->sorted_idle = false;
    (void)desk_keep_need(workspace->desk, &ignored);
    keep_room(workspace);
    workspace_changed(workspace);
}

static bool is_wanted(void *context)
{
    return loop_is_wanted(context);
}

/* What takes longer than a key may gives way to the next one. */
static void work(struct workspace *workspace)
{
    struct pane *top = workspace_top(workspace);
    struct error err;
    unsigned result = pane_work(top, is_wanted, workspace->loop, &err);

    if (result != 0)
        workspace_do(workspace, top, result, &err);
    workspace_load(workspace);
}

/* After the first paint, a slice a turn. */
static void renew(struct workspace *workspace)
{
    struct error err;
    bool more = false;

    if (!desk_zones_renew(workspace->desk, &more, &err))
        workspace_error(workspace, &err);
    workspace->renewed = !more;
    if (workspace->renewed)
        keep_room(workspace);
}

/* Another process wrote the desk, or put another file in its place: rows in sight are
 * read again. */
static void look_elsewhere(struct workspace *workspace)
{
    uint64_t generation = desk_generation(workspace->desk);
    int64_t rows = 0;
    struct error err;
    bool changed = false, read_only = desk_read_only(workspace->desk);

    workspace->looked_ms = clock_ticks_ms();
    if (!desk_refresh(workspace->desk, &changed, &err)) {
        if (!read_only)
            workspace_error(workspace, &err);
        loop_repaint(workspace->loop);
    } else if (changed && !desk_changed_rows(workspace->desk, &rows, &err)) {
        workspace_error(workspace, &err);
    }
    workspace->shared.elsewhere += rows;
    if (generation == desk_generation(workspace->desk) && !changed)
        return;
    workspace_changed(workspace);
    loop_repaint(workspace->loop);
}

static void due(void *context)
{
    struct workspace *workspace = context;
    int64_t now = clock_ticks_ms();

    workspace->tick_ms = 0;
    save_typing(workspace, false);
    verb_today_keep(workspace);
    collecting_go_on(workspace);
    keeping_go_on(workspace);
    syncing_go_on(workspace);
    desk_idle(workspace->desk, now);
    ringing_tick(workspace);
    if (workspace_top(workspace)->busy)
        work(workspace);
    if (!workspace->renewed)
        renew(workspace);
    /* Where no file watch tells of the others, or not of all (a network folder). */
    if (workspace->watch < 0 || desk_now(workspace->desk) / 60 != workspace->minute)
        look_elsewhere(workspace);
    if (desk_now(workspace->desk) / 60 != workspace->minute)
        minute_passed(workspace);
    if (!workspace->sorted_idle && now >= workspace->key_ms + IDLE_SORT_MS) {
        workspace->sorted_idle = true;
        workspace_settle(workspace);
    }
    loop_repaint(workspace->loop);
}

/* Of a script. Idle minutes go by like others. */
static void pass(void *context, int64_t seconds)
{
    struct workspace *workspace = context;

    desk_pass(workspace->desk, seconds);
    workspace->key_ms -= seconds * 1000;
    if (workspace_top(workspace)->ops == &call_sheet)
        call_pass(workspace_top(workspace), seconds);
    if (workspace_top(workspace)->ops == &message_sheet)
        message_pass(workspace_top(workspace), seconds);
    due(workspace);
}

static void save(void *context)
{
    save_typing(context, true);
    arranging_keep(context);
}

static void resized(void *context, int rows, int columns)
{
    workspace_place(context, rows, columns);
}

static void desk_touched(void *context, short events)
{
    struct workspace *workspace = context;

    (void)events;
    watch_drain(workspace->watch);
    look_elsewhere(workspace);
}

static void alarm_rang(void *context, short events)
{
    struct workspace *workspace = context;

    (void)events;
    alarm_drain(workspace->alarm);
    workspace->alarm_utc = 0;
    due(workspace);
}

/* What may wake the window besides keys. */
static void listen(struct workspace *workspace)
{
    int64_t none;
    struct error err;

    workspace->watch = watch_open(desk_folder(workspace->desk));
    if (workspace->watch >= 0)
        loop_watch(workspace->loop, workspace->watch, POLLIN, desk_touched, workspace);
    workspace->alarm = alarm_open();
    if (workspace->alarm >= 0)
        loop_watch(workspace->loop, workspace->alarm, POLLIN, alarm_rang, workspace);
    /* From here on changes of others are counted. */
    if (!desk_changed_rows(workspace->desk, &none, &err))
        workspace_error(workspace, &err);
}

static void say_first(struct workspace *workspace)
{
    const char *words = desk_notice(workspace->desk);

    look_first(workspace);
    if (words == NULL && workspace->notice.kind == NOTICE_NONE)
        words = screen_notice(workspace->screen);
    if (words != NULL)
        notice_set(&workspace->notice, NOTICE_WARNING, "%s", words);
}

/* The first reply nobody has looked at yet. */
static void open_unconfirmed(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    struct absence *absences;
    struct error err;
    size_t count;

    if (!desk_to_confirm(workspace->desk, 0, 100, arena, &absences, &count, &err))
        workspace_error(workspace, &err);
    else
        for (size_t i = 0; i < count; i++) {
            struct take_in_setup setup = {.absence_id = absences[i].id};

            if (absences[i].state != ABSENCE_PROPOSED)
                continue;
            workspace_open(workspace, SHEET_TAKE_IN, &setup);
            break;
        }
    arena_destroy(arena);
}

static void open_first(struct workspace *workspace, const struct panes_options *options)
{
    say_first(workspace);
    verb_offer_draft(workspace);
    if (options->take_in_path != NULL)
        verb_take_in_path(workspace, options->take_in_path, options->bytes,
                          options->length);
    else if (options->only_confirm)
        workspace_open(workspace, SHEET_CONFIRM, NULL);
    else if (options->to_confirm)
        open_unconfirmed(workspace);
    else if (!notes_editing(workspace->panes[PANE_NOTES]))
        verb_today_first(workspace);
}

static int run(struct workspace *workspace, const struct panes_options *options,
               struct error *err)
{
    const struct loop_program program = {.context = workspace,
                                         .draw = workspace_draw,
                                         .key = workspace_key,
                                         .resized = resized,
                                         .timeout = timeout,
                                         .due = due,
                                         .pass = pass,
                                         .save = save};
    enum loop_result result;

    workspace->loop = loop_create(workspace->screen, &program);
    listen(workspace);
    open_first(workspace, options);
    workspace->ringing = ringing_open(workspace);
    workspace->only_take_in = options->take_in_path != NULL || options->only_confirm;
    result = LOOP_FAILED;
    if (workspace->only_take_in && workspace->sheet_count == 0)
        error_set(err, ERROR_FAILED, "%s", buffer_string(&workspace->notice.text));
    else
        result = loop_run(workspace->loop, err);
    save_typing(workspace, true);
    arranging_keep(workspace);
    verb_today_keep(workspace);
    collecting_stop(workspace);
    if (options->said != NULL)
        buffer_add_string(options->said, buffer_string(&workspace->notice.text));
    watch_close(workspace->watch);
    alarm_close(workspace->alarm);
    loop_destroy(workspace->loop);
    return (int)result;
}

int panes_run(struct desk *desk, struct screen *screen,
              const struct panes_options *options, struct error *err)
{
    struct workspace workspace;
    int status = 1;

    if (workspace_init(&workspace, desk, screen, err))
        status = run(&workspace, options, err);
    workspace_free(&workspace);
    return status;
}
