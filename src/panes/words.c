#include "words.h"

#include <string.h>

#include "touchbase/desk/agenda.h"
#include "touchbase/desk/series.h"
#include "touchbase/model/pace.h"

const char *shown_day(struct arena *arena, day_number day, day_number today)
{
    struct date date = day_date(day);

    if (date.year != day_date(today).year)
        return arena_format(arena, "%d %s %d", date.mday, day_month_name(date.month),
                            date.year);
    return arena_format(arena, "%d %s", date.mday, day_month_name(date.month));
}

const char *shown_weekday(struct arena *arena, day_number day, day_number today)
{
    return arena_format(arena, "%s %s", day_weekday_name(day_weekday(day)),
                        shown_day(arena, day, today));
}

const char *shown_time(struct arena *arena, int minute)
{
    return arena_format(arena, "%02d:%02d", minute / 60, minute % 60);
}

/* Far days in weeks, then in years: as narrow as a column of days. */
static const char *shown_late(struct arena *arena, int days)
{
    enum { WEEK = 7, YEAR = 365, MOST = 100 };

    if (days < MOST)
        return arena_format(arena, "%dd late", days);
    if (days < MOST * WEEK)
        return arena_format(arena, "%dw late", days / WEEK);
    return arena_format(arena, "%dy late", days / YEAR);
}

const char *shown_due(struct arena *arena, struct wall due, struct wall now)
{
    if (wall_is_late(due, now)) {
        if (due.day == now.day)
            return arena_format(arena, "%s late", shown_time(arena, due.minute));
        return shown_late(arena, now.day - due.day);
    }
    if (due.day == now.day)
        return due.minute == MINUTE_NONE ? "today" : shown_time(arena, due.minute);
    return shown_day(arena, due.day, now.day);
}

const char *shown_wall(struct arena *arena, struct wall wall, day_number today)
{
    const char *day = shown_weekday(arena, wall.day, today);

    if (wall.minute == MINUTE_NONE)
        return day;
    return arena_format(arena, "%s %s", day, shown_time(arena, wall.minute));
}

const char *shown_moment(struct arena *arena, const struct desk *desk, int64_t utc)
{
    struct wall wall = zone_wall(desk_zone(desk), utc);

    /* Below each other, the days of one digit stand as those of two. */
    return arena_format(arena, "%s%s %s", day_date(wall.day).mday < 10 ? " " : "",
                        shown_day(arena, wall.day, desk_today(desk)),
                        shown_time(arena, wall.minute));
}

const char *shown_absence(struct arena *arena, const struct absence *absence)
{
    const char *reason = reason_name(absence->reason);

    if (absence->kind == READING_LEFT)
        return "left the company";
    if (absence->reason == REASON_OTHER)
        reason = "";
    if (absence->place != NULL && *reason != '\0')
        return arena_format(arena, "%s, %s", absence->place, reason);
    if (absence->place != NULL)
        return absence->place;
    return *reason != '\0' ? reason : "away";
}

const char *shown_back(struct arena *arena, const struct absence *absence,
                       day_number today)
{
    const char *day;

    if (absence->back == DAY_NONE)
        return absence->kind == READING_LEFT ? "" : "no return date";
    day = absence->back == today ? "today" : shown_weekday(arena, absence->back, today);
    if (day_date(absence->back).year != day_date(today).year) /* lists have no room */
        day = shown_day(arena, absence->back, today);
    if (absence->back_minute == MINUTE_NONE)
        return arena_format(arena, "back %s", day);
    return arena_format(arena, "back %s %s", day,
                        shown_time(arena, absence->back_minute));
}

const char *shown_touch(struct arena *arena, const struct desk *desk,
                        const struct touch *touch)
{
    const char *told = desk_touch_told(desk, arena, touch);

    if (touch->purpose != NULL)
        told = arena_format(arena, "%s: %s", told, touch->purpose);
    if (touch->outcome != OUTCOME_NONE)
        return told;
    return shown_repeats(arena, touch, told);
}

const char *shown_repeats(struct arena *arena, const struct touch *touch,
                          const char *words)
{
    const char *repeats = desk_repeats(arena, touch);

    if (repeats == NULL || words == NULL)
        return repeats != NULL ? repeats : words;
    return arena_format(arena, "%s, %s", words, repeats);
}

const char *shown_channel(const struct touch *touch, day_number today)
{
    bool theirs = touch->direction == DIRECTION_IN && touch->outcome == OUTCOME_NONE &&
                  touch->due.day > today;

    return theirs ? "theirs" : channel_name(touch->channel);
}

const char *shown_next_line(struct arena *arena, const struct next_step *next)
{
    char due[WALL_TEXT_SIZE];

    if (next->kind != NEXT_TOUCH)
        return NULL;
    return arena_format(arena, "%s %s%s%s", channel_name(next->channel),
                        wall_format(next->due, due), next->purpose != NULL ? " " : "",
                        next->purpose != NULL ? next->purpose : "");
}
