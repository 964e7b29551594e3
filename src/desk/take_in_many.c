/* Many replies at once: a folder filed under To confirm, and all that waits there started
 * (rule 2). */
#include "take_in_private.h"
#include "touchbase/desk/agenda.h"

enum { PAGE = 100 };

/* One page of what waits, after an id; an arena of its own for each keeps memory flat. */
static bool count_page(struct desk *desk, int64_t *after, bool *more,
                       struct take_in_waiting *out, struct error *err)
{
    struct arena *arena = arena_create();
    struct absence *absences;
    size_t count = 0;
    bool done = desk_to_confirm(desk, *after, PAGE, arena, &absences, &count, err);

    for (size_t i = 0; done && i < count; i++) {
        *after = absences[i].id;
        if (absences[i].state != ABSENCE_PROPOSED)
            continue;
        if (absences[i].doubt != NULL) {
            out->doubtful++;
            continue;
        }
        out->all++;
        out->unsure += absence_unsure(&absences[i]) != UNSURE_NOTHING;
        if (absences[i].kind == READING_LEFT)
            out->left++;
        else
            out->reasons[absences[i].reason]++;
    }
    *more = done && count == PAGE;
    arena_destroy(arena);
    return done;
}

bool take_in_count_waiting(struct desk *desk, struct take_in_waiting *out,
                           struct error *err)
{
    int64_t after = 0;
    bool more = true;

    *out = (struct take_in_waiting){0};
    while (more) {
        if (!count_page(desk, &after, &more, out, err))
            return false;
    }
    return true;
}

static bool accept_one(struct desk *desk, int64_t absence_id, int64_t *started,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in take_in;
    struct take_in_result result = {0};
    bool done = take_in_absence(desk, absence_id, arena, &take_in, err) &&
                take_in_file_inside(desk, &take_in, TAKE_IN_ACCEPT, &result, err);

    *started += done && result.started;
    arena_destroy(arena);
    return done;
}

/* Accepting one may replace another that waits: each page is read when the one before it
 * is done with. */
static bool accept_page(struct desk *desk, int64_t *after, bool *more, int64_t *started,
                        struct error *err)
{
    struct arena *arena = arena_create();
    struct absence *absences, now;
    size_t count = 0;
    bool done = desk_to_confirm(desk, *after, PAGE, arena, &absences, &count, err);

    for (size_t i = 0; done && i < count; i++) {
        *after = absences[i].id;
        done = desk_absence_get(desk, absences[i].id, arena, &now, err);
        if (done && now.state == ABSENCE_PROPOSED && now.doubt == NULL)
            done = accept_one(desk, now.id, started, err);
    }
    *more = done && count == PAGE;
    arena_destroy(arena);
    return done;
}

bool take_in_accept_all(struct desk *desk, int64_t *started, struct error *err)
{
    int64_t after = 0;
    bool more = true, done = true;

    *started = 0;
    if (!desk_step_begin(desk, err, "all that waited under To confirm"))
        return false;
    while (done && more)
        done = accept_page(desk, &after, &more, started, err);
    return desk_step_end(desk, done, err);
}

static bool collect_one(struct take_in_reader *reader, struct take_in *item,
                        int64_t *waiting, struct error *err)
{
    struct take_in_result result;
    bool filed =
        item->collected
            ? take_in_file_collected(reader, item, false, &result, err)
            : take_in_file(reader->desk, item, TAKE_IN_PROPOSE, false, &result, err);

    *waiting += filed && result.filed && item->plan.verdict != PLAN_FILED;
    return filed;
}

bool take_in_collect(struct desk *desk, const char *path, int64_t *read, int64_t *bad,
                     int64_t *waiting, struct error *err)
{
    struct take_in_reader *reader =
        take_in_open(desk, DATE_ORDER_NONE, path, NULL, 0, err);
    struct arena *arena = arena_create();
    enum take_in_next next = reader == NULL ? TAKE_IN_FAILED : TAKE_IN_ITEM;

    *read = *bad = *waiting = 0;
    while (next == TAKE_IN_ITEM || next == TAKE_IN_BAD) {
        struct take_in item;

        arena_reset(arena);
        next = take_in_next(reader, arena, &item, err);
        *read += next == TAKE_IN_ITEM;
        *bad += next == TAKE_IN_BAD;
        if (next == TAKE_IN_ITEM && !collect_one(reader, &item, waiting, err))
            next = TAKE_IN_FAILED;
    }
    if (next == TAKE_IN_END && !take_in_finish(reader, err))
        next = TAKE_IN_FAILED;
    take_in_close(reader);
    arena_destroy(arena);
    return next == TAKE_IN_END;
}
