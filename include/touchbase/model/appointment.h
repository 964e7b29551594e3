/* An entry of a calendar of others, an event or a task, as far as a touch can come of it.
 */
#ifndef TOUCHBASE_MODEL_APPOINTMENT_H
#define TOUCHBASE_MODEL_APPOINTMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/model/series.h"

enum { APPOINTMENT_PEOPLE_MAX = 50, APPOINTMENT_EXCEPTIONS_MAX = 1000 };

/* Who is named in it, the one who invites first. */
struct appointment_person {
    const char *name; /* or NULL */
    const char *mail; /* or NULL; one of the two is there */
};

enum appointment_state {
    APPOINTMENT_STANDS,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_DONE, /* a task that is ticked off there */
    APPOINTMENT_STATES
};

struct appointment {
    const char *uid;   /* what it is known by; of one without any made of what it says */
    const char *title; /* one line, or NULL */
    const char *place; /* one line, or NULL */
    bool task;
    enum appointment_state state;
    bool over;        /* it was before the present; of a series there is no next one */
    struct wall when; /* of a series the next one; day DAY_NONE: a task without a day */
    const char *zone; /* IANA name of the zone when is in; NULL for a day alone */
    const char *rule; /* of a series (RFC 5545 RRULE; UNTIL is a day), or NULL */
    /* Of a series that goes on and can be followed here (its zone is one of this
     * machine's, or UTC, and the rule is all it has); else day of start is DAY_NONE. */
    struct series series; /* start and zone */
    const struct series_exception *exceptions;
    size_t exception_count; /* at most APPOINTMENT_EXCEPTIONS_MAX */
    day_number day;         /* when, by the rule */
    const char *astray; /* the zone it names when nobody knows that: its hour was taken as
                           one of here; else NULL */
    const struct appointment_person *people;
    size_t people_count; /* at most APPOINTMENT_PEOPLE_MAX */
};

/* What kind of touch it is: the first word of its title, then of its place, that is said
 * of a channel ("Phone Dana", "Lunch", "Zoom"); without any a task is a call, an event a
 * visit. A value of enum channel. */
int appointment_channel(const struct appointment *appointment);

#endif
