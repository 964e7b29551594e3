/* A calendar of others, or an invitation out of a mail, as the appointments in it. What
 * comes in is not trusted: it is bounded in size, in entries and in work. Not for several
 * threads. */
#ifndef TOUCHBASE_CALENDAR_APPOINTMENTS_H
#define TOUCHBASE_CALENDAR_APPOINTMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/zone.h"
#include "touchbase/model/appointment.h"

enum {
    APPOINTMENTS_TEXT_MAX = 32 << 20, /* bytes of a calendar that is read */
    APPOINTMENTS_MAX = 20000,         /* events and tasks it may hold */
};

/* Every event and task of the .ics text (NUL-terminated) by its time, one for each UID:
 * of a series the next one at or after now_utc, its moved and cancelled ones heeded; of
 * several entries with one UID the one revised last (SEQUENCE, then DTSTAMP). Hours are
 * told in the zone the entry names when it is one of this machine's; those of a zone that
 * only the file knows, UTC and floating ones in here. The list and its strings, cleaned
 * of controls, belong to arena. False and err when text is no calendar, holds neither
 * event nor task, or more than APPOINTMENTS_MAX. */
bool calendar_appointments(struct arena *arena, const char *text, const struct zone *here,
                           int64_t now_utc, struct appointment **appointments,
                           size_t *count, struct error *err);

#endif
