#include "zone_rule.h"

#include <ctype.h>
#include <string.h>

#include "touchbase/base/day.h"

static bool take_number(const char **at, int low, int high, int *value)
{
    int n = 0;

    if (!isdigit((unsigned char)**at))
        return false;
    while (isdigit((unsigned char)**at) && n <= high)
        n = n * 10 + *(*at)++ - '0';
    *value = n;
    return n >= low && n <= high;
}

static bool take_abbreviation(const char **at, char out[16])
{
    bool quoted = **at == '<';
    size_t length = 0;

    *at += quoted;
    while (quoted ? **at != '>' && **at != '\0' : isalpha((unsigned char)**at) != 0) {
        if (length == 15)
            return false;
        out[length++] = *(*at)++;
    }
    out[length] = '\0';
    if (quoted && *(*at)++ != '>')
        return false;
    return length >= 3;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool take_time(const char **at, int *seconds)
{
    int sign = **at == '-' ? -1 : 1;
    int hour, minute = 0, second = 0;

    if (**at == '-' || **at == '+')
        (*at)++;
    if (!take_number(at, 0, 167, &hour))
        return false;
    if (**at == ':' && ((*at)++, !take_number(at, 0, 59, &minute)))
        return false;
    if (**at == ':' && ((*at)++, !take_number(at, 0, 59, &second)))
        return false;
    *seconds = sign * (hour * 3600 + minute * 60 + second);
    return true;
}

static bool take_weekday_rule(const char **at, struct zone_rule_change *change)
{
    change->form = RULE_WEEKDAY;
    if (!take_number(at, 1, 12, &change->month) || *(*at)++ != '.')
        return false;
    if (!take_number(at, 1, 5, &change->week) || *(*at)++ != '.')
        return false;
    return take_number(at, 0, 6, &change->weekday);
}

static bool take_change(const char **at, struct zone_rule_change *change)
{
    bool taken;

    if (*(*at)++ != ',')
        return false;
    if (**at == 'M') {
        (*at)++;
        taken = take_weekday_rule(at, change);
    } else if (**at == 'J') {
        (*at)++;
        change->form = RULE_JULIAN;
        taken = take_number(at, 1, 365, &change->day);
    } else {
        change->form = RULE_DAY;
        taken = take_number(at, 0, 365, &change->day);
    }
    change->seconds = 2 * 3600;
    if (taken && **at == '/') {
        (*at)++;
        taken = take_time(at, &change->seconds);
    }
    return taken;
}

bool zone_rule_parse(const char *text, struct zone_rule *rule)
{
    const char *at = text;
    int west;

    memset(rule, 0, sizeof *rule);
    if (!take_abbreviation(&at, rule->names[0]) || !take_time(&at, &west))
        return false;
    rule->offsets[0] = -west;
    if (*at == '\0') {
        rule->known = true;
        return true;
    }
    if (!take_abbreviation(&at, rule->names[1]))
        return false;
    rule->offsets[1] = rule->offsets[0] + 3600;
    if (*at != ',' && *at != '\0') {
        if (!take_time(&at, &west))
            return false;
        rule->offsets[1] = -west;
    }
    rule->summer = take_change(&at, &rule->start) && take_change(&at, &rule->end);
    rule->known = rule->summer && *at == '\0';
    return rule->known;
}

static day_number weekday_rule_day(const struct zone_rule_change *change, int year)
{
    day_number first = day_of(year, change->month, 1);
    int sunday_based = ((int)day_weekday(first) + 1) % 7;
    int mday = 1 + (change->weekday - sunday_based + 7) % 7 + 7 * (change->week - 1);

    while (mday > day_month_length(year, change->month))
        mday -= 7;
    return first + mday - 1;
}

/* Local seconds since 1970 at which the change happens in that year. */
static int64_t change_local(const struct zone_rule_change *change, int year)
{
    day_number day;

    switch (change->form) {
    case RULE_WEEKDAY:
        day = weekday_rule_day(change, year);
        break;
    case RULE_JULIAN: /* 60 is March 1 in every year */
        day = day_of(year, 1, 1) + change->day - 1;
        if (change->day >= 60 && day_month_length(year, 2) == 29)
            day++;
        break;
    default:
        day = day_of(year, 1, 1) + change->day;
        break;
    }
    return (int64_t)day * 86400 + change->seconds;
}

const char *zone_rule_at(const struct zone_rule *rule, int64_t utc, int *offset)
{
    int64_t local = utc + rule->offsets[0];
    int64_t day = local / 86400 - (local % 86400 < 0);
    int which = 0;

    if (rule->summer) {
        int year = day_date((day_number)day).year;
        int64_t start = change_local(&rule->start, year) - rule->offsets[0];
        int64_t end = change_local(&rule->end, year) - rule->offsets[1];

        which = start < end ? utc >= start && utc < end : utc >= start || utc < end;
    }
    *offset = rule->offsets[which];
    return rule->names[which];
}
