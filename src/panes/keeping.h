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

/* When keeping_go_on wants to be called (clock_ticks_ms), -1: not at all. */
int64_t keeping_due(const struct workspace *workspace);
/* Starts a writer when the desk changed and none runs; takes note of one that ended. That
 * the file could not be written becomes a notice, once. */
void keeping_go_on(struct workspace *workspace);
/* The window closes: what is not yet written is, by a writer that runs on by itself. */
void keeping_close(struct workspace *workspace);

#endif
