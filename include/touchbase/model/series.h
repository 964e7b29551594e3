/* A rule by which a touch comes again (design.md rule 21). */
#ifndef TOUCHBASE_MODEL_SERIES_H
#define TOUCHBASE_MODEL_SERIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/day.h"

struct series {
    int64_t id; /* 0 before it is stored */
    const char *uuid;
    const char *rule;  /* the value of an RRULE (RFC 5545); UNTIL is a day in zone */
    struct wall start; /* its first time, from which the rule counts */
    const char *zone;  /* in which its minute is kept; NULL for days alone */
};

/* A day of the rule that is none, or stands elsewhere. */
struct series_exception {
    day_number day;
    struct wall to; /* in the zone of the series; day DAY_NONE: left out */
};

/* Coming days of a rule, as far as they are known. */
struct series_days {
    day_number after; /* all behind this one are there ... */
    const day_number *days;
    size_t count;
    bool complete; /* ... and no more follow */
};

/* What follows a day. */
enum series_turn {
    SERIES_NEXT,    /* there it is */
    SERIES_OVER,    /* the rule brings no more */
    SERIES_UNKNOWN, /* the days known do not say */
};

/* The next time behind after that is not left out: its day by the rule, and where it
 * stands. */
enum series_turn series_next(const struct series *series, const struct series_days *known,
                             const struct series_exception *exceptions,
                             size_t exception_count, day_number after, day_number *day,
                             struct wall *due);

#endif
