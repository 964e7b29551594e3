/* Which process wrote a row, in a number that tells whether it still runs: a pid alone is
 * given again, after a restart of the machine to a stranger, and a process that was
 * killed keeps its pid until its parent looks. */
#ifndef TOUCHBASE_BASE_PROCESS_MARK_H
#define TOUCHBASE_BASE_PROCESS_MARK_H

#include <stdbool.h>
#include <stdint.h>

/* The mark of this process: its start (clock ticks since the machine's, proc(5)) above 22
 * bits of pid. Without /proc it is the pid. Never 0 or negative. */
int64_t process_mark(void);

/* Has the process of that mark ended? Of a mark without a start (a bare pid) only the pid
 * is looked at. When it cannot be told: false. */
bool process_mark_is_gone(int64_t mark);

#endif
