#include "touchbase/model/promise.h"

enum { DAY_MINUTES = 24 * 60 };

/* Wall time is what was said: a clock set forward or back in between changes nothing. */
static bool is_over(struct wall due, struct wall when, int grace)
{
    if (due.minute == MINUTE_NONE)
        return when.day > due.day;
    return (when.day - due.day) * DAY_MINUTES + when.minute > due.minute + grace;
}

enum promise_fate promise_fate(const struct touch *touch, struct wall when, int grace)
{
    if (!touch->promise || touch->direction != DIRECTION_OUT)
        return PROMISE_VOID;
    if (is_over(touch->due, when, grace))
        return PROMISE_MISSED;
    if (touch->outcome == OUTCOME_NONE)
        return PROMISE_OPEN;
    return touch->outcome == OUTCOME_DROPPED ? PROMISE_VOID : PROMISE_KEPT;
}
