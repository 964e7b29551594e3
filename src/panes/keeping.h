/* The calendar of the settings, kept up to date while the window is open: after a change
 * the program itself is started beside the desk to write it, so that no key waits. */
#ifndef TOUCHBASE_SRC_PANES_KEEPING_H
#define TOUCHBASE_SRC_PANES_KEEPING_H

#include "outside.h"

struct workspace;

struct keeping {
    struct outside_child writer;
    bool begun;          /* it was written since the window opened: ... */
    uint64_t generation; /* ... the desk as it was then */
    int64_t next_ms;     /* nothing to be done before (clock_ticks_ms) */
    bool failed;         /* said so; not again until it worked */
};

/* How long after a write of a desk with so many pending touches that took took_ms the
 * next one may begin: keys in a row are one change, and a large desk, of which it takes a
 * while, is not written more than a tenth of the time. */
int64_t keeping_rest_ms(int64_t pending, int64_t took_ms);
/* When keeping_go_on wants to be called (clock_ticks_ms), -1: not at all. */
int64_t keeping_due(const struct workspace *workspace);
/* Starts a writer when the desk changed and none runs; takes note of one that ended. That
 * the file could not be written becomes a notice, once. */
void keeping_go_on(struct workspace *workspace);
/* The window closes: what is not yet written is, by a writer that runs on by itself. */
void keeping_close(struct workspace *workspace);

#endif
