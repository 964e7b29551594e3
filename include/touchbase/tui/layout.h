/* Which pane stands where: a tree of splits over one rectangle. Frames of neighbours
 * share their border line. */
#ifndef TOUCHBASE_TUI_LAYOUT_H
#define TOUCHBASE_TUI_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"
#include "touchbase/term/canvas.h"

enum layout_split { LAYOUT_PANE, LAYOUT_BESIDE, LAYOUT_BELOW };

struct layout {
    enum layout_split split;
    int pane;   /* of LAYOUT_PANE: its number, >= 0 */
    int weight; /* share of its parent, >= 1 */
    int least;  /* rows or columns, frame included, along the parent's split */
    const struct layout *parts; /* of a split */
    size_t part_count;
};

enum {
    LAYOUT_ROWS_ONE =
        16, /* with fewer rows or columns one pane is shown, and a word why */
    LAYOUT_COLUMNS_ONE = 60,
    LAYOUT_ROWS_NONE = 10, /* with fewer still there is only a word */
    LAYOUT_COLUMNS_NONE = 40,
    LAYOUT_PANES_MAX = 16
};

enum layout_fit { LAYOUT_ALL, LAYOUT_ONE, LAYOUT_NONE };

struct layout_place {
    int pane;
    struct rect frame; /* border included; 0 rows: not shown */
};

/* Places every pane of the tree (at most LAYOUT_PANES_MAX) into area, a part of a screen
 * of that size; returns how well: LAYOUT_ONE, also when zoomed, shows the pane focus
 * alone; LAYOUT_NONE shows none. *count gets the number of places, in tree order. */
enum layout_fit layout_place(const struct layout *layout, struct rect area,
                             int screen_rows, int screen_columns, int focus, bool zoom,
                             struct layout_place *places, size_t *count);
/* The words why not all is shown: "window 50x12: one pane; 60x16 shows all"; "" for
 * LAYOUT_ALL. */
void layout_reason(enum layout_fit fit, int screen_rows, int screen_columns,
                   struct buffer *out);

#endif
