/* Pace and need: how often is too often (rules 7 and 9), how long is too long (rule 8),
 * and who comes first. */
#ifndef TOUCHBASE_MODEL_PACE_H
#define TOUCHBASE_MODEL_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/rules.h"
#include "touchbase/model/touch.h"

enum pace_warning {
    PACE_FINE,
    PACE_CALLS,   /* more calls than rule 7 allows in its days */
    PACE_TOUCHES, /* more touches */
    PACE_ATTEMPT  /* a second attempt on one day (rule 9) */
};

/* Does it count (rule 7)? Outgoing, planned or done, asking for something: no promise,
 * answer, card, postcard, thank-you or call they asked for (purpose beginning "thank" or
 * "they asked"), nothing dropped or bounced. */
bool pace_counts(const struct touch *touch);
/* An attempt that reached nobody (rule 9): it does not count for the week. */
bool pace_is_attempt(const struct touch *touch);
/* Would planned, set among others of the same contact (planned itself is left out by its
 * id, unless 0), go past the pace? others: those of the days around it, pending and done,
 * any order. */
enum pace_warning pace_check(const struct rules *rules, const struct touch *others,
                             size_t count, const struct touch *planned);

/* Is a due passed? A day alone is late from the next day on. now has a minute. */
bool wall_is_late(struct wall due, struct wall now);

/* Days without a real contact until someone of that stage goes quiet; 0: never (rule 8).
 */
int floor_days(const struct rules *rules, enum stage stage);
/* Whoever of that stage had the last contact before this instant is going quiet;
 * INT64_MIN: nobody. */
int64_t floor_cutoff(const struct rules *rules, enum stage stage, int64_t now_utc);

/* Seconds until someone in play with a next touch goes quiet, below 0 since they are; the
 * floor of their tags is in contact.floor_utc. */
int64_t floor_left(const struct rules *rules, const struct contact *contact,
                   int64_t now_utc);
/* Do they go quiet within floor_soon days, and before their next touch? today is that of
 * now_utc. */
bool floor_is_near(const struct rules *rules, const struct contact *contact,
                   int64_t now_utc, day_number today);

/* The order of the Prospects pane is model/window.h: an index keeps it. */

#endif
