#include "recurrence.h"

#include <stdlib.h>

enum { LEFT_OUT_MAX = 1000 };

static bool is_single(const short *list)
{
    return list[0] == ICAL_RECURRENCE_ARRAY_MAX || list[1] == ICAL_RECURRENCE_ARRAY_MAX;
}

bool recurrence_is_calm(const struct icalrecurrencetype *rule)
{
    return rule->freq >= ICAL_DAILY_RECURRENCE && rule->freq <= ICAL_YEARLY_RECURRENCE &&
           is_single(rule->by_hour) && is_single(rule->by_minute) &&
           is_single(rule->by_second);
}

bool entry_is_over(const struct next_search *search, const struct entry_time *time)
{
    return time->wall.minute == MINUTE_NONE ? time->wall.day < search->today
                                            : time->utc < search->now_utc;
}

/* What is being looked for, and the best so far. */
struct looking {
    struct next_search *search;
    const struct entry_series *series;
    int64_t *left_out; /* UTC seconds of those that are not, or are told by others */
    size_t left_out_count;
    size_t left_out_capacity;
    bool found;
    struct entry_time best;
    icalcomponent *shown;
};

static void leave_out(struct looking *looking, struct icaltimetype time)
{
    const struct entry_clock *clock = &looking->series->clock;
    const struct entry_clock utc = {.here = clock->here};
    struct entry_time read;
    if (looking->left_out_count == LEFT_OUT_MAX ||
        !entry_time_read(icaltime_is_utc(time) && !clock->days ? &utc : clock, time,
                         &read)) {
        return;
    }
    looking->left_out =
        arena_grow(looking->search->arena, looking->left_out, looking->left_out_count,
                   looking->left_out_count + 1, sizeof *looking->left_out,
                   &looking->left_out_capacity);
    looking->left_out[looking->left_out_count++] = read.utc;
}

static bool is_left_out(const struct looking *looking, int64_t utc)
{
    for (size_t i = 0; i < looking->left_out_count; i++) {
        if (looking->left_out[i] == utc) {
            return true;
        }
    }
    return false;
}

static void offer(struct looking *looking, const struct entry_time *time,
                  icalcomponent *shown)
{
    if (entry_is_over(looking->search, time) ||
        (looking->found && looking->best.utc <= time->utc)) {
        return;
    }
    looking->found = true;
    looking->best = *time;
    looking->shown = shown;
}

/* One that the first entry's rules give. False when no later one can be better. */
static bool offer_own(struct looking *looking, struct icaltimetype time)
{
    struct entry_time read;
    if (!entry_time_read(&looking->series->clock, time, &read) ||
        is_left_out(looking, read.utc)) {
        return true;
    }
    offer(looking, &read, looking->series->first);
    return entry_is_over(looking->search, &read);
}

static void leave_out_those_named(struct looking *looking)
{
    icalcomponent *first = looking->series->first;
    icalproperty *property =
        icalcomponent_get_first_property(first, ICAL_EXDATE_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(first, ICAL_EXDATE_PROPERTY)) {
        leave_out(looking, icalproperty_get_exdate(property));
    }
    for (size_t i = 0; i < looking->series->other_count; i++) {
        leave_out(looking, icalcomponent_get_recurrenceid(looking->series->others[i]));
    }
}

/* UNTIL is told in UTC when the series has a zone (3.3.10): compared as an instant. */
static bool is_behind(const struct entry_series *series, struct icaltimetype until,
                      struct icaltimetype time)
{
    struct entry_time end, read;
    const struct entry_clock utc = {.here = series->clock.here};
    bool zoned = icaltime_is_utc(until) && !icaltime_is_date(until);
    if (icaltime_is_null_time(until) || !entry_time_read(&series->clock, time, &read) ||
        !entry_time_read(zoned ? &utc : &series->clock, until, &end)) {
        return false;
    }
    return icaltime_is_date(until) ? read.wall.day > end.wall.day : read.utc > end.utc;
}

static void follow_rule(struct looking *looking, struct icalrecurrencetype rule,
                        struct icaltimetype start)
{
    struct icaltimetype until = rule.until;
    rule.until = icaltime_null_time();
    start.zone = NULL;
    icalrecur_iterator *iterator =
        recurrence_is_calm(&rule) ? icalrecur_iterator_new(rule, start) : NULL;
    while (iterator != NULL && looking->search->work-- > 0) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(next) || is_behind(looking->series, until, next) ||
            !offer_own(looking, next)) {
            break;
        }
    }
    if (iterator != NULL) {
        icalrecur_iterator_free(iterator);
    }
}

static void follow_rules(struct looking *looking, struct icaltimetype start)
{
    icalcomponent *first = looking->series->first;
    icalproperty *property = icalcomponent_get_first_property(first, ICAL_RRULE_PROPERTY);
    for (; property != NULL;
         property = icalcomponent_get_next_property(first, ICAL_RRULE_PROPERTY)) {
        follow_rule(looking, icalproperty_get_rrule(property), start);
    }
    property = icalcomponent_get_first_property(first, ICAL_RDATE_PROPERTY);
    for (; property != NULL && looking->search->work-- > 0;
         property = icalcomponent_get_next_property(first, ICAL_RDATE_PROPERTY)) {
        offer_own(looking, icalproperty_get_rdate(property).time);
    }
}

static void offer_others(struct looking *looking)
{
    const struct entry_series *series = looking->series;
    for (size_t i = 0; i < series->other_count; i++) {
        icalcomponent *other = series->others[i];
        icalproperty *start =
            icalcomponent_get_first_property(other, ICAL_DTSTART_PROPERTY);
        if (start == NULL || icalcomponent_get_status(other) == ICAL_STATUS_CANCELLED) {
            continue;
        }
        struct entry_clock clock = entry_clock_of(
            looking->search->zones, looking->search->arena, series->calendar, start);
        struct entry_time read;
        if (entry_time_read(&clock, icalproperty_get_dtstart(start), &read)) {
            offer(looking, &read, other);
        }
    }
}

bool entry_series_next(struct next_search *search, const struct entry_series *series,
                       struct entry_time *out, icalcomponent **shown)
{
    struct looking looking = {.search = search, .series = series};
    leave_out_those_named(&looking);
    if (series->start != NULL) {
        struct icaltimetype start =
            icalvalue_get_datetimedate(icalproperty_get_value(series->start));
        offer_own(&looking, start);
        follow_rules(&looking, start);
    }
    offer_others(&looking);
    if (looking.found) {
        *out = looking.best;
        *shown = looking.shown;
    }
    return looking.found;
}

/* ---- To be followed elsewhere ---- */

enum { DAY_SECONDS = 86400, MINUTE_SECONDS = 60 };

static struct wall utc_wall(int64_t utc)
{
    int64_t day = utc / DAY_SECONDS - (utc % DAY_SECONDS < 0);
    return (struct wall){(day_number)day,
                         (int)((utc - day * DAY_SECONDS) / MINUTE_SECONDS)};
}

/* A time on the clock that the rule goes by. */
static struct wall wall_there(const struct entry_clock *clock,
                              const struct entry_time *time)
{
    if (time->wall.minute == MINUTE_NONE) {
        return time->wall;
    }
    if (clock->days || clock->zone != NULL) {
        return zone_wall(clock->days ? clock->here : clock->zone, time->utc);
    }
    return utc_wall(time->utc);
}

/* The day of the rule that an EXDATE or RECURRENCE-ID names. */
static bool day_by_rule(const struct entry_series *series, struct icaltimetype time,
                        day_number *day)
{
    const struct entry_clock utc = {.here = series->clock.here};
    bool days = series->clock.days;
    struct entry_time read;
    if (icaltime_is_date(time) && day_exists(time.year, time.month, time.day)) {
        *day = day_of(time.year, time.month, time.day);
        return true;
    }
    if (!entry_time_read(icaltime_is_utc(time) && !days ? &utc : &series->clock, time,
                         &read)) {
        return false;
    }
    *day = wall_there(&series->clock, &read).day;
    return true;
}

/* UNTIL is an instant when the series has a zone: the last day that it lets through. */
static void set_until(const struct entry_series *series, struct icalrecurrencetype *rule,
                      struct wall start)
{
    const struct entry_clock utc = {.here = series->clock.here};
    struct icaltimetype until = rule->until;
    struct entry_time read;
    if (icaltime_is_null_time(until) || icaltime_is_date(until) ||
        !entry_time_read(icaltime_is_utc(until) ? &utc : &series->clock, until, &read)) {
        return;
    }
    struct wall end = wall_there(&series->clock, &read);
    struct date last = day_date(end.day - (start.minute > end.minute));
    rule->until = (struct icaltimetype){
        .year = last.year, .month = last.month, .day = last.mday, .is_date = 1};
}

static bool read_start(const struct entry_series *series, struct wall *start)
{
    struct entry_time read;
    if (series->start == NULL ||
        !entry_time_read(
            &series->clock,
            icalvalue_get_datetimedate(icalproperty_get_value(series->start)), &read)) {
        return false;
    }
    *start = wall_there(&series->clock, &read);
    return true;
}

const char *entry_series_rule(struct arena *arena, const struct entry_series *series)
{
    icalproperty *property =
        icalcomponent_get_first_property(series->first, ICAL_RRULE_PROPERTY);
    struct wall start;
    if (property == NULL || !read_start(series, &start) ||
        icalcomponent_count_properties(series->first, ICAL_RRULE_PROPERTY) != 1 ||
        icalcomponent_count_properties(series->first, ICAL_RDATE_PROPERTY) != 0) {
        return NULL;
    }
    struct icalrecurrencetype rule = icalproperty_get_rrule(property);
    set_until(series, &rule, start);
    char *text = recurrence_is_calm(&rule) ? icalrecurrencetype_as_string_r(&rule) : NULL;
    const char *copy = arena_string(arena, text);
    free(text);
    return copy;
}

static void add_exception(struct appointment *out, struct series_exception *exceptions,
                          day_number day, struct wall to)
{
    if (out->exception_count < APPOINTMENT_EXCEPTIONS_MAX) {
        exceptions[out->exception_count++] = (struct series_exception){day, to};
    }
}

static void except_those_named(const struct entry_series *series,
                               struct series_exception *exceptions,
                               struct appointment *out)
{
    icalproperty *property =
        icalcomponent_get_first_property(series->first, ICAL_EXDATE_PROPERTY);
    for (; property != NULL; property = icalcomponent_get_next_property(
                                 series->first, ICAL_EXDATE_PROPERTY)) {
        day_number day;
        if (day_by_rule(series, icalproperty_get_exdate(property), &day)) {
            add_exception(out, exceptions, day, (struct wall){DAY_NONE, MINUTE_NONE});
        }
    }
}

/* Where one that stands for a single day of the series is; nowhere when it is cancelled.
 */
static struct wall place_of(const struct next_search *search,
                            const struct entry_series *series, icalcomponent *other)
{
    icalproperty *start = icalcomponent_get_first_property(other, ICAL_DTSTART_PROPERTY);
    struct entry_time read;
    if (start != NULL && icalcomponent_get_status(other) != ICAL_STATUS_CANCELLED) {
        struct entry_clock clock =
            entry_clock_of(search->zones, search->arena, series->calendar, start);
        if (entry_time_read(&clock, icalproperty_get_dtstart(start), &read)) {
            return wall_there(&series->clock, &read);
        }
    }
    return (struct wall){DAY_NONE, MINUTE_NONE};
}

static void except_others(const struct next_search *search,
                          const struct entry_series *series, icalcomponent *shown,
                          struct series_exception *exceptions, struct appointment *out)
{
    for (size_t i = 0; i < series->other_count; i++) {
        icalcomponent *other = series->others[i];
        day_number day;
        if (!day_by_rule(series, icalcomponent_get_recurrenceid(other), &day)) {
            continue;
        }
        add_exception(out, exceptions, day, place_of(search, series, other));
        if (other == shown) {
            out->day = day;
        }
    }
}

void entry_series_describe(const struct next_search *search,
                           const struct entry_series *series,
                           const struct entry_time *time, icalcomponent *shown,
                           struct appointment *out)
{
    const struct entry_clock *clock = &series->clock;
    struct series_exception *exceptions;
    struct wall start;
    if (out->rule == NULL || clock->brought != NULL || !read_start(series, &start)) {
        return;
    }
    out->series.start = start;
    out->series.zone = clock->days ? NULL
                       : clock->zone != NULL
                           ? arena_string(search->arena, zone_name(clock->zone))
                           : "UTC";
    out->day = wall_there(clock, time).day;
    exceptions =
        arena_array(search->arena, APPOINTMENT_EXCEPTIONS_MAX, sizeof *exceptions);
    out->exceptions = exceptions;
    except_those_named(series, exceptions, out);
    except_others(search, series, shown, exceptions, out);
}
