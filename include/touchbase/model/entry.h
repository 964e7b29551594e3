/* An item of a calendar of others, event or task, as far as the desk understands it
 * (RFC 5545). Strings belong to the arena it was read into. */
#ifndef TOUCHBASE_MODEL_ENTRY_H
#define TOUCHBASE_MODEL_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/day.h"

enum entry_state {
    ENTRY_OPEN,
    ENTRY_DONE,     /* a task: COMPLETED */
    ENTRY_CANCELLED /* STATUS:CANCELLED: taken back by whoever keeps it */
};

struct entry {
    const char *uid;   /* or NULL */
    const char *title; /* one line, "" without a SUMMARY */
    struct wall when;  /* an event's start, a task's due (without one its start); minute
                          MINUTE_NONE: all day; day DAY_NONE: it has no time */
    bool utc;          /* when is UTC; else, with a minute, it is where the reader is */
    enum entry_state state;
    int64_t done_utc; /* when a task was completed, UTC seconds; 0 not said */
    int32_t sequence;
    bool repeats; /* by a rule, or one occurrence of such */
};

#endif
