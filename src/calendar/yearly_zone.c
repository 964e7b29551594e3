#include "yearly_zone.h"

#include <stdio.h>

enum {
    MINUTE = 60,
    DAY = 24 * 60 * 60,
    STEP = 7 * DAY, /* no two changes of a zone lie closer */
    YEARS = 10,     /* how far ahead the rules have to hold */
    CHANGE_LIMIT = 2 * (YEARS + 2)
};

/* An instant at which the offset changes. */
struct change {
    int64_t utc;
    int from;
    int to;
    struct wall wall; /* of the instant, by the offset before it */
};

static int64_t day_of_utc(int64_t utc)
{
    return utc >= 0 ? utc / DAY : -((DAY - 1 - utc) / DAY);
}

static struct wall wall_at(int64_t utc, int offset)
{
    int64_t local = utc + offset;
    int64_t day = day_of_utc(local);
    return (struct wall){(day_number)day, (int)((local - day * DAY) / MINUTE)};
}

static int year_of(int64_t utc)
{
    return day_date((day_number)day_of_utc(utc)).year;
}

/* The first second of (low, high] with the offset of high. */
static int64_t bisect(const struct zone *zone, int64_t low, int64_t high)
{
    int offset = zone_offset(zone, high);
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (zone_offset(zone, middle) == offset) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return high;
}

/* The changes after from up to until, the first CHANGE_LIMIT of them; how many there are.
 */
static int find_changes(const struct zone *zone, int64_t from, int64_t until,
                        struct change *changes)
{
    int count = 0;
    for (int64_t at = from; at < until && count < CHANGE_LIMIT; at += STEP) {
        int before = zone_offset(zone, at);
        int after = zone_offset(zone, at + STEP);
        if (before != after) {
            int64_t utc = bisect(zone, at, at + STEP);
            changes[count++] = (struct change){utc, before, after, wall_at(utc, before)};
        }
    }
    return count;
}

static int nth_of_month(day_number day)
{
    return (day_date(day).mday - 1) / 7 + 1;
}

static bool is_last_of_month(day_number day)
{
    struct date date = day_date(day);
    return date.mday + 7 > day_month_length(date.year, date.month);
}

/* Is every second change from start the same one, a year later each? */
static bool repeats(const struct change *changes, int count, int start)
{
    const struct change *first = &changes[start];
    struct date date = day_date(first->wall.day);
    for (int i = start; i < count; i += 2) {
        const struct change *other = &changes[i];
        struct date day = day_date(other->wall.day);
        if (day.year != date.year + (i - start) / 2 || day.month != date.month ||
            other->wall.minute != first->wall.minute || other->from != first->from ||
            other->to != first->to ||
            day_weekday(other->wall.day) != day_weekday(first->wall.day)) {
            return false;
        }
    }
    return true;
}

/* Which weekday of the month they all are: 1 to 4, -1 the last, 0 when they differ. */
static int common_nth(const struct change *changes, int count, int start)
{
    int nth = nth_of_month(changes[start].wall.day);
    bool same = nth <= 4;
    bool last = true;
    for (int i = start; i < count; i += 2) {
        same = same && nth_of_month(changes[i].wall.day) == nth;
        last = last && is_last_of_month(changes[i].wall.day);
    }
    return last ? -1 : same ? nth : 0;
}

static bool is_whole(const struct change *change)
{
    return change->from % MINUTE == 0 && change->to % MINUTE == 0 &&
           change->utc % MINUTE == 0;
}

static void set_abbreviation(struct observance *observance, const struct zone *zone,
                             int64_t utc)
{
    (void)snprintf(observance->abbreviation, sizeof observance->abbreviation, "%s",
                   zone_abbreviation(zone, utc));
}

static bool make_observance(const struct zone *zone, const struct change *changes,
                            int count, int start, struct observance *out)
{
    const struct change *first = &changes[start];
    *out = (struct observance){.first = first->wall,
                               .first_utc = first->utc,
                               .offset_from = first->from,
                               .offset_to = first->to,
                               .nth = common_nth(changes, count, start),
                               .daylight = first->to > first->from};
    set_abbreviation(out, zone, first->utc);
    return out->nth != 0 && is_whole(first) && repeats(changes, count, start);
}

static bool make_constant(const struct zone *zone, int64_t earliest_utc,
                          struct yearly_zone *rules)
{
    struct observance *only = &rules->observances[0];
    int offset = zone_offset(zone, earliest_utc);
    *only = (struct observance){.first = {0, 0},
                                .first_utc = -offset,
                                .offset_from = offset,
                                .offset_to = offset};
    set_abbreviation(only, zone, earliest_utc);
    rules->count = 1;
    return offset % MINUTE == 0;
}

bool yearly_zone_find(const struct zone *zone, int64_t earliest_utc,
                      struct yearly_zone *rules)
{
    struct change changes[CHANGE_LIMIT];
    int year = year_of(earliest_utc);
    if (year < 2 || year > 9999 - YEARS - 1) {
        return false;
    }
    int64_t end = (int64_t)day_of(year + YEARS + 1, 1, 1) * DAY;
    if (find_changes(zone, earliest_utc, end, changes) == 0) {
        return make_constant(zone, earliest_utc, rules);
    }
    int64_t start = (int64_t)day_of(year - 1, 1, 1) * DAY;
    int count = find_changes(zone, start, end, changes);
    rules->count = 2;
    return count == CHANGE_LIMIT &&
           make_observance(zone, changes, count, 0, &rules->observances[0]) &&
           make_observance(zone, changes, count, 1, &rules->observances[1]);
}

/* The onset of a year. */
static int64_t onset(const struct observance *observance, int year)
{
    int month = day_date(observance->first.day).month;
    enum weekday weekday = day_weekday(observance->first.day);
    day_number day;
    if (observance->nth > 0) {
        day_number first = day_of(year, month, 1);
        int ahead = ((int)weekday - (int)day_weekday(first) + 7) % 7;
        day = first + ahead + 7 * (observance->nth - 1);
    } else {
        day_number last = day_of(year, month, day_month_length(year, month));
        day = last - ((int)day_weekday(last) - (int)weekday + 7) % 7;
    }
    return (int64_t)day * DAY + (int64_t)observance->first.minute * MINUTE -
           observance->offset_from;
}

bool yearly_zone_offset(const struct yearly_zone *rules, int64_t utc, int *offset)
{
    int year = year_of(utc);
    int64_t latest = INT64_MIN;
    for (int i = 0; i < rules->count; i++) {
        const struct observance *observance = &rules->observances[i];
        for (int y = year - 1; y <= year + 1; y++) {
            int64_t at =
                observance->nth != 0 ? onset(observance, y) : observance->first_utc;
            if (at >= observance->first_utc && at <= utc && at > latest) {
                latest = at;
                *offset = observance->offset_to;
            }
        }
    }
    return latest != INT64_MIN;
}
