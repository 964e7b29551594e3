/* How often one person is touched, and when that is too often (rules 7 and 9). */
#ifndef TOUCHBASE_DESK_PACE_H
#define TOUCHBASE_DESK_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/touch.h"

/* What to say before a touch is made; the person may go on. */
struct touch_warning {
    const char *words; /* "more than 1 call in 7 days", or NULL: nothing */
    const char *strip; /* when it is about the pace: days and channels of the last days
                          (model/pace_strip.h), or NULL */
};

/* In what way a touch, planned or about to be, goes past the pace of its person, whose
 * tags may set another. The texts of this header belong to arena. */
bool desk_pace(struct desk *desk, const struct touch *touch, struct arena *arena,
               struct touch_warning *out, struct error *err);
/* The same of a call to them now, of touch_id or (0) of no plan. */
bool desk_pace_dial(struct desk *desk, int64_t contact_id, int64_t touch_id,
                    struct arena *arena, struct touch_warning *out, struct error *err);
/* What to say of a planned touch as it is to be, due then: an absence on that day, or the
 * pace, for which it does not stand in its own way. */
bool desk_move_warning(struct desk *desk, const struct touch *touch, struct wall due,
                       struct arena *arena, struct touch_warning *out, struct error *err);
/* The strip of the last days (setting pace_shown_days), NULL when there was no touch. */
bool desk_pace_strip(struct desk *desk, int64_t contact_id, struct arena *arena,
                     const char **strip, struct error *err);

#endif
