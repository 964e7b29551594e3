/* Rules that repeat, followed no further than is safe. */
#ifndef CALENDAR_RECURRENCE_H
#define CALENDAR_RECURRENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libical/ical.h>

#include "entry_time.h"
#include "touchbase/model/appointment.h"

/* Does it come at most once a day? libical follows one that comes more often second by
 * second, through centuries when nothing fits it. */
bool recurrence_is_calm(const struct icalrecurrencetype *rule);

/* A series: an entry, and the entries that stand for single ones of it. */
struct entry_series {
    icalcomponent *first;
    icalproperty *start;          /* its DTSTART */
    icalcomponent *const *others; /* with a RECURRENCE-ID */
    size_t other_count;
    struct entry_clock clock;
    icalcomponent *calendar;
};

struct next_search {
    struct entry_zones *zones;
    struct arena *arena;
    int64_t now_utc;
    day_number today; /* here */
    int64_t work;     /* occurrences that may still be looked at in the whole file */
};

/* Is it before the present? */
bool entry_is_over(const struct next_search *search, const struct entry_time *time);

/* The next one of a series that is not over; *shown gets the entry that speaks of it: the
 * first or one of the others. False when there
 * is none: then both stay. */
bool entry_series_next(struct next_search *search, const struct entry_series *series,
                       struct entry_time *out, icalcomponent **shown);

/* The rule as a text, with the day of its UNTIL by the series' own clock: NULL when it is
 * not one rule and nothing else. */
const char *entry_series_rule(struct arena *arena, const struct entry_series *series);
/* Says how the series can be followed elsewhere, when it can: where it starts, which of
 * its days are left out or moved, and which of them *shown at time is. */
void entry_series_describe(const struct next_search *search,
                           const struct entry_series *series,
                           const struct entry_time *time, icalcomponent *shown,
                           struct appointment *out);

#endif
