#include "touchbase/calendar/days.h"

#include <libical/ical.h>

#include "parsed.h"
#include "recurrence.h"

enum { YEAR_FIRST = 1990, YEAR_LAST = 2099 };

struct gathering {
    struct arena *arena;
    day_number *days;
    size_t count;
    size_t capacity;
    size_t work; /* days and occurrences looked at */
};

/* An event, and the days its rules leave out. */
struct event {
    icalcomponent *component;
    struct icaltimetype start;
    int length; /* days */
    const day_number *left_out;
    size_t left_out_count;
};

static bool is_day(struct icaltimetype time)
{
    return time.is_date && day_exists(time.year, time.month, time.day);
}

static day_number day_at(struct icaltimetype time)
{
    return day_of(time.year, time.month, time.day);
}

static bool may_go_on(struct gathering *gathering, struct error *err)
{
    return ++gathering->work <= CALENDAR_DAYS_MAX ||
           error_set(err, ERROR_FAILED, "it names more than %d days", CALENDAR_DAYS_MAX);
}

static void add_day(struct gathering *gathering, day_number day)
{
    gathering->days =
        arena_grow(gathering->arena, gathering->days, gathering->count,
                   gathering->count + 1, sizeof *gathering->days, &gathering->capacity);
    gathering->days[gathering->count++] = day;
}

static bool is_left_out(const struct event *event, day_number day)
{
    for (size_t i = 0; i < event->left_out_count; i++) {
        if (event->left_out[i] == day) {
            return true;
        }
    }
    return false;
}

/* One occurrence: as many days as the event has. */
static bool add_occurrence(struct gathering *gathering, const struct event *event,
                           struct icaltimetype start, struct error *err)
{
    if (!is_day(start) || is_left_out(event, day_at(start))) {
        return may_go_on(gathering, err);
    }
    for (int i = 0; i < event->length; i++) {
        day_number day = day_at(start) + i;
        if (!may_go_on(gathering, err)) {
            return false;
        }
        if (day >= day_of(YEAR_FIRST, 1, 1) && day <= day_of(YEAR_LAST, 12, 31)) {
            add_day(gathering, day);
        }
    }
    return true;
}

static bool add_rule(struct gathering *gathering, const struct event *event,
                     struct icalrecurrencetype rule, struct error *err)
{
    bool good = true;
    icalrecur_iterator *iterator =
        recurrence_is_calm(&rule) ? icalrecur_iterator_new(rule, event->start) : NULL;
    if (iterator == NULL) {
        return true; /* a rule that cannot be followed has no days but the first */
    }
    for (;;) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next) || next.year > YEAR_LAST) {
            break;
        }
        good = add_occurrence(gathering, event, next, err);
        if (!good) {
            break;
        }
    }
    icalrecur_iterator_free(iterator);
    return good;
}

/* The days of EXDATE, at most CALENDAR_DAYS_MAX in the whole calendar. */
static bool leave_out(struct gathering *gathering, struct event *event, struct error *err)
{
    day_number *days = NULL;
    size_t capacity = 0;
    size_t count = 0;
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_EXDATE_PROPERTY);
    for (; property != NULL; property = icalcomponent_get_next_property(
                                 event->component, ICAL_EXDATE_PROPERTY)) {
        struct icaltimetype time = icalproperty_get_exdate(property);
        if (!may_go_on(gathering, err)) {
            return false;
        }
        if (is_day(time)) {
            days = arena_grow(gathering->arena, days, count, count + 1, sizeof *days,
                              &capacity);
            days[count++] = day_at(time);
        }
    }
    event->left_out = days;
    event->left_out_count = count;
    return true;
}

static bool add_dates(struct gathering *gathering, const struct event *event,
                      struct error *err)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_RDATE_PROPERTY);
    for (; property != NULL; property = icalcomponent_get_next_property(
                                 event->component, ICAL_RDATE_PROPERTY)) {
        if (!add_occurrence(gathering, event, icalproperty_get_rdate(property).time,
                            err)) {
            return false;
        }
    }
    return true;
}

static bool add_rules(struct gathering *gathering, const struct event *event,
                      struct error *err)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_RRULE_PROPERTY);
    for (; property != NULL; property = icalcomponent_get_next_property(
                                 event->component, ICAL_RRULE_PROPERTY)) {
        if (!add_rule(gathering, event, icalproperty_get_rrule(property), err)) {
            return false;
        }
    }
    return true;
}

/* DTEND is the day after the last; without one it is one day (3.6.1). */
static int length_of(icalcomponent *component, struct icaltimetype start)
{
    struct icaltimetype end = icalcomponent_get_dtend(component);
    if (!is_day(end) || day_at(end) <= day_at(start)) {
        return 1;
    }
    day_number length = day_at(end) - day_at(start);
    return length < CALENDAR_DAYS_MAX ? (int)length : CALENDAR_DAYS_MAX + 1;
}

static bool add_event(struct gathering *gathering, icalcomponent *component,
                      struct error *err)
{
    struct event event = {.component = component,
                          .start = icalcomponent_get_dtstart(component)};
    if (!is_day(event.start) ||
        icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED) {
        return may_go_on(gathering, err);
    }
    event.length = length_of(component, event.start);
    return leave_out(gathering, &event, err) &&
           add_occurrence(gathering, &event, event.start, err) &&
           add_rules(gathering, &event, err) && add_dates(gathering, &event, err);
}

/* Also of several calendars one behind the other, which libical puts into one. */
static bool add_events(struct gathering *gathering, icalcomponent *calendar,
                       struct error *err)
{
    icalcompiter at = icalcomponent_begin_component(calendar, ICAL_ANY_COMPONENT);
    for (icalcomponent *component = icalcompiter_deref(&at); component != NULL;
         component = icalcompiter_next(&at)) {
        icalcomponent_kind kind = icalcomponent_isa(component);
        if (kind == ICAL_VEVENT_COMPONENT && !add_event(gathering, component, err)) {
            return false;
        }
        if (kind == ICAL_VCALENDAR_COMPONENT && !add_events(gathering, component, err)) {
            return false;
        }
    }
    return true;
}

bool calendar_days(struct arena *arena, const char *text, day_number **days,
                   size_t *count, struct error *err)
{
    struct gathering gathering = {.arena = arena};
    icalcomponent *calendar = parsed_calendar(text, err);
    bool good = calendar != NULL && add_events(&gathering, calendar, err);
    if (calendar != NULL) {
        icalcomponent_free(calendar);
    }
    *days = gathering.days;
    *count = gathering.count;
    return good;
}
