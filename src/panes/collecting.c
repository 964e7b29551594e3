#include "collecting.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "notes_pane.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"

enum {
    SLICE_MS = 25, /* a key waits no longer than that, and a commit */
    LOOK_MS =
        1000, /* a silent worker is looked after, and the line shown anew, so often */
};

struct collecting {
    struct take_in_reader *reader;
    char *name;          /* of the folder, as shown */
    struct arena *arena; /* of one message */
    int watched;         /* the descriptor the loop waits for, -1 none */
    int64_t look_ms;     /* when it is looked after though nothing came */
    int64_t read, bad;
    int64_t first_ms, first; /* when the first message came, and its number: what was
                                passed by before says nothing of the pace */
};

static void put_away(struct workspace *workspace)
{
    struct collecting *collecting = workspace->collecting;

    if (collecting->watched >= 0)
        loop_unwatch(workspace->loop, collecting->watched);
    take_in_close(collecting->reader);
    arena_destroy(collecting->arena);
    free(collecting->name);
    free(collecting);
    workspace->collecting = NULL;
}

/* ---- What is told ---- */

static const char *add_part(struct arena *arena, const char *words, int64_t count,
                            const char *what)
{
    if (count == 0)
        return words;
    return arena_format(arena, "%s%s%lld %s", words, *words != '\0' ? ", " : "",
                        (long long)count, what);
}

const char *waiting_words(struct arena *arena, const struct take_in_waiting *waiting)
{
    const char *words = "";

    for (int i = 0; i < REASON_COUNT; i++) {
        const char *name =
            i == REASON_NONE ? "without a reason" : reason_name((enum reason)i);

        words = add_part(arena, words, waiting->reasons[i], name);
    }
    words = add_part(arena, words, waiting->left, "left");
    if (waiting->unsure > 0)
        words = arena_format(arena, "%s (%lld open or a guess)", words,
                             (long long)waiting->unsure);
    if (waiting->doubtful > 0)
        words = arena_format(arena, "%s (%lld asked about one by one)", words,
                             (long long)waiting->doubtful);
    return words;
}

/* Enter leads there from a list of the desk; where it has another meaning gi does. */
static const char *way_there(struct workspace *workspace)
{
    const struct pane *top = workspace_top(workspace);

    if (top->ops == &confirm_sheet)
        return "A accepts all";
    workspace->offers_confirm = workspace_takes_offer(workspace);
    return workspace->offers_confirm ? "Enter shows them" : "gi shows them";
}

/* All that waits, as the list shows it: of what came in one may have replaced another. */
static void tell(struct workspace *workspace, const char *begin, const char *end,
                 enum notice_kind kind)
{
    struct collecting *collecting = workspace->collecting;
    struct take_in_waiting waiting;
    struct error err;
    int64_t waits;

    if (!take_in_count_waiting(workspace->desk, &waiting, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    waits = waiting.all + waiting.doubtful;
    if (waits == 0)
        notice_set(&workspace->notice, kind, "%s; nothing waits%s", begin, end);
    else
        notice_set(&workspace->notice, kind, "%s; %lld wait, %s: %s%s", begin,
                   (long long)waits, way_there(workspace),
                   waiting_words(collecting->arena, &waiting), end);
}

static void tell_end(struct workspace *workspace)
{
    struct collecting *collecting = workspace->collecting;
    const char *begin;

    arena_reset(collecting->arena);
    begin = arena_format(collecting->arena, "%lld read", (long long)collecting->read);
    if (collecting->bad > 0)
        begin = arena_format(collecting->arena, "%s, %lld could not be", begin,
                             (long long)collecting->bad);
    tell(workspace, begin, "", collecting->bad > 0 ? NOTICE_WARNING : NOTICE_PLAIN);
}

static void tell_stopped(struct workspace *workspace)
{
    struct collecting *collecting = workspace->collecting;
    struct take_in_progress progress = take_in_progress(collecting->reader);
    const char *begin;

    arena_reset(collecting->arena);
    begin = arena_format(collecting->arena, "stopped after %lld",
                         (long long)progress.position);
    if (progress.total > 0)
        begin = arena_format(collecting->arena, "%s of %lld", begin,
                             (long long)progress.total);
    tell(workspace, begin, "; what was filed stays, the same path goes on", NOTICE_PLAIN);
}

bool collecting_words(const struct workspace *workspace, struct buffer *out)
{
    const struct collecting *collecting = workspace->collecting;
    struct take_in_progress progress;
    char left[CLOCK_LEFT_SIZE];

    if (collecting == NULL)
        return false;
    progress = take_in_progress(collecting->reader);
    buffer_add_format(out, "reading %s: %lld", collecting->name,
                      (long long)progress.position);
    if (progress.total < 0)
        return true;
    buffer_add_format(out, " of %lld", (long long)progress.total);
    clock_left(progress.position - collecting->first, progress.total - collecting->first,
               clock_ticks_ms() - collecting->first_ms, left);
    if (collecting->first_ms > 0 && left[0] != '\0')
        buffer_add_format(out, ", %s left", left);
    return true;
}

/* ---- Reading ---- */

/* A folder's message is part of the step; what is no folder's after all is one of its
 * own. */
static bool file(struct workspace *workspace, struct take_in *item, struct error *err)
{
    struct collecting *collecting = workspace->collecting;
    struct take_in_result result;

    if (item->collected)
        return take_in_file_collected(collecting->reader, item, false, &result, err);
    return take_in_file(workspace->desk, item, TAKE_IN_PROPOSE, false, &result, err);
}

static enum take_in_next take_one(struct workspace *workspace, struct error *err)
{
    struct collecting *collecting = workspace->collecting;
    struct take_in item;
    enum take_in_next next;

    arena_reset(collecting->arena);
    next = take_in_next(collecting->reader, collecting->arena, &item, err);
    collecting->bad += next == TAKE_IN_BAD;
    if (next != TAKE_IN_ITEM)
        return next;
    collecting->read++;
    if (collecting->first_ms == 0) {
        collecting->first_ms = clock_ticks_ms();
        collecting->first = take_in_progress(collecting->reader).position;
    }
    return file(workspace, &item, err) ? next : TAKE_IN_FAILED;
}

/* The panes see what came in, at the end without waiting for the file watch. */
static void look_again(struct workspace *workspace)
{
    struct error err;
    bool changed;

    if (!desk_refresh(workspace->desk, &changed, &err))
        workspace_error(workspace, &err);
    workspace_changed(workspace);
    loop_repaint(workspace->loop);
}

static void end(struct workspace *workspace, enum take_in_next next, struct error *err)
{
    if (next == TAKE_IN_END && !take_in_finish(workspace->collecting->reader, err))
        next = TAKE_IN_FAILED;
    if (next == TAKE_IN_FAILED)
        workspace_error(workspace, err);
    else
        tell_end(workspace);
    put_away(workspace);
    look_again(workspace);
}

void collecting_go_on(struct workspace *workspace)
{
    struct collecting *collecting = workspace->collecting;
    int64_t until = clock_ticks_ms() + SLICE_MS;
    enum take_in_next next = TAKE_IN_ITEM;
    struct error err;

    if (collecting == NULL)
        return;
    collecting->look_ms = clock_ticks_ms() + LOOK_MS;
    while ((next == TAKE_IN_ITEM || next == TAKE_IN_BAD) && clock_ticks_ms() < until &&
           take_in_ready(collecting->reader))
        next = take_one(workspace, &err);
    if (next != TAKE_IN_END && next != TAKE_IN_FAILED &&
        !take_in_pause(collecting->reader, &err))
        next = TAKE_IN_FAILED;
    if (next == TAKE_IN_END || next == TAKE_IN_FAILED)
        end(workspace, next, &err);
}

static void woken(void *context, short events)
{
    (void)context;
    (void)events;
}

/* The worker may have been started anew since, with another descriptor. */
static void watch_worker(struct workspace *workspace)
{
    struct collecting *collecting = workspace->collecting;
    int fd = take_in_fd(collecting->reader);

    if (fd == collecting->watched)
        return;
    if (collecting->watched >= 0)
        loop_unwatch(workspace->loop, collecting->watched);
    collecting->watched =
        fd >= 0 && loop_watch(workspace->loop, fd, POLLIN, woken, workspace) ? fd : -1;
}

int collecting_timeout(struct workspace *workspace)
{
    int64_t left;

    if (workspace->collecting == NULL)
        return -1;
    if (take_in_ready(workspace->collecting->reader))
        return 0;
    watch_worker(workspace);
    left = workspace->collecting->look_ms - clock_ticks_ms();
    return left > 0 ? (int)left : 0;
}

/* ---- Beginning and ending ---- */

static bool is_script(const struct workspace *workspace)
{
    struct pollfd fds[SCREEN_POLL_MAX];

    return screen_poll(workspace->screen, fds) == 0;
}

static void read_at_once(struct workspace *workspace)
{
    enum take_in_next next = TAKE_IN_ITEM;
    struct error err;

    while (next == TAKE_IN_ITEM || next == TAKE_IN_BAD)
        next = take_one(workspace, &err);
    end(workspace, next, &err);
}

void collecting_begin(struct workspace *workspace, const char *path)
{
    const struct take_in_source source = {.path = path, .count = true, .apart = true};
    struct take_in_reader *reader;
    struct collecting *collecting;
    size_t length = strlen(path);
    struct arena *arena;
    struct error err;

    if (workspace->collecting != NULL) {
        notice_set(&workspace->notice, NOTICE_WARNING, "%s is being read; %s",
                   workspace->collecting->name,
                   workspace_hint(workspace, "{cancel} ends that first"));
        return;
    }
    reader = take_in_open_source(workspace->desk, &source, &err);
    if (reader == NULL) {
        workspace_error(workspace, &err);
        return;
    }
    arena = arena_create();
    while (length > 1 && path[length - 1] == '/')
        length--;
    collecting = memory_alloc(sizeof *collecting);
    *collecting = (struct collecting){
        .reader = reader,
        .name = memory_string(file_base_name(arena_copy(arena, path, length))),
        .arena = arena,
        .watched = -1};
    workspace->collecting = collecting;
    if (is_script(workspace))
        read_at_once(workspace);
}

void collecting_stop(struct workspace *workspace)
{
    struct error err;

    if (workspace->collecting == NULL)
        return;
    if (take_in_finish(workspace->collecting->reader, &err))
        tell_stopped(workspace);
    else
        workspace_error(workspace, &err);
    put_away(workspace);
    look_again(workspace);
}
