/* How often somebody was touched of late, as rule 7 shows it: a letter a day. */
#ifndef TOUCHBASE_MODEL_PACE_STRIP_H
#define TOUCHBASE_MODEL_PACE_STRIP_H

#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/model/touch.h"

enum { PACE_STRIP_DAYS_MAX = 60 };

/* "14 days ..c....E......2  2 calls, 1 email (capital: they reached you)": the days (at
 * most PACE_STRIP_DAYS_MAX) up to today's, which is the last; a dot for none, the
 * channel's first letter (k card, p postcard, w visit), a number for several. touches:
 * done ones of one person, due the day they were done on, any order; what was dropped or
 * lies outside of the days is left out. NULL where there was none. Belongs to arena. */
const char *pace_strip(struct arena *arena, const struct touch *touches, size_t count,
                       day_number today, int days);

#endif
