#include "recurrence.h"

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
    const struct series *series;
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
static bool is_behind(const struct series *series, struct icaltimetype until,
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
    const struct series *series = looking->series;
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

bool series_next(struct next_search *search, const struct series *series,
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
