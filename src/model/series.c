#include "touchbase/model/series.h"

/* Where a day of the rule stands; day DAY_NONE when it is left out. */
static struct wall stands_at(const struct series *series,
                             const struct series_exception *exceptions, size_t count,
                             day_number day)
{
    for (size_t i = 0; i < count; i++)
        if (exceptions[i].day == day)
            return exceptions[i].to;
    return (struct wall){day, series->start.minute};
}

enum series_turn series_next(const struct series *series, const struct series_days *known,
                             const struct series_exception *exceptions,
                             size_t exception_count, day_number after, day_number *day,
                             struct wall *due)
{
    if (known->after > after)
        return SERIES_UNKNOWN;
    for (size_t i = 0; i < known->count; i++) {
        *day = known->days[i];
        *due = stands_at(series, exceptions, exception_count, *day);
        if (*day > after && due->day != DAY_NONE && due->day > after)
            return SERIES_NEXT;
    }
    return known->complete ? SERIES_OVER : SERIES_UNKNOWN;
}
