/* The components of a calendar as content lines. The only header of this room that knows
 * how they look. */
#ifndef CALENDAR_COMPONENT_H
#define CALENDAR_COMPONENT_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"
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

/* Each appends whole lines. */
void component_zone(struct buffer *out, const char *name,
                    const struct yearly_zone *rules);
void component_event(struct buffer *out, const struct reminder *reminder,
                     const struct item_text *text, const struct moment *moment);
void component_task(struct buffer *out, const struct reminder *reminder,
                    const struct item_text *text, const struct moment *moment);
/* BEGIN:VCALENDAR and what stands before the first component; name NULL: without one. */
void component_header(struct buffer *out, const struct calendar_options *options,
                      const char *name);
void component_end(struct buffer *out);

#endif
