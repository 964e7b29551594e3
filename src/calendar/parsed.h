/* A calendar of others as libical reads it. */
#ifndef CALENDAR_PARSED_H
#define CALENDAR_PARSED_H

#include <libical/ical.h>

#include "touchbase/base/error.h"

/* What an .ics text holds: a calendar, or several under one root. The caller frees it
 * with icalcomponent_free. NULL and err for what is none. */
icalcomponent *parsed_calendar(const char *text, struct error *err);

#endif
