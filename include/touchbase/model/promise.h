/* Promises: kept, missed or still open (design.md rule 12). */
#ifndef TOUCHBASE_MODEL_PROMISE_H
#define TOUCHBASE_MODEL_PROMISE_H

#include "touchbase/base/day.h"
#include "touchbase/model/touch.h"

enum promise_fate {
    PROMISE_OPEN,   /* its time is not over */
    PROMISE_KEPT,   /* I was there, whatever came of it */
    PROMISE_MISSED, /* its time went by, or it was done or dropped behind it */
    PROMISE_VOID    /* no promise, or dropped in time */
};

/* What became of a touch. when is its end in its own zone, or now while it is pending. A
 * promise for a day alone is good until the day is over; a timed one until
 * grace minutes past its time, 0 or more: a call begun then still keeps it. */
enum promise_fate promise_fate(const struct touch *touch, struct wall when, int grace);

#endif
