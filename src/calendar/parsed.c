#include "parsed.h"

#include <stdbool.h>

static bool is_calendar(icalcomponent *component)
{
    return icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT ||
           icalcomponent_isa(component) == ICAL_XROOT_COMPONENT;
}

icalcomponent *parsed_calendar(const char *text, struct error *err)
{
    icalerror_set_errors_are_fatal(0);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (calendar != NULL && is_calendar(calendar)) {
        return calendar;
    }
    if (calendar != NULL) {
        icalcomponent_free(calendar);
    }
    error_set(err, ERROR_FAILED, "it is no calendar (.ics)");
    return NULL;
}
