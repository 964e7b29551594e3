/* A greeting on the phone that was not heard to the end (rule 1): what was missed may say
 * when they are back. */
#include <string.h>

#include "take_in_private.h"
#include "touchbase/store/touches.h"

static const char purpose[] = "ring again, hear the greeting to the end";

bool take_in_listens(const struct take_in *take_in)
{
    bool new_days = take_in->state == TAKE_IN_NEW || take_in->state == TAKE_IN_REPLACES;

    return take_in->message.jotted && !take_in->heard_whole && new_days &&
           take_in->plan.verdict != PLAN_FILED && take_in->reading.kind == READING_OOO &&
           take_in->reading.reason != REASON_FUNERAL;
}

/* Is it planned for that absence already, pending or done? */
static bool is_planned(struct desk *desk, struct take_in *take_in, int64_t absence_id,
                       bool *found, struct error *err)
{
    struct touch *touches;
    size_t count;

    *found = false;
    if (!touches_of_absence(desk->store, absence_id, take_in->arena, &touches, &count,
                            err))
        return false;
    for (size_t i = 0; i < count; i++)
        *found = *found ||
                 (touches[i].outcome != OUTCOME_DROPPED && touches[i].purpose != NULL &&
                  strcmp(touches[i].purpose, purpose) == 0);
    return true;
}

/* Made by the play: other days, or no absence after all, drop it. */
bool take_in_plan_listening(struct desk *desk, struct take_in *take_in,
                            int64_t absence_id, struct error *err)
{
    struct touch touch = {
        .contact_id = take_in->contact.id,
        .channel = CHANNEL_CALL,
        .direction = DIRECTION_OUT,
        .purpose = purpose,
        .cause = CAUSE_PLAY,
        .absence_id = absence_id,
        .before_due = {DAY_NONE, MINUTE_NONE},
        .created_utc = desk_now(desk),
        .changed_utc = desk_now(desk),
    };
    bool found;

    if (!take_in_listens(take_in))
        return true;
    if (!is_planned(desk, take_in, absence_id, &found, err))
        return false;
    desk_set_due(desk, &touch, (struct wall){desk_today(desk), MINUTE_NONE});
    return found || touch_insert(desk->store, take_in->arena, &touch, err);
}
