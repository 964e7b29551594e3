/* What the program itself remembers from one window to the next (design.md section 5,
 * table setting): where the panes stand, which day was shown. Never a step of the
 * history. */
#ifndef TOUCHBASE_DESK_MEMORY_H
#define TOUCHBASE_DESK_MEMORY_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

/* *value in arena, NULL when nothing is remembered under that name. */
bool desk_remembered(struct desk *desk, const char *name, struct arena *arena,
                     const char **value, struct error *err);
/* NULL forgets it. On a desk that is open for reading nothing happens, and that is no
 * error: only comfort is lost. */
bool desk_remember(struct desk *desk, const char *name, const char *value,
                   struct error *err);

#endif
