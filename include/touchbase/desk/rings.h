/* Reminders of a window left open (design.md section 3 and rule 12): a touch with a
 * time of day rings when that is reached, a promise also promise_minutes before. What is
 * planned for a day alone does not ring. */
#ifndef TOUCHBASE_DESK_RINGS_H
#define TOUCHBASE_DESK_RINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/touch.h"

enum { RINGS_MAX = 200 };

/* The moment (UTC seconds) up to which reminders have rung, for a window that opens: what
 * rang before it, in this window or another, rings no more. What was missed since is late
 * by half a day at most. */
bool desk_rung_until(struct desk *desk, int64_t *utc, struct error *err);
/* What rings after after_utc and not after until_utc, by its time; at most RINGS_MAX. */
bool desk_rings(struct desk *desk, int64_t after_utc, int64_t until_utc,
                struct arena *arena, struct touch **touches, size_t *count,
                struct error *err);
/* Notes that reminders up to utc have rung. Of several windows only one gets *ours true:
 * the one that rings the bell. On a desk that cannot be written it is always ours. */
bool desk_ring_claim(struct desk *desk, int64_t utc, bool *ours, struct error *err);

#endif
