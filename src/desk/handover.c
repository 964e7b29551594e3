/* Who has the next step: the contact, until a guard day, or somebody else altogether. */
#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/touches.h"

struct wall desk_guard_day(const struct desk *desk)
{
    const struct settings *settings = &desk->settings;

    return (struct wall){day_add_working(desk_today(desk),
                                         settings->plays.rules.guard_days,
                                         settings->holidays),
                         MINUTE_NONE};
}

bool desk_owes_insert(struct desk *desk, int64_t contact_id, const char *owes,
                      struct wall guard, struct arena *arena, int64_t *id,
                      struct error *err)
{
    struct touch touch = desk_touch_new(desk, contact_id);

    touch.direction = DIRECTION_IN;
    touch.channel = CHANNEL_CALL;
    touch.purpose = owes;
    desk_set_due(desk, &touch, guard);
    return desk_touch_insert(desk, &touch, arena, id, err);
}

const char *desk_owed(struct arena *arena, const char *typed, struct error *err)
{
    size_t length = desk_text_length(typed);

    if (length > 0)
        return text_repair(arena, typed, length);
    error_set(err, ERROR_USAGE, "say what they owe you");
    return NULL;
}

bool desk_their_move(struct desk *desk, int64_t contact_id, const char *owes,
                     struct wall guard, int64_t *id, struct error *err)
{
    struct arena *arena = arena_create();
    const char *owed = desk_owed(arena, owes, err);
    struct contact contact;
    bool done =
        owed != NULL && desk_load_contact(desk, contact_id, arena, &contact, err) &&
        desk_step_begin(desk, err, "their move, %s", contact.name) &&
        desk_step_end(
            desk, desk_owes_insert(desk, contact_id, owed, guard, arena, id, err), err);

    arena_destroy(arena);
    return done;
}

void desk_touch_pass(struct touch *touch, int64_t contact_id)
{
    if (touch->cause == CAUSE_RETURN) {
        touch->cause = CAUSE_HAND;
        touch->opener = touch->before_opener;
    }
    touch->contact_id = contact_id;
    touch->absence_id = 0;
    touch->moved = false;
    touch->before_due = (struct wall){DAY_NONE, MINUTE_NONE};
    touch->before_opener = NULL;
}

/* What a play wrote greets the one it was written for; what was promised was promised to
 * them. */
static void make_theirs(struct touch *touch, int64_t contact_id)
{
    if (touch->cause == CAUSE_PLAY) {
        touch->opener = NULL;
        touch->draft = NULL;
        touch->cause = CAUSE_HAND;
    }
    desk_touch_pass(touch, contact_id);
    touch->promise = false;
}

bool desk_give_to(struct desk *desk, struct touch *touch, int64_t contact_id,
                  struct arena *arena, struct error *err)
{
    if (!desk_item_leave(desk, touch, contact_id, arena, err))
        return false;
    make_theirs(touch, contact_id);
    return touch_update(desk->store, touch, NULL, err) &&
           desk_bring_into_play(desk, contact_id, arena, err);
}

bool desk_touch_give(struct desk *desk, int64_t id, int64_t contact_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    struct touch touch;
    bool done = desk_load_pending(desk, id, arena, &touch, err) &&
                desk_load_contact(desk, contact_id, arena, &contact, err) &&
                desk_may_reach(&contact, err);

    if (done && touch.contact_id == contact_id)
        done = error_set(err, ERROR_USAGE, "it is %s's already", contact.name);
    done = done &&
           desk_step_begin(desk, err, "%s with %s given to %s",
                           channel_name(touch.channel), touch.contact, contact.name) &&
           desk_step_end(desk, desk_give_to(desk, &touch, contact_id, arena, err), err);
    arena_destroy(arena);
    return done;
}
