/* Time zones read from TZif files (RFC 8536, the footer's POSIX rule included), never by
 * changing TZ. */
#ifndef TOUCHBASE_BASE_ZONE_H
#define TOUCHBASE_BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/base/error.h"

struct zone;

/* Is it the form of an IANA name (letters, digits, _ + - /, no "..", no leading slash,
 * under 64 bytes)? */
bool zone_name_valid(const char *name);
/* Opens "Europe/Berlin"; "UTC" needs no file. NULL and err when there is no such zone.
 * The caller closes it. */
struct zone *zone_open(const char *name, struct error *err);
void zone_close(struct zone *zone); /* NULL is allowed */
const char *zone_name(const struct zone *zone);

/* Has its file been written anew since it was opened? */
bool zone_is_stale(const struct zone *zone);
/* A number for the rules of this machine: of the zone's name, its file, and the version
 * of tzdata, which changes with any zone. */
uint64_t zone_fingerprint(const struct zone *zone);

/* Seconds east of UTC at that instant (UTC seconds since 1970). */
int zone_offset(const struct zone *zone, int64_t utc);
/* "CET", "EST"; valid as long as the zone. */
const char *zone_abbreviation(const struct zone *zone, int64_t utc);
struct wall zone_wall(const struct zone *zone, int64_t utc);

enum zone_fit { ZONE_ONCE, ZONE_GAP, ZONE_OVERLAP };
/* UTC seconds of a wall time; an all-day one is its midnight. In a gap the offset before
 * the gap counts, in an overlap the first of the two (RFC 5545 3.3.5); the result says
 * which it was. */
enum zone_fit zone_utc(const struct zone *zone, struct wall wall, int64_t *utc);

/* The system's zone: $TZ when it is an IANA name, else /etc/localtime's target, else
 * /etc/timezone, else "UTC". Writes at most size bytes (64 are enough) and returns out.
 */
char *zone_system_name(char *out, int size);

#endif
