/* When an entry of a calendar of others is. libical reads the file; zones of this machine
 * are asked before those that the file brings along. */
#ifndef CALENDAR_ENTRY_TIME_H
#define CALENDAR_ENTRY_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libical/ical.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/zone.h"

enum { ENTRY_ZONES_MAX = 64 };

/* The zones a file names, opened once. */
struct entry_zones {
    const struct zone *here;
    struct zone *opened[ENTRY_ZONES_MAX];
    size_t count;
};

/* Whose clock tells the hours of an entry. */
struct entry_clock {
    const struct zone *here;
    bool days;               /* none: it is whole days */
    const struct zone *zone; /* a zone of this machine; NULL: */
    icaltimezone *brought;   /* one that the file brings along; NULL: UTC */
    const char *astray;      /* the name of a zone nobody knows, taken as here; or NULL */
};

struct entry_time {
    struct wall wall;
    const char *zone; /* IANA name, NULL for a day alone */
    int64_t utc;      /* of a day alone its midnight here */
};

void entry_zones_close(struct entry_zones *zones);

/* The clock of a property that holds a time (DTSTART, DUE). The names live as long as
 * zones and arena. */
struct entry_clock entry_clock_of(struct entry_zones *zones, struct arena *arena,
                                  icalcomponent *calendar, icalproperty *property);
/* A day that the calendar has and, unless it is one alone, a minute of it: libical takes
 * any digits. */
bool entry_time_exists(struct icaltimetype time);
/* False for a time that does not exist. */
bool entry_time_read(const struct entry_clock *clock, struct icaltimetype time,
                     struct entry_time *out);

#endif
