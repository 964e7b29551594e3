/* The components of a calendar through libical, as strings. The only header of this room
 * that knows how they look. */
#ifndef CALENDAR_COMPONENT_H
#define CALENDAR_COMPONENT_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/calendar/writer.h"
#include "touchbase/model/reminder.h"
#include "yearly_zone.h"

/* When an item is, as decided for the calendar. */
struct moment {
    struct wall wall; /* zoned or all day */
    const char *zone; /* TZID; NULL: all day, or utc */
    int64_t utc;      /* neither zoned nor all day */
};

/* Text of an item, fit to be written. */
struct item_text {
    const char *title;
    const char *description; /* NULL or not empty */
    const char *link;        /* NULL or a URI */
};

/* Each returns a string of whole CRLF lines that the caller frees with free(), or NULL
 * and err. */
char *component_zone(const char *name, const struct yearly_zone *rules,
                     struct error *err);
char *component_event(const struct reminder *reminder, const struct item_text *text,
                      const struct moment *moment, struct error *err);
char *component_task(const struct reminder *reminder, const struct item_text *text,
                     const struct moment *moment, struct error *err);
/* The lines between BEGIN:VCALENDAR and the first component; name NULL: without one. */
char *component_header(const struct calendar_options *options, const char *name,
                       struct error *err);

#endif
