/* Who is named in an entry of a calendar of others. */
#ifndef CALENDAR_ENTRY_PEOPLE_H
#define CALENDAR_ENTRY_PEOPLE_H

#include <libical/ical.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/appointment.h"

/* A text of the file on one line, cleaned, at most limit characters; NULL when nothing is
 * left of it. */
const char *entry_line(struct arena *arena, const char *text, size_t limit);

/* Its ORGANIZER, then its ATTENDEEs; no rooms, no resources. */
void entry_people(struct arena *arena, icalcomponent *entry, struct appointment *out);

#endif
