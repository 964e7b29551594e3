/* Widths of a list's columns: all as wide as they like when there is room; when it is
 * tight the least important shrink to their least width first, then go. */
#ifndef TOUCHBASE_TUI_COLUMNS_H
#define TOUCHBASE_TUI_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

struct column {
    int least; /* columns of the screen below which it is not shown; >= 1 */
    int most;  /* what it likes; >= least */
    int share; /* of the room left over, in proportion to the others' shares; 0: stays at
                  most */
    int priority; /* the lower goes first */
    bool right;   /* aligned right */
};

enum { COLUMNS_MAX = 16 };

/* Fills widths (0: not shown) so that they and one blank between those shown fill at most
 * total. */
void columns_fit(const struct column *columns, size_t count, int total, int *widths);

#endif
