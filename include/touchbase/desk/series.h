/* Touches that repeat by a rule (design.md rule 21). Of a series one touch stands as
 * pending; finishing or skipping it brings the next by the rule, in the same step. It is
 * planned as any touch is, with a rule where WHEN is asked (desk/plan.h, dates/repeat.h).
 *
 * What is counted here are the days of a rule, which only the worker can: it has libical.
 * So the days to come are kept in the desk, and finishing takes the next from there: it
 * waits for the worker only when none are known. */
#ifndef TOUCHBASE_DESK_SERIES_H
#define TOUCHBASE_DESK_SERIES_H

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/touch.h"

/* The rule of a touch in words ("every 2 weeks on Tue"), in arena; NULL when it does not
 * repeat. */
const char *desk_repeats(struct arena *arena, const struct touch *touch);
/* What is shown before a touch with a rule is planned: the rule and its first three days,
 * "every Oct: Fri 1 Oct 2027, Mon 2 Oct 2028, Mon 1 Oct 2029 ...", in arena. Asks the
 * worker. */
bool desk_series_preview(struct desk *desk, const struct touch *touch,
                         struct arena *arena, const char **words, struct error *err);

/* Leaves out this one: it is dropped, and the next comes. ERROR_USAGE for a touch that
 * does not repeat, ERROR_FAILED for one that is done. */
bool desk_series_skip(struct desk *desk, int64_t id, struct error *err);
/* It repeats no more: the pending touch stays, as a single one. The same errors. */
bool desk_series_end(struct desk *desk, int64_t id, struct error *err);

/* Has the worker count the days of the series of which few are left, if there is one; for
 * quiet moments and the end. What goes wrong is left for the next time. */
void desk_series_tend(struct desk *desk);

#endif
