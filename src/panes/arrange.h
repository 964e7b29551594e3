/* Where the panes of the desk stand and how the window is divided among them: the one
 * place for both, whether keys, a mouse or what was remembered sets them. Four places; in
 * a wide window the notes are a column of their own:
 *
 *     left   upper        left   upper   notes
 *            lower               lower
 *     notes
 */
#ifndef TOUCHBASE_SRC_PANES_ARRANGE_H
#define TOUCHBASE_SRC_PANES_ARRANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/tui/layout.h"

enum place { PLACE_LEFT, PLACE_UPPER, PLACE_LOWER, PLACE_NOTES, PLACE_COUNT };

enum divider {
    DIVIDER_LEFT,   /* between left and upper */
    DIVIDER_UPPER,  /* between upper and lower */
    DIVIDER_NOTES,  /* above the notes */
    DIVIDER_COLUMN, /* left of them, in a wide window */
    DIVIDER_COUNT,
    DIVIDER_NONE = -1
};

enum { ARRANGE_WIDE = 160, ARRANGE_WHOLE = 10000 };

struct arrangement {
    int shares[DIVIDER_COUNT]; /* of ARRANGE_WHOLE: what lies before the divider */
    int panes[PLACE_COUNT];    /* the pane's number at each place */
    bool changed;              /* since it was read or written */
};

struct arrangement arrange_default(void);
/* As arrange_write wrote it; false, and nothing changes, when it is no such text. */
bool arrange_read(struct arrangement *arrangement, const char *text);
void arrange_write(const struct arrangement *arrangement, struct buffer *out);

/* Places all panes between header and footer of a window of that size, as layout_place
 * does. places has room for LAYOUT_PANES_MAX. */
enum layout_fit arrange_place(const struct arrangement *arrangement, int rows,
                              int columns, int focus, bool zoom,
                              struct layout_place *places, size_t *count);

/* Makes a pane so many cells taller (upright) or wider, less than 0: lower or narrower.
 * False where no divider can move. */
bool arrange_resize(struct arrangement *arrangement, int rows, int columns, int pane,
                    bool upright, int cells);
/* The divider under a cell of the window; DIVIDER_NONE for none. */
enum divider arrange_divider(const struct arrangement *arrangement, int rows, int columns,
                             int row, int column);
/* Moves a divider to that row or column of the window, as far as the panes beside it
 * stay usable; false when it stays where it is. */
bool arrange_put(struct arrangement *arrangement, int rows, int columns,
                 enum divider divider, int row, int column);

/* Exchanges a pane with the one at the next place. */
void arrange_swap(struct arrangement *arrangement, int pane);
/* The pane at the place step (1, -1) on from a pane's. */
int arrange_next(const struct arrangement *arrangement, int pane, int step);
/* The pane beside a pane in a direction (both 0, 1 or -1); the pane itself: none. */
int arrange_beside(const struct arrangement *arrangement, int rows, int columns, int pane,
                   int down, int right);

#endif
