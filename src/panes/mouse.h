/* The mouse, where a person asked for it: a click goes to a pane and a row, a second one
 * opens it, the wheel scrolls what it is over, a divider is dragged. */
#ifndef TOUCHBASE_SRC_PANES_MOUSE_H
#define TOUCHBASE_SRC_PANES_MOUSE_H

#include <stdbool.h>
#include <stdint.h>

#include "arrange.h"

struct workspace;
struct key;

/* What a mouse did before that still counts. */
struct mouse_before {
    bool dragging; /* the button went down on a divider ... */
    enum divider divider;
    int row, column;    /* ... or, else, where it went down last, */
    int64_t clicked_ms; /* and when: 0 never, or that click was a second one already */
};

/* What a mouse did (KEYSYM_MOUSE). A question that is open, and a note being typed, keep
 * the keyboard: only the wheel works then. */
void mouse_did(struct workspace *workspace, const struct key *key);

#endif
