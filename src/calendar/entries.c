#include "touchbase/calendar/entries.h"

#include <libical/ical.h>

#include "entry_time.h"
#include "parsed.h"
#include "plain_text.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/zone.h"

enum { TITLE_MAX = 1000, DAY_SECONDS = 24 * 60 * 60 };

struct reading {
    struct arena *arena;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

static struct wall wall_of(struct icaltimetype time)
{
    if (icaltime_is_null_time(time) || !entry_time_exists(time)) {
        return (struct wall){DAY_NONE, MINUTE_NONE};
    }
    return (struct wall){day_of(time.year, time.month, time.day),
                         time.is_date ? MINUTE_NONE : time.hour * 60 + time.minute};
}

static struct wall utc_wall(int64_t utc)
{
    int64_t day = utc / DAY_SECONDS - (utc % DAY_SECONDS < 0);
    return (struct wall){(day_number)day, (int)((utc - day * DAY_SECONDS) / 60)};
}

static int64_t utc_seconds(struct wall wall, int second)
{
    return ((int64_t)wall.day * 24 * 60 + wall.minute) * 60 + second;
}

/* By the zone's own rules of this machine: those in the file may be years old. */
static bool place_by_name(struct entry *entry, const char *name)
{
    struct error ignored;
    struct zone *zone = zone_name_valid(name) ? zone_open(name, &ignored) : NULL;
    int64_t utc;
    if (zone == NULL) {
        return false;
    }
    zone_utc(zone, entry->when, &utc);
    zone_close(zone);
    entry->when = utc_wall(utc);
    return true;
}

/* A rule by which clocks change a few times a year, and not each second. */
static bool is_tame(icalcomponent *observance)
{
    icalproperty *rule =
        icalcomponent_get_first_property(observance, ICAL_RRULE_PROPERTY);
    return rule == NULL || icalproperty_get_rrule(rule).freq == ICAL_YEARLY_RECURRENCE;
}

static bool is_tame_zone(icaltimezone *zone)
{
    icalcomponent *component = icaltimezone_get_component(zone);
    icalcompiter at = icalcomponent_begin_component(component, ICAL_ANY_COMPONENT);
    icalcomponent *observance = icalcompiter_deref(&at);
    while (observance != NULL && is_tame(observance)) {
        observance = icalcompiter_next(&at);
    }
    return observance == NULL;
}

static bool place_by_component(struct entry *entry, icalcomponent *calendar,
                               const char *name, struct icaltimetype time)
{
    icaltimezone *zone =
        calendar == NULL ? NULL : icalcomponent_get_timezone(calendar, name);
    if (zone == NULL || !is_tame_zone(zone)) {
        return false;
    }
    int summer;
    int offset = icaltimezone_get_utc_offset(zone, &time, &summer);
    entry->when = utc_wall(utc_seconds(entry->when, 0) - offset);
    return true;
}

static void read_when(struct entry *entry, icalcomponent *component,
                      icalproperty *property)
{
    struct icaltimetype time =
        icalvalue_get_datetimedate(icalproperty_get_value(property));
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *name = tzid == NULL ? NULL : icalparameter_get_tzid(tzid);
    entry->when = wall_of(time);
    if (entry->when.minute == MINUTE_NONE) {
        return;
    }
    entry->utc =
        icaltime_is_utc(time) ||
        (name != NULL &&
         (place_by_name(entry, name) ||
          place_by_component(entry, icalcomponent_get_parent(component), name, time)));
}

static icalproperty *property_of(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    return property != NULL && icalproperty_get_value(property) != NULL ? property : NULL;
}

static bool has(icalcomponent *component, icalproperty_kind kind)
{
    return icalcomponent_get_first_property(component, kind) != NULL;
}

static const char *plain_line(struct arena *arena, const char *text)
{
    struct buffer line = {0};
    plain_text(&line, text, false, TITLE_MAX);
    const char *copy = arena_string(arena, buffer_string(&line));
    buffer_free(&line);
    return copy;
}

static void read_state(struct entry *entry, icalcomponent *component)
{
    icalproperty *completed = property_of(component, ICAL_COMPLETED_PROPERTY);
    enum icalproperty_status status = icalcomponent_get_status(component);
    bool task = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT;
    if (status == ICAL_STATUS_CANCELLED) {
        entry->state = ENTRY_CANCELLED;
    } else if (task && (status == ICAL_STATUS_COMPLETED || completed != NULL)) {
        entry->state = ENTRY_DONE;
    }
    if (entry->state == ENTRY_DONE && completed != NULL) {
        struct icaltimetype time = icalproperty_get_completed(completed);
        struct wall wall = wall_of(time);
        if (wall.day != DAY_NONE && wall.minute != MINUTE_NONE) {
            entry->done_utc = utc_seconds(wall, time.second);
        }
    }
}

static void read_entry(struct reading *reading, icalcomponent *component,
                       struct entry *entry)
{
    icalproperty *uid = property_of(component, ICAL_UID_PROPERTY);
    icalproperty *title = property_of(component, ICAL_SUMMARY_PROPERTY);
    icalproperty *sequence = property_of(component, ICAL_SEQUENCE_PROPERTY);
    icalproperty *due = property_of(component, ICAL_DUE_PROPERTY);
    icalproperty *when =
        due != NULL ? due : property_of(component, ICAL_DTSTART_PROPERTY);
    *entry = (struct entry){.when = {DAY_NONE, MINUTE_NONE}, .title = ""};
    if (uid != NULL) {
        entry->uid = plain_line(reading->arena, icalproperty_get_uid(uid));
    }
    if (title != NULL) {
        entry->title = plain_line(reading->arena, icalproperty_get_summary(title));
    }
    if (sequence != NULL && icalproperty_get_sequence(sequence) > 0) {
        entry->sequence = icalproperty_get_sequence(sequence);
    }
    if (when != NULL) {
        read_when(entry, component, when);
    }
    read_state(entry, component);
    entry->repeats = has(component, ICAL_RRULE_PROPERTY) ||
                     has(component, ICAL_RDATE_PROPERTY) ||
                     has(component, ICAL_RECURRENCEID_PROPERTY);
}

static bool add_entry(struct reading *reading, icalcomponent *component,
                      struct error *err)
{
    if (reading->count == CALENDAR_ENTRIES_MAX) {
        return error_set(err, ERROR_FAILED, "it holds more than %d items",
                         CALENDAR_ENTRIES_MAX);
    }
    reading->entries =
        arena_grow(reading->arena, reading->entries, reading->count, reading->count + 1,
                   sizeof *reading->entries, &reading->capacity);
    read_entry(reading, component, &reading->entries[reading->count++]);
    return true;
}

/* Also of several calendars one behind the other, which libical puts into one. */
static bool add_entries(struct reading *reading, icalcomponent *calendar,
                        struct error *err)
{
    icalcompiter at = icalcomponent_begin_component(calendar, ICAL_ANY_COMPONENT);
    bool good = true;
    for (icalcomponent *component = icalcompiter_deref(&at); good && component != NULL;
         component = icalcompiter_next(&at)) {
        icalcomponent_kind kind = icalcomponent_isa(component);
        if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT) {
            good = add_entry(reading, component, err);
        } else if (kind == ICAL_VCALENDAR_COMPONENT) {
            good = add_entries(reading, component, err);
        }
    }
    return good;
}

bool calendar_entries(struct arena *arena, const char *text, struct entry **entries,
                      size_t *count, struct error *err)
{
    struct reading reading = {.arena = arena};
    icalcomponent *calendar = parsed_calendar(text, err);
    bool good = calendar != NULL && add_entries(&reading, calendar, err);
    if (calendar != NULL) {
        icalcomponent_free(calendar);
    }
    *entries = reading.entries;
    *count = reading.count;
    return good;
}
