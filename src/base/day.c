#include "touchbase/base/day.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* January of year 1 and December of year 9999, in months since year 0. */
enum { FIRST_MONTH = 12, LAST_MONTH = 9999 * 12 + 11 };

bool day_exists(int year, int month, int mday)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && mday >= 1 &&
           mday <= day_month_length(year, month);
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int day_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Years are counted from March, so that the leap day is the last of its year: an era of
 * 400 such years has 146,097 days, and 719,468 lie between 0000-03-01 and 1970-01-01. */
day_number day_of(int year, int month, int mday)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + mday - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date day_date(day_number day)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * of_year + 2) / 153;
    struct date date;

    date.mday = of_year - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = year_of_era + era * 400 + (date.month <= 2);
    return date;
}

enum weekday day_weekday(day_number day)
{
    int n = (day + 3) % 7; /* 1970-01-01 was a Thursday */

    return (enum weekday)(n < 0 ? n + 7 : n);
}

day_number day_add_months(day_number day, int n)
{
    struct date date = day_date(day);
    int64_t months = (int64_t)date.year * 12 + date.month - 1 + n;
    int year, month, length;

    if (months < FIRST_MONTH)
        months = FIRST_MONTH;
    if (months > LAST_MONTH)
        months = LAST_MONTH;
    year = (int)(months / 12);
    month = (int)(months % 12) + 1;
    length = day_month_length(year, month);
    return day_of(year, month, date.mday < length ? date.mday : length);
}

day_number day_of_iso_week(int year, int week)
{
    day_number fourth = day_of(year, 1, 4); /* always in week 1 */

    return fourth - (int)day_weekday(fourth) + 7 * (week - 1);
}

int day_iso_week(day_number day, int *iso_year)
{
    day_number thursday = day - (int)day_weekday(day) + 3;
    int year = day_date(thursday).year;

    if (iso_year != NULL)
        *iso_year = year;
    return (thursday - day_of(year, 1, 1)) / 7 + 1;
}

/* The Gregorian computus: golden number, century corrections, then the Sunday after the
 * full moon. */
day_number day_easter(int year)
{
    int golden = year % 19;
    int century = year / 100;
    int of_century = year % 100;
    int leap_fix = (century + 8) / 25;
    int moon_fix = (century - leap_fix + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moon_fix + 15) % 30;
    int sunday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    int late = (golden + 11 * epact + 22 * sunday) / 451;
    int n = epact + sunday - 7 * late + 114;

    return day_of(year, n / 31, n % 31 + 1);
}

static bool is_holiday(day_number day, struct holidays holidays)
{
    size_t low = 0;
    size_t high = holidays.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (holidays.days[middle] == day)
            return true;
        if (holidays.days[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool day_is_working(day_number day, struct holidays holidays)
{
    return day_weekday(day) <= FRIDAY && !is_holiday(day, holidays);
}

day_number day_add_working(day_number day, int n, struct holidays holidays)
{
    if (n <= 0) {
        while (!day_is_working(day, holidays))
            day++;
        return day;
    }
    while (n > 0) {
        day++;
        if (day_is_working(day, holidays))
            n--;
    }
    return day;
}

int day_count_working(day_number first, day_number end, struct holidays holidays)
{
    int count = 0;

    for (day_number day = first; day < end; day++)
        count += day_is_working(day, holidays);
    return count;
}

static int digits(const char *text, int count)
{
    int n = 0;

    while (count-- > 0)
        n = n * 10 + *text++ - '0';
    return n;
}

bool day_parse(const char *text, day_number *day)
{
    static const char form[] = "dddd-dd-dd";
    int year, month, mday;

    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; i < sizeof form - 1; i++) {
        if (form[i] == '-' ? text[i] != '-' : !isdigit((unsigned char)text[i]))
            return false;
    }
    year = digits(text, 4);
    month = digits(text + 5, 2);
    mday = digits(text + 8, 2);
    if (!day_exists(year, month, mday))
        return false;
    *day = day_of(year, month, mday);
    return true;
}

char *day_format(day_number day, char out[DAY_TEXT_SIZE])
{
    struct date date;

    out[0] = '\0';
    if (day == DAY_NONE)
        return out;
    date = day_date(day);
    snprintf(out, DAY_TEXT_SIZE, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
             date.mday % 100);
    return out;
}

char *wall_format(struct wall wall, char out[WALL_TEXT_SIZE])
{
    char day[DAY_TEXT_SIZE];

    if (wall.minute == MINUTE_NONE)
        snprintf(out, WALL_TEXT_SIZE, "%s", day_format(wall.day, day));
    else
        snprintf(out, WALL_TEXT_SIZE, "%s %02d:%02d", day_format(wall.day, day),
                 wall.minute / 60 % 100, wall.minute % 60);
    return out;
}

const char *day_weekday_name(enum weekday weekday)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    return names[weekday];
}

const char *day_month_name(int month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    return names[month - 1];
}

int wall_compare(struct wall a, struct wall b)
{
    if (a.day != b.day)
        return a.day < b.day ? -1 : 1;
    return (a.minute > b.minute) - (a.minute < b.minute);
}
