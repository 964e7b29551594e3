/* Where desk and calendar go apart a person decides (desk/sync.h). */
#include "reminder.h"
#include "sync_run.h"
#include "touchbase/store/touches.h"

bool desk_partings(struct desk *desk, size_t limit, struct arena *arena,
                   struct parting **rows, size_t *count, struct error *err)
{
    return partings(desk->store, limit, arena, rows, count, err);
}

const char *desk_parting_words(struct arena *arena, const struct parting *parting)
{
    return parting_words(arena, parting, reminder_title(arena, &parting->touch));
}

bool desk_parting_of(struct desk *desk, int64_t touch_id, struct arena *arena,
                     struct parting *out, struct error *err)
{
    struct parting *found;

    if (!parting_of(desk->store, touch_id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND,
                         "the calendar asks nothing about this touch");
    *out = *found;
    return true;
}

/* Of a touch that is done here, and was planned anew there. */
static bool plan_again(struct desk *desk, const struct parting *parting,
                       struct arena *arena, struct error *err)
{
    struct touch touch = desk_touch_new(desk, parting->touch.contact_id);

    touch.contact = parting->touch.contact;
    touch.company = parting->touch.company;
    touch.channel = parting->touch.channel;
    touch.purpose = parting->touch.purpose;
    desk_set_due(desk, &touch, (struct wall){desk_today(desk), MINUTE_NONE});
    sync_apply(desk, &touch, parting->title, parting->due, arena);
    return desk_touch_insert(desk, &touch, arena, NULL, err);
}

static bool take_theirs(struct desk *desk, const struct parting *parting,
                        struct arena *arena, struct error *err)
{
    struct touch touch = parting->touch;

    if (touch.outcome != OUTCOME_NONE)
        return parting->kind != PARTING_CONFLICT || plan_again(desk, parting, arena, err);
    if (parting->kind == PARTING_GONE)
        return desk_touch_drop_in(desk, &touch, arena, err);
    sync_apply(desk, &touch, parting->title, parting->due, arena);
    return touch_update(desk->store, &touch, NULL, err);
}

bool desk_parting_decide(struct desk *desk, const struct parting *parting,
                         enum parting_choice choice, struct error *err)
{
    struct arena *arena = arena_create();
    bool done = desk_step_begin(
        desk, err, "%s with %s as %s", channel_name(parting->touch.channel),
        parting->touch.contact, choice == PARTING_MINE ? "here" : "in the calendar");

    done = done && desk_step_end(desk,
                                 parting_delete(desk->store, parting->id, err) &&
                                     (choice == PARTING_MINE ||
                                      take_theirs(desk, parting, arena, err)),
                                 err);
    arena_destroy(arena);
    return done;
}

bool desk_parting_outcome(struct desk *desk, const struct parting *parting,
                          enum outcome outcome, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch = parting->touch;
    bool done =
        outcome_fits(outcome, touch.channel) ||
        error_set(err, ERROR_USAGE, "\"%s\" is no outcome of %s %s",
                  outcome_name(outcome), touch.channel == CHANNEL_EMAIL ? "an" : "a",
                  channel_name(touch.channel));

    done =
        done && desk_step_begin(desk, err, "%s with %s: %s", channel_name(touch.channel),
                                touch.contact, outcome_name(outcome));
    done = done && desk_step_end(desk,
                                 parting_delete(desk->store, parting->id, err) &&
                                     desk_touch_end_at(desk, &touch, outcome,
                                                       touch.done_utc, arena, err),
                                 err);
    arena_destroy(arena);
    return done;
}
