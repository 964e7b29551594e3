/* The calendar of the setting "sync", kept in step while the window is open: after a
 * change here, after one in the folder, and every few minutes the program itself is
 * started beside the desk, so that no key waits for a server (desk/sync.h). What comes
 * home is seen as any change from elsewhere is. */
#ifndef TOUCHBASE_SRC_PANES_SYNCING_H
#define TOUCHBASE_SRC_PANES_SYNCING_H

#include "outside.h"

struct workspace;

struct syncing {
    struct outside_child runner;
    bool begun;          /* one was, since the window opened or :sync asked: ... */
    uint64_t generation; /* ... of the desk as it was then, ... */
    int64_t begun_utc;   /* ... by the desk's clock */
    char *folder;        /* the place that is watched, NULL none */
    int watch;           /* its descriptor, -1 none */
    bool touched;        /* it was, since the last run began */
    int64_t next_ms;     /* nothing to be done before (clock_ticks_ms) */
    int failures;        /* in a row */
    char cause[ERROR_TEXT_SIZE]; /* of the last of them */
    bool asked;                  /* :sync: what comes of it is told */
};

/* When syncing_go_on wants to be called (clock_ticks_ms), -1: not at all; the minutes of
 * the setting are looked at whenever it is called. */
int64_t syncing_due(const struct workspace *workspace);
/* Starts a run when the desk changed and none runs; takes note of one that ended. One
 * that failed is tried again after a pause that grows; a notice says why, once for each
 * cause. */
void syncing_go_on(struct workspace *workspace);
/* :sync: at once, whatever failed before. */
void syncing_now(struct workspace *workspace);
/* The window closes: a run goes on by itself. */
void syncing_close(struct workspace *workspace);

#endif
