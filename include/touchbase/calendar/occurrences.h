/* The days a rule brings (RFC 5545 RRULE), as libical counts them. A rule is not trusted:
 * what is looked at is bounded, whatever it says. Not for several threads. */
#ifndef TOUCHBASE_CALENDAR_OCCURRENCES_H
#define TOUCHBASE_CALENDAR_OCCURRENCES_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"

enum { OCCURRENCES_MAX = 1000 };

/* The first days behind after of a rule that begins on start, at most limit (1 to
 * OCCURRENCES_MAX), ascending, in arena; fewer when the rule ends, or brings no more
 * within what is looked at. start counts as one whether the rule fits it or not (3.8.5.3
 * leaves that open; it was planned). UNTIL is a day. Days are those of the wall: no zone
 * shifts them. False and err for what is no rule, or one that comes more than once a day.
 */
bool calendar_occurrences(struct arena *arena, const char *rule, day_number start,
                          day_number after, size_t limit, day_number **days,
                          size_t *count, struct error *err);

#endif
