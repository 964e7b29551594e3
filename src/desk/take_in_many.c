/* Many replies at once: all that waits under To confirm counted, and started (rule 2). */
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
