/* Days off as the setting "holidays" names them. */
#ifndef TOUCHBASE_SRC_DESK_HOLIDAYS_H
#define TOUCHBASE_SRC_DESK_HOLIDAYS_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"

/* Reads days with blanks or commas between them: YYYY-MM-DD, MM-DD (of every year from
 * 1990 to 2099), easter, easter+N, easter-N (up to 365 days). out's days belong to arena,
 * ascending, none twice. False and the piece that is none of these in *wrong. */
bool holidays_read(struct arena *arena, const char *text, struct holidays *out,
                   const char **wrong);

/* The days of one and count more in no order: ascending, none twice, in arena. */
struct holidays holidays_join(struct arena *arena, struct holidays one,
                              const day_number *days, size_t count);

#endif
