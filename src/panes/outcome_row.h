/* How a touch went, one key each (keys.md, outcome row). */
#ifndef TOUCHBASE_SRC_PANES_OUTCOME_ROW_H
#define TOUCHBASE_SRC_PANES_OUTCOME_ROW_H

#include "touchbase/base/arena.h"
#include "touchbase/model/touch.h"
#include "workspace.h"

/* The row of a channel; ends with key 0. */
const struct key_choice *outcome_row(enum channel channel);
/* What fits touches of all these channels (bits, 1u << enum channel); may be empty. In
 * the arena. */
const struct key_choice *outcome_row_all(struct arena *arena, unsigned channels);
/* What a key of a row means; OUTCOME_NONE for a key that is not on it. */
enum outcome outcome_of(const struct key_choice *row, char key);

#endif
