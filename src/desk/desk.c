#include "touchbase/desk/desk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk_private.h"
#include "touchbase/base/file.h"
#include "touchbase/base/place.h"
#include "touchbase/desk/series.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/settings.h"
#include "touchbase/store/sync.h"
#include "touchbase/store/touches.h"
#include "touchbase/store/waiting.h"

static const char *demo_path(struct desk *desk, struct error *err)
{
    const char *base = getenv("TMPDIR");
    char *folder;

    folder = arena_format(desk->arena, "%s/touchbase-demo-XXXXXX",
                          base != NULL && base[0] == '/' ? base : "/tmp");
    if (mkdtemp(folder) == NULL) {
        error_set(err, ERROR_FAILED, "cannot make a folder for the sample desk in %s",
                  file_folder(desk->arena, folder));
        return NULL;
    }
    desk->demo_folder = folder;
    return file_join(desk->arena, folder, "desk.db");
}

static const char *usual_path(struct desk *desk, const char *path, struct error *err)
{
    const char *folder;

    if (path != NULL)
        return path;
    folder = file_home(desk->arena, FILE_DATA, err);
    return folder == NULL ? NULL : file_join(desk->arena, folder, "desk.db");
}

/* Said once for a place: who keeps a desk there has read it. */
static void warn_of_place(struct desk *desk)
{
    const char *risk = place_risk(store_folder(desk->store)), *said;
    struct error ignored;

    if (risk == NULL ||
        !setting_get(desk->store, "place-warned", desk->arena, &said, &ignored) ||
        (said != NULL && strcmp(said, risk) == 0))
        return;
    desk->notice =
        arena_format(desk->arena,
                     "The desk lies on %s: written from two machines at once it can be "
                     "damaged. Keep it "
                     "on this machine, and put copies there: touchbase backup FILE",
                     risk);
    setting_set(desk->store, "place-warned", risk, &ignored);
}

static bool find_notice(struct desk *desk, struct error *err)
{
    struct step *steps;
    size_t count = 0;

    if (desk->mode != DESK_LOOK && store_read_only(desk->store) != NULL) {
        desk->notice = arena_string(desk->arena, store_read_only(desk->store));
        return true;
    }
    if (!store_steps_unfinished(desk->store, desk->arena, &steps, &count, err))
        return false;
    if (count == 0 && desk->notice == NULL && desk->mode == DESK_WINDOW)
        warn_of_place(desk);
    if (count > 0)
        desk->notice = arena_format(desk->arena,
                                    "%s was cut short: \"touchbase undo\" takes it back, "
                                    "\"touchbase undo --keep\" keeps what it brought",
                                    steps[0].label);
    return true;
}

static bool open_store(struct desk *desk, const struct desk_options *options,
                       struct error *err)
{
    const char *path =
        options->demo ? demo_path(desk, err) : usual_path(desk, options->path, err);
    enum store_mode mode = STORE_CREATE;

    if (path == NULL)
        return false;
    if (options->mode == DESK_LOOK && !options->demo)
        mode = STORE_READ;
    desk->store = store_open(path, mode, err);
    if (desk->store == NULL)
        return false;
    store_set_today(desk->store, desk_today(desk));
    if (options->demo && !desk_demo_fill(desk, err))
        return false;
    return find_notice(desk, err);
}

/* A desk without them is better than none. */
static void follow_settings(struct desk *desk)
{
    struct error err;

    if (!desk_follow_floors(desk, &err) && desk->notice == NULL)
        desk->notice =
            arena_format(desk->arena, "%s; floors by tag are those of before", err.text);
    if (!desk_follow_holidays(desk, &err) && desk->notice == NULL)
        desk->notice =
            arena_format(desk->arena, "%s; its days off are not counted", err.text);
}

struct desk *desk_open(const struct desk_options *options, struct error *err)
{
    struct arena *arena = arena_create();
    struct desk *desk = arena_alloc(arena, sizeof *desk);

    desk->arena = arena;
    desk->mode = options->mode;
    desk->window = options->mode == DESK_WINDOW ? (int64_t)getpid() : 0;
    desk->worker = worker_create();
    if (!clock_open(&desk->clock, options->now, err) || !desk_read_settings(desk, err) ||
        !open_store(desk, options, err)) {
        desk_close(desk);
        return NULL;
    }
    follow_settings(desk);
    return desk;
}

struct desk *desk_open_beside(const struct desk *desk, struct error *err)
{
    struct store *store = store_open(store_path(desk->store), STORE_WRITE, err);
    struct arena *arena;
    struct desk *beside;

    if (store == NULL)
        return NULL;
    arena = arena_create();
    beside = arena_alloc(arena, sizeof *beside);
    *beside = *desk;
    beside->arena = arena;
    beside->store = store;
    beside->worker = worker_create_like(desk->worker);
    beside->reader = NULL;
    beside->demo_folder = beside->notice = NULL;
    store_set_today(store, desk_today(desk));
    return beside;
}

void desk_close_beside(struct desk *beside)
{
    if (beside == NULL)
        return;
    worker_destroy(beside->worker);
    store_close(beside->store);
    arena_destroy(beside->arena);
}

static void remove_demo(const char *folder)
{
    static const char *const names[] = {"desk.db", "desk.db-journal", "desk.db-reserve"};
    struct arena *arena = arena_create();

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(file_join(arena, folder, names[i]));
    rmdir(folder);
    arena_destroy(arena);
}

void desk_close(struct desk *desk)
{
    if (desk == NULL)
        return;
    desk_series_tend(desk);
    worker_destroy(desk->worker);
    autoreply_close(desk->reader);
    store_close(desk->store);
    clock_close(&desk->clock);
    if (desk->demo_folder != NULL)
        remove_demo(desk->demo_folder);
    arena_destroy(desk->arena);
}

const char *desk_path(const struct desk *desk)
{
    return store_path(desk->store);
}

bool desk_keep_room(const struct desk *desk)
{
    return store_keep_room(desk->store);
}

const char *desk_folder(const struct desk *desk)
{
    return store_folder(desk->store);
}

const char *desk_notice(const struct desk *desk)
{
    return desk->notice;
}

bool desk_read_only(const struct desk *desk)
{
    return store_read_only(desk->store) != NULL;
}

int64_t desk_now(const struct desk *desk)
{
    return clock_now(&desk->clock);
}

struct wall desk_wall(const struct desk *desk)
{
    return clock_wall(&desk->clock);
}

day_number desk_today(const struct desk *desk)
{
    return clock_today(&desk->clock);
}

const struct zone *desk_zone(const struct desk *desk)
{
    return desk->clock.zone;
}

void desk_pass(struct desk *desk, int64_t seconds)
{
    clock_pass(&desk->clock, seconds);
}

int64_t desk_next_minute_ms(const struct desk *desk)
{
    if (desk->clock.fixed && !desk->clock.running)
        return -1;
    return (60 - desk_now(desk) % 60) * 1000;
}

int64_t desk_next_minute_utc(const struct desk *desk)
{
    if (desk->clock.fixed || desk->clock.passed != 0)
        return -1;
    return (desk_now(desk) / 60 + 1) * 60;
}

int64_t desk_deadline(const struct desk *desk)
{
    return worker_deadline(desk->worker);
}

void desk_idle(struct desk *desk, int64_t now_ms)
{
    worker_idle(desk->worker, now_ms);
}

uint64_t desk_generation(const struct desk *desk)
{
    uint64_t sum = desk->replaced;

    /* Drafts are saved at every pause in typing and change nothing that is shown. */
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        if (kind != RECORD_DRAFT && kind != RECORD_SETTING)
            sum += store_generation(desk->store, (enum record_kind)kind);
    }
    return sum;
}

bool desk_look_begin(struct desk *desk)
{
    return store_look_begin(desk->store);
}

void desk_look_end(struct desk *desk)
{
    store_look_end(desk->store);
}

static int64_t midnight_utc(const struct desk *desk, day_number day)
{
    int64_t utc;

    zone_utc(desk->clock.zone, (struct wall){day, MINUTE_NONE}, &utc);
    return utc;
}

/* What is all day stands at midnight, so today's are neither late nor behind the present
 * before tomorrow. One timed at midnight sharp counts as all day. */
static bool count_touches(struct desk *desk, struct desk_counts *out, struct error *err)
{
    enum { MINUTE = 60 };
    day_number today = desk_today(desk);
    int64_t now = desk_now(desk);
    int64_t morning = midnight_utc(desk, today);
    int64_t past, all_day, timed;
    int64_t from = now > morning ? now : morning + 1;
    int64_t grace = (int64_t)desk->settings.plays.rules.promise_grace * MINUTE;

    if (!touches_count(desk->store, &out->pending, err) ||
        !touches_missed_count(desk->store, now - now % MINUTE - grace, morning,
                              MISSED_COUNTED, &out->missed, err) ||
        !touches_count_between(desk->store, INT64_MIN, from, &past, err) ||
        !touches_count_between(desk->store, morning, morning + 1, &all_day, err) ||
        !touches_count_between(desk->store, from, midnight_utc(desk, today + 1), &timed,
                               err))
        return false;
    out->late = past - all_day;
    out->today = timed + all_day;
    return true;
}

bool desk_count(struct desk *desk, struct desk_counts *out, struct error *err)
{
    struct contact_counts contacts;
    int64_t asked;

    *out = (struct desk_counts){0};
    store_set_today(desk->store, desk_today(desk)); /* a desk left open passes midnight */
    if (!contacts_count(desk->store, &contacts, err) ||
        !absences_count(desk->store, desk_today(desk), &out->away, &out->to_confirm,
                        err) ||
        !partings_count(desk->store, &asked, err) ||
        !waiting_count(desk->store, WAITING_COUNTED, &out->waiting,
                       &out->waiting_since_utc, err))
        return false;
    out->to_confirm += asked;
    out->in_play = contacts.in_play;
    out->at_rest = contacts.stages[STAGE_REST];
    out->others = contacts.all - out->in_play - out->at_rest;
    out->no_next_step = contacts.no_next;
    return count_touches(desk, out, err);
}

bool desk_step_begin(struct desk *desk, struct error *err, const char *format, ...)
{
    struct arena *arena = arena_create();
    struct step_info info = {.window = desk->window,
                             .origin = desk->window != 0 ? STEP_HAND : STEP_SHELL,
                             .now_utc = desk_now(desk)};
    va_list args;
    bool begun;

    va_start(args, format);
    info.label = arena_vformat(arena, format, args);
    va_end(args);
    begun = store_step_begin(desk->store, &info, err);
    arena_destroy(arena);
    return begun;
}

bool desk_step_end(struct desk *desk, bool done, struct error *err)
{
    struct error second;

    if (done)
        return store_step_commit(desk->store, NULL, err);
    store_step_cancel(desk->store, &second);
    return false;
}

void desk_set_due(const struct desk *desk, struct touch *touch, struct wall due)
{
    touch->due = due;
    touch->zone = due.minute == MINUTE_NONE ? NULL : zone_name(desk->clock.zone);
    zone_utc(desk->clock.zone, due, &touch->due_utc);
}
