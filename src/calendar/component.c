/* Section numbers are RFC 5545's. Every property is added alone: icalcomponent_vanew
 * stops at the first NULL. Times are put together from days and minutes: libical's own
 * conversions get zones wrong. */
#include "component.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/buffer.h"

enum { DAY = 24 * 60 * 60, EVENT_MINUTES = 15, ALL_DAY_ALARM_HOURS = 15 };

enum { PRIORITY_HIGH = 1, PRIORITY_NORMAL = 5 };

static struct icaltimetype time_of(struct wall wall, bool utc)
{
    struct date date = day_date(wall.day);
    struct icaltimetype time = icaltime_null_time();
    time.year = date.year;
    time.month = date.month;
    time.day = date.mday;
    time.is_date = wall.minute == MINUTE_NONE;
    if (!time.is_date) {
        time.hour = wall.minute / 60;
        time.minute = wall.minute % 60;
    }
    time.zone = utc ? icaltimezone_get_utc_timezone() : NULL;
    return time;
}

static struct icaltimetype utc_time(int64_t utc)
{
    int64_t day = utc >= 0 ? utc / DAY : -((DAY - 1 - utc) / DAY);
    int second = (int)(utc - day * DAY);
    struct icaltimetype time = time_of((struct wall){(day_number)day, second / 60}, true);
    time.second = second % 60;
    return time;
}

static void add(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

/* A DATE keeps its type, a zoned time its TZID (3.8.2.4); libical writes neither by
 * itself. */
static void add_time(icalcomponent *component, icalproperty *property,
                     const struct moment *moment)
{
    if (moment->wall.minute == MINUTE_NONE) {
        icalproperty_set_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
    } else if (moment->zone != NULL) {
        icalproperty_set_parameter(property, icalparameter_new_tzid(moment->zone));
    }
    add(component, property);
}

static struct wall later(struct wall wall, int minutes)
{
    int total = wall.minute + minutes;
    return (struct wall){wall.day + total / (24 * 60), total % (24 * 60)};
}

static struct icaltimetype start_of(const struct moment *moment)
{
    bool utc = moment->zone == NULL && moment->wall.minute != MINUTE_NONE;
    return utc ? utc_time(moment->utc) : time_of(moment->wall, false);
}

/* DTEND lies after the start, or some programs leave the item out; of a day it is the
 * next one (3.6.1). */
static struct icaltimetype end_of(const struct moment *moment)
{
    if (moment->wall.minute == MINUTE_NONE) {
        return time_of((struct wall){moment->wall.day + 1, MINUTE_NONE}, false);
    }
    if (moment->zone == NULL) {
        return utc_time(moment->utc + (int64_t)EVENT_MINUTES * 60);
    }
    return time_of(later(moment->wall, EVENT_MINUTES), false);
}

/* Whole hours stay hours: -P1D is a nominal day, which over a change of clocks is not 24
 * hours. */
static struct icaltriggertype trigger_before(int minutes)
{
    struct icaltriggertype trigger = {.time = icaltime_null_time(),
                                      .duration = icaldurationtype_null_duration()};
    trigger.duration.is_neg = minutes > 0;
    trigger.duration.hours = (unsigned)minutes / 60;
    trigger.duration.minutes = (unsigned)minutes % 60;
    return trigger;
}

/* One alarm, DISPLAY, relative, never after the start (3.6.6, 3.8.6.3). */
static void add_alarm(icalcomponent *component, int minutes, const char *title, bool task)
{
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    icalproperty *trigger =
        icalproperty_new_trigger(trigger_before(minutes < 0 ? 0 : minutes));
    if (task) {
        icalproperty_set_parameter(trigger, icalparameter_new_related(ICAL_RELATED_END));
    }
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, trigger);
    add(alarm, icalproperty_new_description(title));
    icalcomponent_add_component(component, alarm);
}

/* DTSTAMP is the time of the last change (3.8.7.2, without METHOD), so that what did not
 * change is written in the same bytes again. */
static void add_identity(icalcomponent *component, const struct reminder *reminder,
                         const char *uid)
{
    add(component, icalproperty_new_uid(uid));
    add(component, icalproperty_new_dtstamp(utc_time(reminder->changed_utc)));
    add(component, icalproperty_new_created(utc_time(reminder->created_utc)));
    add(component, icalproperty_new_lastmodified(utc_time(reminder->changed_utc)));
    add(component, icalproperty_new_sequence(reminder->sequence));
}

static void add_text(icalcomponent *component, const struct item_text *text)
{
    if (text->description != NULL) {
        add(component, icalproperty_new_description(text->description));
    }
    add(component, icalproperty_new_categories("touchbase"));
    add(component, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    if (text->link != NULL) {
        add(component, icalproperty_new_url(text->link));
    }
}

/* The component as text; it is freed. What libical could not write would be in it as
 * X-LIC-ERROR. */
static char *finish(icalcomponent *component, struct error *err)
{
    char *text = icalcomponent_as_ical_string_r(component);
    icalcomponent_free(component);
    if (text == NULL || strstr(text, "\nX-LIC-ERROR") != NULL) {
        free(text);
        (void)error_set(err, ERROR_FAILED,
                        "the calendar library could not write an item");
        return NULL;
    }
    return text;
}

char *component_event(const struct reminder *reminder, const struct item_text *text,
                      const struct moment *moment, struct error *err)
{
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    bool all_day = moment->wall.minute == MINUTE_NONE;
    add_identity(event, reminder, reminder->uid);
    add(event, icalproperty_new_summary(text->title));
    add_time(event, icalproperty_new_dtstart(start_of(moment)), moment);
    add_time(event, icalproperty_new_dtend(end_of(moment)), moment);
    add(event, icalproperty_new_transp(reminder->busy ? ICAL_TRANSP_OPAQUE
                                                      : ICAL_TRANSP_TRANSPARENT));
    add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    add_text(event, text);
    add_alarm(event, all_day ? ALL_DAY_ALARM_HOURS * 60 : reminder->alarm_minutes,
              text->title, false);
    return finish(event, err);
}

char *component_task(const struct reminder *reminder, const struct item_text *text,
                     const struct moment *moment, struct error *err)
{
    icalcomponent *task = icalcomponent_new(ICAL_VTODO_COMPONENT);
    struct buffer uid = {0};
    buffer_add_format(&uid, "%s-task", reminder->uid);
    add_identity(task, reminder, buffer_string(&uid));
    buffer_free(&uid);
    add(task, icalproperty_new_summary(text->title));
    add_time(task, icalproperty_new_due(start_of(moment)), moment);
    add(task, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
    add(task,
        icalproperty_new_priority(reminder->busy ? PRIORITY_HIGH : PRIORITY_NORMAL));
    add_text(task, text);
    if (moment->wall.minute != MINUTE_NONE) {
        add_alarm(task, reminder->alarm_minutes, text->title, true);
    }
    return finish(task, err);
}

static void add_rule(icalcomponent *part, const struct observance *observance)
{
    static const enum icalrecurrencetype_weekday days[] = {
        ICAL_MONDAY_WEEKDAY,   ICAL_TUESDAY_WEEKDAY, ICAL_WEDNESDAY_WEEKDAY,
        ICAL_THURSDAY_WEEKDAY, ICAL_FRIDAY_WEEKDAY,  ICAL_SATURDAY_WEEKDAY,
        ICAL_SUNDAY_WEEKDAY};
    struct icalrecurrencetype rule;
    icalrecurrencetype_clear(&rule);
    rule.freq = ICAL_YEARLY_RECURRENCE;
    rule.by_month[0] = (short)day_date(observance->first.day).month;
    int day = (int)days[day_weekday(observance->first.day)];
    rule.by_day[0] =
        (short)(observance->nth < 0 ? -(8 + day) : 8 * observance->nth + day);
    add(part, icalproperty_new_rrule(rule));
}

static icalcomponent *new_observance(const struct observance *observance)
{
    icalcomponent *part = icalcomponent_new(
        observance->daylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
    if (observance->abbreviation[0] != '\0') {
        add(part, icalproperty_new_tzname(observance->abbreviation));
    }
    add(part, icalproperty_new_tzoffsetfrom(observance->offset_from));
    add(part, icalproperty_new_tzoffsetto(observance->offset_to));
    add(part, icalproperty_new_dtstart(time_of(observance->first, false)));
    if (observance->nth != 0) {
        add_rule(part, observance);
    }
    return part;
}

char *component_zone(const char *name, const struct yearly_zone *rules, struct error *err)
{
    icalcomponent *zone = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    add(zone, icalproperty_new_tzid(name));
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < rules->count; i++) {
            if (rules->observances[i].daylight == (pass == 0)) {
                icalcomponent_add_component(zone, new_observance(&rules->observances[i]));
            }
        }
    }
    return finish(zone, err);
}

static void add_x(icalcomponent *component, const char *name, const char *value)
{
    icalproperty *property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    add(component, property);
}

/* How often to look again: RFC 7986 5.7, and what older programs know. */
static void add_refresh(icalcomponent *calendar)
{
    struct icaldurationtype hour = icaldurationtype_null_duration();
    hour.hours = 1;
    icalproperty *refresh = icalproperty_new_refreshinterval(hour);
    icalproperty_set_parameter(refresh, icalparameter_new_value(ICAL_VALUE_DURATION));
    add(calendar, refresh);
    add_x(calendar, "X-PUBLISHED-TTL", "PT1H");
}

char *component_header(const struct calendar_options *options, const char *name,
                       struct error *err)
{
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid(options->product));
    add(calendar, icalproperty_new_calscale("GREGORIAN"));
    if (name != NULL) {
        add_x(calendar, "X-WR-CALNAME", name);
    }
    if (options->subscribed) {
        add_refresh(calendar);
    }
    char *text = finish(calendar, err);
    if (text != NULL) {
        text[strlen(text) - strlen("END:VCALENDAR\r\n")] = '\0';
    }
    return text;
}
