/* The calendar of the setting "sync", kept in step while the window is open: after a
 * change the program itself is started beside the desk, so that no key waits for a server
 * (desk/sync.h). What comes home is seen as any change from elsewhere is. */
#ifndef TOUCHBASE_SRC_PANES_SYNCING_H
#define TOUCHBASE_SRC_PANES_SYNCING_H

#include "outside.h"

struct workspace;

struct syncing {
    struct outside_child runner;
    bool begun;          /* one was, since the window opened or :sync asked: ... */
    uint64_t generation; /* ... of the desk as it was then */
    int64_t next_ms;     /* nothing to be done before (clock_ticks_ms) */
    int failures;        /* in a row */
    bool asked;          /* :sync: what comes of it is told */
};

/* When syncing_go_on wants to be called (clock_ticks_ms), -1: not at all. */
int64_t syncing_due(const struct workspace *workspace);
/* Starts a run when the desk changed and none runs; takes note of one that ended. One
 * that failed is tried again after a pause that grows, which a notice says once. */
void syncing_go_on(struct workspace *workspace);
/* :sync: at once, whatever failed before. */
void syncing_now(struct workspace *workspace);

#endif
