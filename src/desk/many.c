#include "touchbase/desk/many.h"

#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "many_change.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"

enum { JOURNAL_PART = 512 * 1024 }; /* bytes written at once (store_step_size) */

static void take_touch(struct many *out, const struct touch *touch)
{
    out->touches[out->touch_count++] = touch->id;
    out->channels |= 1u << touch->channel;
    if (touch->promise)
        out->promised++;
}

/* False and no error: it is not on the desk any more. */
static bool found(bool done, const struct error *err, bool *failed)
{
    *failed = !done && err->code != ERROR_NOT_FOUND;
    return done;
}

static bool look_at_touch(struct desk *desk, int64_t id, struct arena *aside,
                          struct many *out, struct error *err)
{
    struct touch touch;
    bool failed;

    if (!found(desk_load_touch(desk, id, aside, &touch, err), err, &failed)) {
        out->without++;
        return !failed;
    }
    out->people[out->person_count++] = touch.contact_id;
    if (touch.outcome == OUTCOME_NONE)
        take_touch(out, &touch);
    else
        out->without++;
    return true;
}

static bool look_at_person(struct desk *desk, int64_t id, struct arena *aside,
                           struct many *out, struct error *err)
{
    struct contact contact;
    struct touch touch;
    bool failed;

    if (!found(desk_load_contact(desk, id, aside, &contact, err), err, &failed)) {
        out->without++;
        return !failed;
    }
    out->people[out->person_count++] = id;
    if (contact.next_touch == 0) {
        out->without++;
        return true;
    }
    if (!desk_load_touch(desk, contact.next_touch, aside, &touch, err))
        return false;
    take_touch(out, &touch);
    return true;
}

static bool look_at_absence(struct desk *desk, int64_t id, struct arena *aside,
                            struct many *out, struct error *err)
{
    struct absence absence;
    bool failed;

    out->without++;
    if (!found(desk_absence_get(desk, id, aside, &absence, err), err, &failed))
        return !failed;
    if (absence.contact_id != 0)
        out->people[out->person_count++] = absence.contact_id;
    return true;
}

static int compare_ids(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

    return left < right ? -1 : left > right;
}

static void sort_people(struct many *many)
{
    size_t kept = 0;

    if (many->person_count > 0)
        qsort(many->people, many->person_count, sizeof *many->people, compare_ids);
    for (size_t i = 0; i < many->person_count; i++) {
        if (kept == 0 || many->people[kept - 1] != many->people[i])
            many->people[kept++] = many->people[i];
    }
    many->person_count = kept;
}

bool desk_many_gather(struct desk *desk, enum many_of of, const int64_t *ids,
                      size_t count, struct arena *arena, struct many *out,
                      struct error *err)
{
    struct arena *aside = arena_create();
    bool good = true;

    *out = (struct many){.touches = arena_array(arena, count, sizeof *out->touches),
                         .people = arena_array(arena, count, sizeof *out->people)};
    for (size_t i = 0; i < count && good; i++) {
        good = of == MANY_TOUCHES  ? look_at_touch(desk, ids[i], aside, out, err)
               : of == MANY_PEOPLE ? look_at_person(desk, ids[i], aside, out, err)
                                   : look_at_absence(desk, ids[i], aside, out, err);
        arena_reset(aside);
    }
    sort_people(out);
    arena_destroy(aside);
    return good;
}

bool many_change_all(struct desk *desk, const int64_t *ids, size_t count,
                     struct many_change *change, struct error *err)
{
    struct arena *arena = arena_create();
    bool good = true;

    for (size_t i = 0; i < count && good; i++) {
        good = change->one(desk, ids[i], change, arena, err) &&
               (store_step_size(desk->store) < JOURNAL_PART ||
                store_step_flush(desk->store, err));
        arena_reset(arena);
    }
    arena_destroy(arena);
    return desk_step_end(desk, good, err);
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "es";
}

static bool change_touches(struct desk *desk, const struct many *many, const char *verb,
                           struct many_change *change, struct error *err)
{
    return desk_step_begin(desk, err, "%s of %zu touch%s", verb, many->touch_count,
                           plural(many->touch_count)) &&
           many_change_all(desk, many->touches, many->touch_count, change, err);
}

static bool move_one(struct desk *desk, int64_t id, struct many_change *change,
                     struct arena *arena, struct error *err)
{
    struct touch touch;
    struct wall due;

    if (!desk_load_pending(desk, id, arena, &touch, err) ||
        !desk_when(desk, touch.contact_id, change->when, &due, err))
        return false;
    if (due.minute == MINUTE_NONE)
        due.minute = touch.due.minute;
    return desk_touch_move_in(desk, &touch, due, arena, err);
}

bool desk_many_move(struct desk *desk, const struct many *many, const char *when,
                    struct error *err)
{
    struct many_change change = {.one = move_one, .when = when};

    return change_touches(desk, many, "move", &change, err);
}

static bool later_one(struct desk *desk, int64_t id, struct many_change *change,
                      struct arena *arena, struct error *err)
{
    struct touch touch;

    if (!desk_load_pending(desk, id, arena, &touch, err))
        return false;
    return desk_touch_move_in(desk, &touch, desk_later(desk, touch.due, change->days),
                              arena, err);
}

bool desk_many_later(struct desk *desk, const struct many *many, int days,
                     struct error *err)
{
    struct many_change change = {.one = later_one, .days = days};

    return change_touches(desk, many, "move", &change, err);
}

bool desk_many_warned(struct desk *desk, const struct many *many, size_t *warned,
                      struct error *err)
{
    struct arena *aside = arena_create();
    bool good = true;

    *warned = 0;
    for (size_t i = 0; i < many->touch_count && good; i++) {
        struct touch_warning warning = {0};
        struct touch touch;

        good = desk_load_touch(desk, many->touches[i], aside, &touch, err) &&
               (touch.outcome != OUTCOME_NONE ||
                desk_move_warning(desk, &touch, touch.due, aside, &warning, err));
        *warned += warning.words != NULL;
        arena_reset(aside);
    }
    arena_destroy(aside);
    return good;
}

/* The touch that follows, NULL when nothing is proposed. */
static bool next_of(struct desk *desk, const struct touch *touch, enum outcome outcome,
                    struct arena *arena, struct touch **out, struct error *err)
{
    struct next_step step;

    *out = NULL;
    if (!desk_touch_next(desk, touch, outcome, arena, &step, err))
        return false;
    if (step.kind != NEXT_TOUCH)
        return true;
    *out = arena_alloc(arena, sizeof **out);
    **out = desk_touch_new(desk, touch->contact_id);
    (*out)->channel = step.channel;
    (*out)->purpose = step.purpose;
    (*out)->cause = CAUSE_NEXT;
    desk_set_due(desk, *out, step.due);
    return true;
}

static bool finish_one(struct desk *desk, int64_t id, struct many_change *change,
                       struct arena *arena, struct error *err)
{
    struct touch touch, *next = NULL;

    if (!desk_load_pending(desk, id, arena, &touch, err))
        return false;
    if (!outcome_fits(change->outcome, touch.channel))
        return error_set(err, ERROR_USAGE, "\"%s\" does not fit the %s with %s",
                         outcome_name(change->outcome), channel_name(touch.channel),
                         touch.contact);
    return (!change->flag || next_of(desk, &touch, change->outcome, arena, &next, err)) &&
           desk_touch_end(desk, &touch, change->outcome, 0, next, arena, err);
}

bool desk_many_finish(struct desk *desk, const struct many *many, enum outcome outcome,
                      bool next, struct error *err)
{
    struct many_change change = {.one = finish_one, .outcome = outcome, .flag = next};
    struct arena *arena = arena_create();
    bool done = change_touches(
        desk, many, arena_format(arena, "\"%s\"", outcome_name(outcome)), &change, err);

    arena_destroy(arena);
    return done;
}

static bool promise_one(struct desk *desk, int64_t id, struct many_change *change,
                        struct arena *arena, struct error *err)
{
    struct touch touch;

    if (!desk_load_pending(desk, id, arena, &touch, err))
        return false;
    touch.promise = change->flag;
    return touch_update(desk->store, &touch, NULL, err);
}

bool desk_many_promise(struct desk *desk, const struct many *many, bool promise,
                       struct error *err)
{
    struct many_change change = {.one = promise_one, .flag = promise};

    return change_touches(desk, many, promise ? "promise" : "no promise", &change, err);
}

static bool drop_one(struct desk *desk, int64_t id, struct many_change *change,
                     struct arena *arena, struct error *err)
{
    struct touch touch;

    (void)change;
    if (!desk_load_pending(desk, id, arena, &touch, err))
        return false;
    return desk_touch_drop_in(desk, &touch, arena, err);
}

bool desk_many_drop(struct desk *desk, const struct many *many, struct error *err)
{
    struct many_change change = {.one = drop_one};

    return change_touches(desk, many, "drop", &change, err);
}

static bool give_one(struct desk *desk, int64_t id, struct many_change *change,
                     struct arena *arena, struct error *err)
{
    struct touch touch;

    if (!desk_load_pending(desk, id, arena, &touch, err))
        return false;
    return touch.contact_id == change->contact_id ||
           desk_give_to(desk, &touch, change->contact_id, arena, err);
}

bool desk_many_give(struct desk *desk, const struct many *many, int64_t contact_id,
                    struct error *err)
{
    struct many_change change = {.one = give_one, .contact_id = contact_id};
    struct arena *arena = arena_create();
    struct contact contact;
    bool done = desk_load_contact(desk, contact_id, arena, &contact, err) &&
                desk_may_reach(&contact, err) &&
                change_touches(desk, many, "handing over", &change, err);

    arena_destroy(arena);
    return done;
}
