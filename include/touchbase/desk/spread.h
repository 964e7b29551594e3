/* Rule 20: what is left from the days before is spread over the days to come, so that no
 * day holds more than its measure and nothing stays overdue. */
#ifndef TOUCHBASE_DESK_SPREAD_H
#define TOUCHBASE_DESK_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/touch.h"

enum { SPREAD_MAX = 1000 }; /* touches at once */

struct spread_move {
    const struct touch *touch; /* as it stands */
    struct wall to;
};

struct spread {
    struct spread_move *moves; /* by day; promises first on each */
    size_t count;
    bool more; /* there are others, for another time */
};

/* Where pending touches due before today would go: promises first, then the longest
 * overdue; each on the first working day from today on that has room, and but for post
 * not before its person is back and has landed (rule 3). A time of day is kept unless it
 * is over. Nothing is stored; all belongs to arena. */
bool desk_spread_plan(struct desk *desk, struct arena *arena, struct spread *out,
                      struct error *err);
/* Moves them so, in one step of the history: "12 touches spread over 3 days". One that
 * was finished or moved meanwhile is left as it is. */
bool desk_spread(struct desk *desk, const struct spread *spread, struct error *err);
/* How many days the moves go to. */
size_t spread_days(const struct spread *spread);

#endif
