#include "rule.h"

enum { FIRST_WITHIN = 3660 }; /* days: 29 February comes in eight years */

static bool fits_mday(int mday, struct date date)
{
    int last = day_month_length(date.year, date.month);
    return date.mday == (mday < 0 || mday > last ? last : mday);
}

/* How many days from a day to the end of its month that way, itself counted, are of those
 * weekdays. */
static int count_weekdays(unsigned weekdays, day_number day, int step)
{
    int month = day_date(day).month, count = 0;
    for (; day_date(day).month == month; day += step)
        if (weekdays >> day_weekday(day) & 1)
            count++;
    return count;
}

bool rule_fits(const struct rule *rule, day_number day)
{
    struct date date = day_date(day);
    if (rule->months != 0 && !(rule->months >> (date.month - 1) & 1))
        return false;
    if (rule->mday != 0 && !fits_mday(rule->mday, date))
        return false;
    if (rule->weekdays == 0)
        return true;
    if (!(rule->weekdays >> day_weekday(day) & 1))
        return false;
    return rule->nth == 0 ||
           (rule->nth > 0 ? count_weekdays(rule->weekdays, day, -1) == rule->nth
                          : count_weekdays(rule->weekdays, day, 1) == -rule->nth);
}

day_number rule_first(const struct rule *rule, day_number from)
{
    for (int i = 0; i < FIRST_WITHIN; i++)
        if (rule_fits(rule, from + i))
            return from + i;
    return DAY_NONE;
}
