/* A touch as a calendar takes it (interop.md 4). */
#ifndef TOUCHBASE_MODEL_REMINDER_H
#define TOUCHBASE_MODEL_REMINDER_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/day.h"

struct reminder {
    const char *uid; /* the touch's UUID */
    int32_t sequence;
    int64_t created_utc;
    int64_t changed_utc;
    const char *title;       /* one line */
    const char *description; /* lines, or NULL */
    const char *link;        /* one URI, or NULL */
    struct wall due;         /* all day without a minute */
    const char *zone;        /* IANA name; NULL with a day alone */
    int64_t due_utc;
    int alarm_minutes; /* before due; 0 = at the time */
    bool busy;         /* a promise or a visit blocks the time */
};

#endif
