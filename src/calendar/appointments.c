#include "touchbase/calendar/appointments.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "entry_people.h"
#include "parsed.h"
#include "recurrence.h"
#include "touchbase/base/fnv.h"

enum { LINE_LIMIT = 200, UID_LIMIT = 255, WORK_MAX = 200000 };

/* An event or task as it stands in the file. */
struct entry {
    icalcomponent *component;
    icalcomponent *calendar; /* the one it is in: its zones and its METHOD */
    const char *uid;
    bool single; /* it stands for one of a series (RECURRENCE-ID) */
    int sequence;
    int64_t stamp; /* UTC seconds of DTSTAMP */
    size_t place;  /* in the file */
};

struct reading {
    struct arena *arena;
    struct entry *entries;
    size_t count;
    size_t capacity;
    struct entry_zones zones;
    struct next_search search;
};

static uint64_t mix(uint64_t hash, const char *text)
{
    if (text != NULL) {
        hash = fnv_on(hash, text, strlen(text));
    }
    return fnv_on(hash, "\xFF", 1);
}

static icalproperty *start_of(icalcomponent *component)
{
    icalproperty *due =
        icalcomponent_isa(component) == ICAL_VTODO_COMPONENT
            ? icalcomponent_get_first_property(component, ICAL_DUE_PROPERTY)
            : NULL;
    return due != NULL
               ? due
               : icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
}

/* An entry without a UID is known by what it says. */
static const char *made_uid(struct arena *arena, icalcomponent *component)
{
    icalproperty *start = start_of(component);
    uint64_t hash = mix(FNV_START, icalcomponent_get_summary(component));
    hash = mix(hash, icalcomponent_get_location(component));
    hash = mix(hash, start != NULL ? icalproperty_get_value_as_string(start) : NULL);
    return arena_format(arena, "without-uid-%016" PRIx64, hash);
}

static const char *uid_of(struct arena *arena, icalcomponent *component)
{
    const char *uid = entry_line(arena, icalcomponent_get_uid(component), UID_LIMIT);
    return uid != NULL ? uid : made_uid(arena, component);
}

static bool add_entry(struct reading *reading, icalcomponent *calendar,
                      icalcomponent *component, struct error *err)
{
    if (reading->count == APPOINTMENTS_MAX) {
        return error_set(err, ERROR_FAILED, "it holds more than %d events and tasks",
                         APPOINTMENTS_MAX);
    }
    reading->entries =
        arena_grow(reading->arena, reading->entries, reading->count, reading->count + 1,
                   sizeof *reading->entries, &reading->capacity);
    struct icaltimetype stamp = icalcomponent_get_dtstamp(component);
    reading->entries[reading->count] = (struct entry){
        .component = component,
        .calendar = calendar,
        .uid = uid_of(reading->arena, component),
        .single = icalcomponent_get_first_property(component,
                                                   ICAL_RECURRENCEID_PROPERTY) != NULL,
        .sequence = icalcomponent_get_sequence(component),
        .stamp = icaltime_is_null_time(stamp) ? 0 : icaltime_as_timet(stamp),
        .place = reading->count,
    };
    reading->count++;
    return true;
}

/* Also of several calendars one behind the other, which libical puts into one. What
 * others answered to an invitation is no entry. */
static bool add_entries(struct reading *reading, icalcomponent *calendar,
                        struct error *err)
{
    icalcompiter at = icalcomponent_begin_component(calendar, ICAL_ANY_COMPONENT);
    bool good = true;
    if (icalcomponent_get_method(calendar) == ICAL_METHOD_REPLY) {
        return true;
    }
    for (icalcomponent *part = icalcompiter_deref(&at); good && part != NULL;
         part = icalcompiter_next(&at)) {
        icalcomponent_kind kind = icalcomponent_isa(part);
        if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT) {
            good = add_entry(reading, calendar, part, err);
        } else if (kind == ICAL_VCALENDAR_COMPONENT) {
            good = add_entries(reading, part, err);
        }
    }
    return good;
}

/* By UID, what stands for the whole first, of those what was revised last. */
static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    int order = strcmp(left->uid, right->uid);
    if (order == 0) {
        order = left->single - right->single;
    }
    if (order == 0) {
        order = (right->sequence > left->sequence) - (right->sequence < left->sequence);
    }
    if (order == 0) {
        order = (right->stamp > left->stamp) - (right->stamp < left->stamp);
    }
    return order != 0 ? order
                      : (right->place > left->place) - (right->place < left->place);
}

static enum appointment_state state_of(icalcomponent *calendar, icalcomponent *component)
{
    enum icalproperty_status status = icalcomponent_get_status(component);
    if (status == ICAL_STATUS_CANCELLED ||
        icalcomponent_get_method(calendar) == ICAL_METHOD_CANCEL) {
        return APPOINTMENT_CANCELLED;
    }
    return status == ICAL_STATUS_COMPLETED ? APPOINTMENT_DONE : APPOINTMENT_STANDS;
}

static void set_time(struct arena *arena, const struct entry_time *time,
                     struct appointment *out)
{
    out->when = time->wall;
    out->zone = arena_string(arena, time->zone);
}

/* Its next time; what was over stays at its own. */
static icalcomponent *find_time(struct reading *reading, const struct entry *entries,
                                size_t count, struct appointment *out)
{
    const struct entry *first = &entries[0];
    icalcomponent **others = arena_array(reading->arena, count, sizeof *others);
    struct entry_series series = {.first = first->component,
                                  .start =
                                      first->single ? NULL : start_of(first->component),
                                  .others = others,
                                  .clock = {.here = reading->zones.here},
                                  .calendar = first->calendar};
    struct entry_time time = {.wall = {DAY_NONE, MINUTE_NONE}};
    icalproperty *start = start_of(first->component);
    icalcomponent *shown;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].single) {
            others[series.other_count++] = entries[i].component;
        }
    }
    if (start != NULL) {
        series.clock =
            entry_clock_of(&reading->zones, reading->arena, first->calendar, start);
        out->astray = series.clock.astray;
    }
    out->rule = first->single ? NULL : entry_series_rule(reading->arena, &series);
    if (entry_series_next(&reading->search, &series, &time, &shown)) {
        set_time(reading->arena, &time, out);
        entry_series_describe(&reading->search, &series, &time, shown, out);
        return shown;
    }
    out->over =
        start != NULL &&
        entry_time_read(&series.clock,
                        icalvalue_get_datetimedate(icalproperty_get_value(start)), &time);
    set_time(reading->arena, &time, out);
    return first->component;
}

/* One appointment of all entries with a UID. False when it has no time and needs one. */
static bool read_appointment(struct reading *reading, const struct entry *entries,
                             size_t count, struct appointment *out)
{
    struct arena *arena = reading->arena;
    const struct entry *first = &entries[0];
    *out = (struct appointment){
        .uid = first->uid, .series.start = {DAY_NONE, MINUTE_NONE}, .day = DAY_NONE};
    out->task = icalcomponent_isa(first->component) == ICAL_VTODO_COMPONENT;
    out->state = state_of(first->calendar, first->component);
    icalcomponent *shown = find_time(reading, entries, count, out);
    out->title = entry_line(arena, icalcomponent_get_summary(shown), LINE_LIMIT);
    out->place = entry_line(arena, icalcomponent_get_location(shown), LINE_LIMIT);
    entry_people(arena, shown, out);
    return out->task || out->when.day != DAY_NONE || out->state == APPOINTMENT_CANCELLED;
}

/* How many entries from the first one on are the same appointment: all that stand for
 * single ones of it, and the latest that stands for the whole. */
static size_t same_uid(const struct entry *entries, size_t count)
{
    size_t same = 1;
    while (same < count && strcmp(entries[same].uid, entries[0].uid) == 0) {
        same++;
    }
    return same;
}

static int compare_times(const void *a, const void *b)
{
    const struct appointment *left = a, *right = b;
    int order = wall_compare(left->when, right->when);
    return order != 0 ? order : strcmp(left->uid, right->uid);
}

static size_t read_all(struct reading *reading, struct appointment *appointments)
{
    size_t count = 0;
    qsort(reading->entries, reading->count, sizeof *reading->entries, compare_entries);
    for (size_t i = 0; i < reading->count;) {
        size_t same = same_uid(&reading->entries[i], reading->count - i);
        count +=
            read_appointment(reading, &reading->entries[i], same, &appointments[count]);
        i += same;
    }
    if (count > 0) {
        qsort(appointments, count, sizeof *appointments, compare_times);
    }
    return count;
}

static bool read_calendar(struct reading *reading, icalcomponent *calendar,
                          struct appointment **appointments, size_t *count,
                          struct error *err)
{
    if (!add_entries(reading, calendar, err)) {
        return false;
    }
    if (reading->count == 0) {
        return error_set(err, ERROR_FAILED, "it holds neither an event nor a task");
    }
    *appointments = arena_array(reading->arena, reading->count, sizeof **appointments);
    *count = read_all(reading, *appointments);
    return true;
}

bool calendar_appointments(struct arena *arena, const char *text, const struct zone *here,
                           int64_t now_utc, struct appointment **appointments,
                           size_t *count, struct error *err)
{
    struct reading reading = {.arena = arena, .zones = {.here = here}};
    reading.search = (struct next_search){.zones = &reading.zones,
                                          .arena = arena,
                                          .now_utc = now_utc,
                                          .today = zone_wall(here, now_utc).day,
                                          .work = WORK_MAX};
    icalcomponent *calendar = parsed_calendar(text, err);
    if (calendar == NULL) {
        return false;
    }
    bool good = read_calendar(&reading, calendar, appointments, count, err);
    icalcomponent_free(calendar);
    entry_zones_close(&reading.zones);
    return good;
}
