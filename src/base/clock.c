#include "touchbase/base/clock.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static bool parse_now(const char *text, struct wall *wall, bool *running)
{
    char day[DAY_TEXT_SIZE];
    int hour, minute;
    size_t length = strlen(text);

    *running = length == 17 && text[16] == '+';
    if (length != 16 && !*running)
        return false;
    if ((text[10] != ' ' && text[10] != 'T') || text[13] != ':')
        return false;
    for (int i = 11; i < 16; i++) {
        if (i != 13 && !isdigit((unsigned char)text[i]))
            return false;
    }
    memcpy(day, text, 10);
    day[10] = '\0';
    hour = (text[11] - '0') * 10 + text[12] - '0';
    minute = (text[14] - '0') * 10 + text[15] - '0';
    if (!day_parse(day, &wall->day) || hour > 23 || minute > 59)
        return false;
    wall->minute = hour * 60 + minute;
    return true;
}

bool clock_open(struct clock *clock, const char *now, struct error *err)
{
    char name[64];
    struct wall wall;

    *clock = (struct clock){0};
    clock->zone = zone_open(zone_system_name(name, sizeof name), err);
    if (clock->zone == NULL)
        return false;
    if (now == NULL)
        return true;
    if (!parse_now(now, &wall, &clock->running)) {
        clock_close(clock);
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is no moment; write it as YYYY-MM-DD HH:MM", now);
    }
    clock->fixed = true;
    zone_utc(clock->zone, wall, &clock->start_utc);
    clock->started_ms = clock_ticks_ms();
    return true;
}

void clock_close(struct clock *clock)
{
    zone_close(clock->zone);
    clock->zone = NULL;
}

/* Not time(), which lags a tick behind the alarm of a minute. */
static int64_t system_now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_REALTIME, &at);
    return (int64_t)at.tv_sec;
}

int64_t clock_now(const struct clock *clock)
{
    if (!clock->fixed)
        return system_now() + clock->passed;
    if (!clock->running)
        return clock->start_utc + clock->passed;
    return clock->start_utc + clock->passed +
           (clock_ticks_ms() - clock->started_ms) / 1000;
}

bool clock_follow_zone(struct clock *clock)
{
    char name[64];
    struct error ignored;
    struct zone *zone;

    zone_system_name(name, sizeof name);
    if (strcmp(name, zone_name(clock->zone)) == 0 && !zone_is_stale(clock->zone))
        return false;
    zone = zone_open(name, &ignored);
    if (zone == NULL)
        return false;
    zone_close(clock->zone);
    clock->zone = zone;
    return true;
}

void clock_pass(struct clock *clock, int64_t seconds)
{
    clock->passed += seconds;
}

struct wall clock_wall(const struct clock *clock)
{
    return zone_wall(clock->zone, clock_now(clock));
}

day_number clock_today(const struct clock *clock)
{
    return clock_wall(clock).day;
}

int64_t clock_ticks_ms(void)
{
    struct timespec at;

    clock_gettime(CLOCK_BOOTTIME, &at);
    return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

enum { LEFT_AFTER_MS = 1000, LEFT_MOST_SECONDS = 86400 };

const char *clock_left(int64_t done, int64_t all, int64_t elapsed, char *out)
{
    int64_t seconds;

    out[0] = '\0';
    if (done <= 0 || done > all || elapsed < LEFT_AFTER_MS)
        return out;
    seconds =
        (int64_t)((double)(all - done) * (double)elapsed / (double)done / 1000 + 0.5);
    if (seconds >= LEFT_MOST_SECONDS)
        return out;
    if (seconds >= 3600)
        snprintf(out, CLOCK_LEFT_SIZE, "%d:%02d:%02d", (int)(seconds / 3600),
                 (int)(seconds / 60 % 60), (int)(seconds % 60));
    else
        snprintf(out, CLOCK_LEFT_SIZE, "%d:%02d", (int)(seconds / 60),
                 (int)(seconds % 60));
    return out;
}
