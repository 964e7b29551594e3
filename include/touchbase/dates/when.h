/* WHEN: a day, or a day and a time, as a person types it (design.md section 4). Pure: the
 * present is handed in. The words come from the same lexicon and grammar that read
 * messages (dates/lexicon.h, dates/expression.h). */
#ifndef TOUCHBASE_DATES_WHEN_H
#define TOUCHBASE_DATES_WHEN_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/dates/order.h"

struct when_context {
    struct wall now; /* the present in the zone the text is meant in; minute 0 to 1439 */
    enum date_order
        order; /* the setting date_order; NONE: a date such as 3/4 is refused */
    day_number landing_day; /* what "when back" means; DAY_NONE without an absence */
};

/* Reads the whole text. True and *out: a day alone has minute MINUTE_NONE (all day).
 *
 * Understood: 2027-01-06, 6/1/2027, 14/3, 31.12., 4 mar, march 4th, the 9th; fri, next
 * tue, mon week; today, tomorrow; +3d +2w +1m; in 2 weeks, in an hour; end of week, end
 * of month; monday after easter; when back; each with or without a time, before or behind
 * it: 14:30, 2pm, 9, noon, morning.
 *
 * - A bare hour 1 to 7 is afternoon; with minutes or a leading zero it is taken as
 * written (03:30).
 * - A weekday is the next one after today, "next tue" too; "mon week" is a week after
 * that.
 * - A time alone is today, tomorrow when it is past or now. A day without a year is the
 * next one, today included.
 * - "the 9th" is the next 9th, today included. "end of week" is Friday, "end of month"
 * its last day.
 * - "when back" is the landing day.
 *
 * False and err: nothing typed or not understood (ERROR_USAGE, with examples); a day or
 * time that does not exist (30 Feb, 25:00: ERROR_USAGE); 3/4 without an order
 * (ERROR_AMBIGUOUS, with both readings); "when back" without an absence
 * (ERROR_NOT_FOUND). A day in the past with its year spelled out is taken as it stands.
 */
bool when_read(const char *text, const struct when_context *context, struct wall *out,
               struct error *err);

/* Reads the longest run of words at the start of text that is a WHEN; *used gets its
 * bytes, blanks behind it included, so that text + *used is what follows ("tue 2pm offer
 * about the pump" leaves "offer about the pump"). A bare hour is read only
 * behind a day, and only from 1 to 12, since numbers often belong to the words that
 * follow: "fri 20 pumps" leaves "20 pumps", "tue 2 offer" is Tuesday 14:00. Errors as
 * above; *used is then 0.
 */
bool when_read_prefix(const char *text, const struct when_context *context,
                      struct wall *out, size_t *used, struct error *err);

#endif
