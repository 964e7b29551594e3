#include "entry_time.h"

#include <string.h>

#include "plain_text.h"

enum { MINUTES = 60, OBSERVANCES_MAX = 200, ZONE_NAME_LIMIT = 64 };

void entry_zones_close(struct entry_zones *zones)
{
    for (size_t i = 0; i < zones->count; i++) {
        zone_close(zones->opened[i]);
    }
    zones->count = 0;
}

static const struct zone *open_zone(struct entry_zones *zones, const char *name)
{
    struct error ignored;
    if (!zone_name_valid(name)) {
        return NULL;
    }
    for (size_t i = 0; i < zones->count; i++) {
        if (strcmp(zone_name(zones->opened[i]), name) == 0) {
            return zones->opened[i];
        }
    }
    struct zone *zone = zones->count < ENTRY_ZONES_MAX ? zone_open(name, &ignored) : NULL;
    if (zone != NULL) {
        zones->opened[zones->count++] = zone;
    }
    return zone;
}

/* "Europe/Berlin", also at the end of "/mozilla.org/20050126_1/Europe/Berlin". */
static const struct zone *find_zone(struct entry_zones *zones, const char *name)
{
    const struct zone *zone = open_zone(zones, name);
    for (const char *at = strchr(name, '/'); zone == NULL && at != NULL;
         at = strchr(at + 1, '/')) {
        zone = strchr(at + 1, '/') != NULL ? open_zone(zones, at + 1) : NULL;
    }
    return zone;
}

/* libical expands the rules of a zone as far as they go: only those that change a few
 * times a year are followed. */
static bool is_quiet(icalcomponent *zone)
{
    int count = 0;
    icalcompiter at = icalcomponent_begin_component(zone, ICAL_ANY_COMPONENT);
    for (icalcomponent *part = icalcompiter_deref(&at); part != NULL;
         part = icalcompiter_next(&at)) {
        icalproperty *rule = icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY);
        for (; rule != NULL;
             rule = icalcomponent_get_next_property(part, ICAL_RRULE_PROPERTY)) {
            if (++count > OBSERVANCES_MAX ||
                icalproperty_get_rrule(rule).freq != ICAL_YEARLY_RECURRENCE) {
                return false;
            }
        }
        if (++count > OBSERVANCES_MAX ||
            icalcomponent_count_properties(part, ICAL_RDATE_PROPERTY) > OBSERVANCES_MAX) {
            return false;
        }
    }
    return true;
}

static icaltimezone *find_brought(icalcomponent *calendar, const char *name)
{
    icaltimezone *zone = icalcomponent_get_timezone(calendar, name);
    icalcomponent *told = zone != NULL ? icaltimezone_get_component(zone) : NULL;
    return told != NULL && is_quiet(told) ? zone : NULL;
}

static const char *zone_label(struct arena *arena, const char *name)
{
    struct buffer plain = {0};
    plain_text(&plain, name, false, ZONE_NAME_LIMIT);
    const char *copy = arena_string(arena, buffer_string(&plain));
    buffer_free(&plain);
    return copy;
}

struct entry_clock entry_clock_of(struct entry_zones *zones, struct arena *arena,
                                  icalcomponent *calendar, icalproperty *property)
{
    struct entry_clock clock = {.here = zones->here};
    struct icaltimetype time =
        icalvalue_get_datetimedate(icalproperty_get_value(property));
    icalparameter *named =
        icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *name = named != NULL ? icalparameter_get_tzid(named) : NULL;
    if (icaltime_is_date(time)) {
        clock.days = true;
    } else if (name == NULL && !icaltime_is_utc(time)) {
        clock.zone = zones->here;
    } else if (name != NULL && !icaltime_is_utc(time)) {
        clock.zone = find_zone(zones, name);
        clock.brought = clock.zone == NULL ? find_brought(calendar, name) : NULL;
        if (clock.zone == NULL && clock.brought == NULL) {
            clock.zone = zones->here;
            clock.astray = zone_label(arena, name);
        }
    }
    return clock;
}

bool entry_time_exists(struct icaltimetype time)
{
    return day_exists(time.year, time.month, time.day) &&
           (time.is_date || (time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
                             time.minute < MINUTES));
}

bool entry_time_read(const struct entry_clock *clock, struct icaltimetype time,
                     struct entry_time *out)
{
    if (!entry_time_exists(time)) {
        return false;
    }
    out->wall.day = day_of(time.year, time.month, time.day);
    out->wall.minute = clock->days ? MINUTE_NONE : time.hour * MINUTES + time.minute;
    if (clock->days) {
        out->zone = NULL;
        zone_utc(clock->here, out->wall, &out->utc);
        return true;
    }
    if (clock->zone != NULL) {
        zone_utc(clock->zone, out->wall, &out->utc);
    } else {
        time.second = 0;
        out->utc = icaltime_as_timet_with_zone(time, clock->brought);
    }
    const struct zone *zone = clock->zone != NULL ? clock->zone : clock->here;
    out->zone = zone_name(zone);
    out->wall = zone_wall(zone, out->utc); /* an hour that a change skips is the next */
    return true;
}
