/* A rule by which days repeat, as far as people type it: a part of RFC 5545's RRULE. */
#ifndef DATES_RULE_H
#define DATES_RULE_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/day.h"

enum rule_unit { RULE_DAY, RULE_WEEK, RULE_MONTH, RULE_YEAR };

enum {
    RULE_WORKDAYS = 0x1F, /* weekdays: Monday to Friday */
    RULE_NTH_MAX = 5,
    RULE_MONTH_DAYS = 31
};

struct rule {
    enum rule_unit unit;
    int interval;      /* every so many units, 1 or more */
    unsigned months;   /* a bit for each, January the first; 0: not said */
    unsigned weekdays; /* a bit for each enum weekday; 0: not said */
    int nth;  /* of the days of those weekdays in a month: which one, -1 the last; 0: all.
                 Of several weekdays it is the n-th day that is any of them */
    int mday; /* day of the month, the last of a shorter one; -1 the last, 0 not said */
    int count;        /* so many times, 0: not said */
    day_number until; /* its last possible day, DAY_NONE: not said */
};

/* The value of an RRULE, and back; false for one that says more than struct rule can. */
void rule_text(const struct rule *rule, struct buffer *out);
bool rule_parse(const char *text, struct rule *out);

/* Is it a day of such a rule, whatever its interval, count and end? */
bool rule_fits(const struct rule *rule, day_number day);
/* The first such day at or behind from; DAY_NONE when there is none in ten years. */
day_number rule_first(const struct rule *rule, day_number from);

#endif
