/* The clock is a value handed down: the system is asked for the time here and nowhere
 * else. */
#ifndef TOUCHBASE_BASE_CLOCK_H
#define TOUCHBASE_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/base/zone.h"

struct clock {
    struct zone *zone;  /* the desk's zone; owned by the clock */
    bool fixed;         /* started at a given minute (--now) */
    bool running;       /* with fixed: runs on from there; without it stands still */
    int64_t start_utc;  /* with fixed */
    int64_t started_ms; /* clock_ticks_ms at the start, with fixed and running */
    int64_t passed;     /* seconds a script let pass (clock_pass) */
};

/* The system's clock and zone; now, unless NULL, is "YYYY-MM-DD HH:MM" with an optional
 * trailing "+" (design.md section 4). False and err when it cannot be read. */
bool clock_open(struct clock *clock, const char *now, struct error *err);
void clock_close(struct clock *clock);
int64_t clock_now(const struct clock *clock); /* UTC seconds */
/* Takes up the system's zone when it is another one now, or its rules are; true then. On
 * an error the old one stays. */
bool clock_follow_zone(struct clock *clock);
/* Lets seconds pass at once, for scripts: clock_now is ahead by them from now on. */
void clock_pass(struct clock *clock, int64_t seconds);
struct wall clock_wall(const struct clock *clock);
day_number clock_today(const struct clock *clock);
/* Milliseconds that go on while the machine sleeps, for durations; unrelated to any date,
 * never fixed. */
int64_t clock_ticks_ms(void);

/* "0:07", "12:34", "1:02:03": what is left at the pace so far, "" while it cannot be
 * told. elapsed: milliseconds since the beginning; out holds CLOCK_LEFT_SIZE. */
enum { CLOCK_LEFT_SIZE = 24 };
const char *clock_left(int64_t done, int64_t all, int64_t elapsed, char *out);

#endif
