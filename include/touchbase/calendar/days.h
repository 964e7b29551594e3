/* The days of a calendar of others (holidays, days off) as days alone. What comes in is
 * not trusted: it is bounded in size, in days and in work. Not for several threads. */
#ifndef TOUCHBASE_CALENDAR_DAYS_H
#define TOUCHBASE_CALENDAR_DAYS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"

enum {
    CALENDAR_TEXT_MAX = 8 << 20, /* bytes of a calendar that is read */
    CALENDAR_DAYS_MAX = 40000,   /* days it may name, and occurrences of its rules */
};

/* Every day that an all-day event of the .ics text (NUL-terminated) covers from 1990 to
 * 2099: its own, those of its rules (RRULE, RDATE less EXDATE, RFC 5545 3.8.5). Events
 * with a time of day, tasks and cancelled events are passed by. *days belongs to arena,
 * in no order, a day may be there twice. False and err when text is no calendar, or names
 * more than CALENDAR_DAYS_MAX. */
bool calendar_days(struct arena *arena, const char *text, day_number **days,
                   size_t *count, struct error *err);

#endif
