/* Rules by which a touch repeats: as a person types them ("every 2 weeks on tue"), as RFC
 * 5545 writes them (RRULE), and in words again. Pure: the present is handed in. Which
 * days a rule brings is libical's to say (calendar/occurrences.h); here only the first is
 * found. */
#ifndef TOUCHBASE_DATES_REPEAT_H
#define TOUCHBASE_DATES_REPEAT_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/dates/when.h"

enum { REPEAT_RULE_SIZE = 160 };

struct repeat {
    char rule[REPEAT_RULE_SIZE]; /* the value of an RRULE; UNTIL is a day, that of the
                                    zone the touch is planned in */
    struct wall first; /* its first occurrence; minute MINUTE_NONE without a time */
};

enum repeat_outcome {
    REPEAT_ABSENT, /* the text begins with no rule: it may be a WHEN */
    REPEAT_FOUND,
    REPEAT_REFUSED, /* it is meant as a rule and is none; err says why */
};

/* Reads the whole text.
 *
 * Understood: daily, weekly, fortnightly, monthly, quarterly, half yearly, yearly; every
 * day, every weekday, every 2 weeks, every other month, every third month; every tue and
 * thu, every october, every 14 march, every 15th; first monday of every month, last
 * working day of every quarter, last day of every month; behind it, in any order: "on
 * tue", "on the 15th", "on 14/3", "on the last friday", "in october"; a time; "from" a
 * day; "until" a day, a month, a year; "6 times".
 *
 * - The first occurrence is the first day that fits: weekdays are looked for from
 *   tomorrow on, dates from today on, both from the day behind "from" on when there is
 *   one. A rule that names no day counts from now: "weekly" begins in a week.
 * - A month alone is its first working day (Monday to Friday).
 * - The 29th to 31st are the last day of a shorter month, 29 February the 28th.
 * - It comes at most once a day, and at least once in ten years.
 *
 * With ABSENT and REFUSED *out is undefined. REFUSED: ERROR_USAGE, or ERROR_AMBIGUOUS
 * with both readings ("every second tuesday", "every 3/4" without an order). */
enum repeat_outcome repeat_read(const char *text, const struct when_context *context,
                                struct repeat *out, struct error *err);

/* Reads the longest run of words at the start of text that is a rule; *used gets its
 * bytes, blanks behind it included: "every october 2pm offer" leaves "offer". */
enum repeat_outcome repeat_read_prefix(const char *text,
                                       const struct when_context *context,
                                       struct repeat *out, size_t *used,
                                       struct error *err);

/* A rule in words that repeat_read reads back to the same rule: "every 2 weeks on Tue, 6
 * times". A rule of another program that has no words here is "by the rule FREQ=...". The
 * text belongs to arena. */
const char *repeat_words(struct arena *arena, const char *rule);

#endif
