/* The events and tasks of a calendar that another program wrote. What comes in is not
 * trusted: it is bounded in size and in number, its texts are made plain. Not for several
 * threads. */
#ifndef TOUCHBASE_CALENDAR_ENTRIES_H
#define TOUCHBASE_CALENDAR_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/entry.h"

enum { CALENDAR_ENTRIES_MAX = 20000 };

/* Every VEVENT and VTODO of the .ics text (NUL-terminated) in the order they stand there.
 * A time in a zone is told in UTC: by the zone of that name on this machine, else by the
 * VTIMEZONE beside it; where neither is known it stays the wall time. *entries belongs to
 * arena. False and err when text is no calendar, or holds more than CALENDAR_ENTRIES_MAX.
 */
bool calendar_entries(struct arena *arena, const char *text, struct entry **entries,
                      size_t *count, struct error *err);

#endif
