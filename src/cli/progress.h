/* A bar on standard error while something takes long: only on a terminal, only after a
 * second. */
#ifndef TOUCHBASE_SRC_CLI_PROGRESS_H
#define TOUCHBASE_SRC_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool terminal;
    bool shown;
    int64_t started_ms;           /* clock_ticks_ms */
    int64_t shown_ms;             /* when it was last painted with the time left */
    int64_t first_ms, first_done; /* when it was first told: what was passed by before
                                     says nothing of the pace */
    int width;                    /* columns of the longest line shown */
};

struct progress progress_start(bool terminal);
/* done of all; all 0: not known, done is shown as a number with what it counts behind it.
 */
void progress_show(struct progress *progress, int64_t done, int64_t all,
                   const char *what);
/* The same with both numbers and the time left behind the bar, for what takes minutes. At
 * most ten times a second. */
void progress_show_left(struct progress *progress, int64_t done, int64_t all,
                        const char *what);
/* Takes the bar off the screen, so that something may be written; it comes again. */
void progress_clear(struct progress *progress);

#endif
