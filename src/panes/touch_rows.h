/* What the lists of touches have in common: the columns mark, when, channel, name,
 * purpose and company, in this order. */
#ifndef TOUCHBASE_SRC_PANES_TOUCH_ROWS_H
#define TOUCHBASE_SRC_PANES_TOUCH_ROWS_H

#include "rows.h"
#include "shared.h"
#include "touchbase/model/touch.h"

enum { TOUCH_CELLS = 6 };

/* A row of a touch in arena, for which when says day or time, in late's style when it is
 * late. The cells may be changed after. */
struct touch_row {
    const char **cells;
    enum style *styles;
};
struct touch_row touch_row_fill(const struct shared *shared, struct arena *arena,
                                const struct touch *touch, const char *when, bool late,
                                struct list_row *out);
/* For struct rows_ops on records that are touches, with a list_pane as context. */
bool touch_row_wants(void *context, const struct row *row, struct arena *arena);
/* Reads one for by_id there: NULL and *failed false when it is not on the desk. */
struct touch *touch_row_get(const struct shared *shared, int64_t id, struct arena *arena,
                            bool *failed, struct error *err);

#endif
