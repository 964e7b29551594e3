#include "touchbase/calendar/occurrences.h"

#include <libical/ical.h>

#include "recurrence.h"

enum { LOOKED_AT_MAX = 200000 }; /* a rule for each day of 500 years */

static struct icaltimetype date_of(day_number day)
{
    struct date date = day_date(day);
    return (struct icaltimetype){
        .year = date.year, .month = date.month, .day = date.mday, .is_date = 1};
}

static size_t collect(icalrecur_iterator *iterator, day_number start, day_number after,
                      size_t limit, day_number *days)
{
    size_t count = 0;
    if (start > after) {
        days[count++] = start;
    }
    for (int looked = 0; count < limit && looked < LOOKED_AT_MAX; looked++) {
        struct icaltimetype time = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(time) || !day_exists(time.year, time.month, time.day)) {
            break;
        }
        day_number day = day_of(time.year, time.month, time.day);
        if (day > after && day > start) {
            days[count++] = day;
        }
    }
    return count;
}

bool calendar_occurrences(struct arena *arena, const char *rule, day_number start,
                          day_number after, size_t limit, day_number **days,
                          size_t *count, struct error *err)
{
    icalerror_set_errors_are_fatal(0);
    struct icalrecurrencetype read = icalrecurrencetype_from_string(rule);
    if (read.freq == ICAL_NO_RECURRENCE) {
        return error_set(err, ERROR_USAGE, "\"%.100s\" is no rule", rule);
    }
    icalrecur_iterator *iterator =
        recurrence_is_calm(&read) ? icalrecur_iterator_new(read, date_of(start)) : NULL;
    if (iterator == NULL) {
        return error_set(err, ERROR_USAGE,
                         "\"%.100s\" comes more than once a day, or never", rule);
    }
    if (limit > OCCURRENCES_MAX) {
        limit = OCCURRENCES_MAX;
    }
    *days = arena_array(arena, limit, sizeof **days);
    *count = collect(iterator, start, after, limit, *days);
    icalrecur_iterator_free(iterator);
    return true;
}
