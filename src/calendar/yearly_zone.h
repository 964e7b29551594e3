/* A zone as one or two yearly rules, the only VTIMEZONE that all calendar programs read
 * alike (RFC 5545 3.6.5). */
#ifndef CALENDAR_YEARLY_ZONE_H
#define CALENDAR_YEARLY_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/zone.h"

enum { ABBREVIATION_SIZE = 16 };

/* From an onset on the clocks are offset_to ahead of UTC. */
struct observance {
    struct wall first; /* the first onset, in the wall time before it; 1970-01-01 00:00
                          when it never changes */
    int64_t first_utc;
    int offset_from; /* seconds east of UTC, whole minutes */
    int offset_to;
    int nth;       /* the nth such weekday of first's month, 1 to 4, or -1 the last; 0: no
                      yearly onset */
    bool daylight; /* the later clock of the two */
    char abbreviation[ABBREVIATION_SIZE];
};

struct yearly_zone {
    struct observance observances[2];
    int count; /* 1 or 2 */
};

/* Finds them so that they hold for the ten years from earliest_utc on, the first onsets
 * lying before it. False when the zone is not to be told like that. */
bool yearly_zone_find(const struct zone *zone, int64_t earliest_utc,
                      struct yearly_zone *rules);

/* What a program that reads these rules takes as the offset at that instant. False before
 * their first onset. */
bool yearly_zone_offset(const struct yearly_zone *rules, int64_t utc, int *offset);

#endif
