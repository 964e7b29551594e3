/* What rows.c asks of the places a list remembers. */
#ifndef TOUCHBASE_SRC_PANES_ROWS_PLACES_H
#define TOUCHBASE_SRC_PANES_ROWS_PLACES_H

#include "rows.h"

/* The place a row is kept at, NULL when it stands where the live list has it. */
const struct row_place *rows_find_pinned(const struct rows *rows, int64_t id);
/* Is it a new one, left out until the order is taken again? */
bool rows_is_hidden(const struct rows *rows, int64_t id);
/* Is it one of those the list is limited to? */
bool rows_is_wanted(const struct rows *rows, const struct row *row, struct arena *arena);

#endif
