/* Section numbers are RFC 5545's. Written line by line: a library that builds a tree of
 * each item first takes as long as reading the desk. */
#include "component.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content_line.h"

enum { DAY = 24 * 60 * 60, EVENT_MINUTES = 15, ALL_DAY_ALARM_HOURS = 15 };

enum { PRIORITY_HIGH = 1, PRIORITY_NORMAL = 5 };

/* Fits every value and name that is put together here, zones' names included. */
enum { SHORT_SIZE = 320 };

static void add_number(struct buffer *out, const char *name, int number)
{
    char value[SHORT_SIZE];
    (void)snprintf(value, sizeof value, "%d", number);
    content_line(out, name, value);
}

static void add_date(struct buffer *out, const char *name, day_number day)
{
    struct date date = day_date(day);
    char value[SHORT_SIZE];
    (void)snprintf(value, sizeof value, "%04d%02d%02d", date.year, date.month, date.mday);
    content_line(out, name, value);
}

/* A wall time; suffix "Z" in UTC (3.3.5). */
static void add_time(struct buffer *out, const char *name, struct wall wall, int second,
                     const char *suffix)
{
    struct date date = day_date(wall.day);
    char value[SHORT_SIZE];
    (void)snprintf(value, sizeof value, "%04d%02d%02dT%02d%02d%02d%s", date.year,
                   date.month, date.mday, wall.minute / 60, wall.minute % 60, second,
                   suffix);
    content_line(out, name, value);
}

static void add_utc(struct buffer *out, const char *name, int64_t utc)
{
    int64_t day = utc >= 0 ? utc / DAY : -((DAY - 1 - utc) / DAY);
    int second = (int)(utc - day * DAY);
    add_time(out, name, (struct wall){(day_number)day, second / 60}, second % 60, "Z");
}

static struct wall later(struct wall wall, int minutes)
{
    int total = wall.minute + minutes;
    return (struct wall){wall.day + total / (24 * 60), total % (24 * 60)};
}

/* name at so many minutes after the moment, of a day alone at so many days: a DATE, in
 * its zone (3.8.2.4), or in UTC. */
static void add_moment(struct buffer *out, const char *name, const struct moment *moment,
                       int days, int minutes)
{
    char whole[SHORT_SIZE];
    if (moment->wall.minute == MINUTE_NONE) {
        (void)snprintf(whole, sizeof whole, "%s;VALUE=DATE", name);
        add_date(out, whole, moment->wall.day + days);
    } else if (moment->zone == NULL) {
        add_utc(out, name, moment->utc + (int64_t)minutes * 60);
    } else {
        (void)snprintf(whole, sizeof whole, "%s;TZID=%s", name, moment->zone);
        add_time(out, whole, later(moment->wall, minutes), 0, "");
    }
}

/* Never after the start. Whole hours stay hours: -P1D is a nominal day, which over a
 * change of clocks is not 24 hours. */
static void add_trigger(struct buffer *out, const char *name, int minutes)
{
    int hours = minutes / 60;
    int rest = minutes % 60;
    char value[SHORT_SIZE] = "PT0S";
    if (minutes > 0 && hours == 0) {
        (void)snprintf(value, sizeof value, "-PT%dM", rest);
    } else if (minutes > 0 && rest == 0) {
        (void)snprintf(value, sizeof value, "-PT%dH", hours);
    } else if (minutes > 0) {
        (void)snprintf(value, sizeof value, "-PT%dH%dM", hours, rest);
    }
    content_line(out, name, value);
}

/* One alarm, DISPLAY, relative (3.6.6, 3.8.6.3). */
static void add_alarm(struct buffer *out, const char *trigger, int minutes,
                      const char *title)
{
    content_line(out, "BEGIN", "VALARM");
    content_line(out, "ACTION", "DISPLAY");
    add_trigger(out, trigger, minutes);
    content_text(out, "DESCRIPTION", title);
    content_line(out, "END", "VALARM");
}

/* DTSTAMP is the time of the last change (3.8.7.2, without METHOD), so that what did not
 * change is written in the same bytes again. */
static void add_identity(struct buffer *out, const struct reminder *reminder,
                         const char *ending)
{
    char uid[SHORT_SIZE];
    (void)snprintf(uid, sizeof uid, "%s%s", reminder->uid, ending);
    content_line(out, "UID", uid);
    add_utc(out, "DTSTAMP", reminder->changed_utc);
    add_utc(out, "CREATED", reminder->created_utc);
    add_utc(out, "LAST-MODIFIED", reminder->changed_utc);
    add_number(out, "SEQUENCE", reminder->sequence);
}

static void add_text(struct buffer *out, const struct item_text *text)
{
    if (text->description != NULL) {
        content_text(out, "DESCRIPTION", text->description);
    }
    content_line(out, "CATEGORIES", "touchbase");
    content_line(out, "CLASS", "PRIVATE");
    if (text->link != NULL) {
        content_line(out, "URL", text->link);
    }
}

/* DTEND lies after the start, or some programs leave the item out; of a day it is the
 * next one (3.6.1). */
void component_event(struct buffer *out, const struct reminder *reminder,
                     const struct item_text *text, const struct moment *moment)
{
    bool all_day = moment->wall.minute == MINUTE_NONE;
    content_line(out, "BEGIN", "VEVENT");
    add_identity(out, reminder, "");
    content_text(out, "SUMMARY", text->title);
    add_moment(out, "DTSTART", moment, 0, 0);
    add_moment(out, "DTEND", moment, 1, EVENT_MINUTES);
    content_line(out, "TRANSP", reminder->busy ? "OPAQUE" : "TRANSPARENT");
    content_line(out, "STATUS", "CONFIRMED");
    add_text(out, text);
    add_alarm(out, "TRIGGER",
              all_day ? ALL_DAY_ALARM_HOURS * 60 : reminder->alarm_minutes, text->title);
    content_line(out, "END", "VEVENT");
}

void component_task(struct buffer *out, const struct reminder *reminder,
                    const struct item_text *text, const struct moment *moment)
{
    content_line(out, "BEGIN", "VTODO");
    add_identity(out, reminder, "-task");
    content_text(out, "SUMMARY", text->title);
    add_moment(out, "DUE", moment, 0, 0);
    content_line(out, "STATUS", "NEEDS-ACTION");
    add_number(out, "PRIORITY", reminder->busy ? PRIORITY_HIGH : PRIORITY_NORMAL);
    add_text(out, text);
    if (moment->wall.minute != MINUTE_NONE) {
        add_alarm(out, "TRIGGER;RELATED=END", reminder->alarm_minutes, text->title);
    }
    content_line(out, "END", "VTODO");
}

static void add_offset(struct buffer *out, const char *name, int seconds)
{
    char value[SHORT_SIZE];
    int minutes = abs(seconds) / 60;
    (void)snprintf(value, sizeof value, "%c%02d%02d", seconds < 0 ? '-' : '+',
                   minutes / 60, minutes % 60);
    content_line(out, name, value);
}

static void add_rule(struct buffer *out, const struct observance *observance)
{
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    char value[SHORT_SIZE];
    (void)snprintf(value, sizeof value, "FREQ=YEARLY;BYDAY=%d%s;BYMONTH=%d",
                   observance->nth, days[day_weekday(observance->first.day)],
                   day_date(observance->first.day).month);
    content_line(out, "RRULE", value);
}

static void add_observance(struct buffer *out, const struct observance *observance)
{
    const char *kind = observance->daylight ? "DAYLIGHT" : "STANDARD";
    content_line(out, "BEGIN", kind);
    if (observance->abbreviation[0] != '\0') {
        content_text(out, "TZNAME", observance->abbreviation);
    }
    add_offset(out, "TZOFFSETFROM", observance->offset_from);
    add_offset(out, "TZOFFSETTO", observance->offset_to);
    add_time(out, "DTSTART", observance->first, 0, "");
    if (observance->nth != 0) {
        add_rule(out, observance);
    }
    content_line(out, "END", kind);
}

void component_zone(struct buffer *out, const char *name, const struct yearly_zone *rules)
{
    content_line(out, "BEGIN", "VTIMEZONE");
    content_line(out, "TZID", name);
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < rules->count; i++) {
            if (rules->observances[i].daylight == (pass == 0)) {
                add_observance(out, &rules->observances[i]);
            }
        }
    }
    content_line(out, "END", "VTIMEZONE");
}

/* How often to look again: RFC 7986 5.7, and what older programs know. */
static void add_refresh(struct buffer *out)
{
    content_line(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    content_line(out, "X-PUBLISHED-TTL", "PT1H");
}

void component_header(struct buffer *out, const struct calendar_options *options,
                      const char *name)
{
    content_line(out, "BEGIN", "VCALENDAR");
    content_line(out, "VERSION", "2.0");
    content_line(out, "PRODID", options->product);
    content_line(out, "CALSCALE", "GREGORIAN");
    if (name != NULL) {
        content_line(out, "X-WR-CALNAME", name);
    }
    if (options->subscribed) {
        add_refresh(out);
    }
}

void component_end(struct buffer *out)
{
    content_line(out, "END", "VCALENDAR");
}
