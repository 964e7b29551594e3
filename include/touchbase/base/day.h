/* Calendar days of the proleptic Gregorian calendar, without zone or clock. */
#ifndef TOUCHBASE_BASE_DAY_H
#define TOUCHBASE_BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t day_number; /* days since 1970-01-01; usable for the years 1 to 9999 */

#define DAY_NONE INT32_MIN /* no day given */

struct date {
    int year;  /* 1 to 9999 */
    int month; /* 1 to 12 */
    int mday;  /* 1 to 31 */
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

enum { MINUTE_NONE = -1 }; /* no time of day: all day */

/* Wall time: a day and a minute of that day (0 to 1439), or MINUTE_NONE. */
struct wall {
    day_number day;
    int minute;
};

/* Are year, month and mday a day that exists? */
bool day_exists(int year, int month, int mday);
day_number day_of(int year, int month, int mday); /* of a day that exists */
struct date day_date(day_number day);
enum weekday day_weekday(day_number day);
int day_month_length(int year, int month);
/* Same day n months later (n may be negative); the 31st becomes the last of a shorter
 * month. Beyond the years 1 to 9999 it stops in their first or last month. */
day_number day_add_months(day_number day, int n);
/* Monday of ISO 8601 week 1 to 53 of a year. */
day_number day_of_iso_week(int year, int week);
int day_iso_week(day_number day, int *iso_year); /* iso_year may be NULL */
/* Easter Sunday, Western. */
day_number day_easter(int year);

/* Working days: Monday to Friday less the holidays (sorted ascending, may be NULL with
 * count 0). */
struct holidays {
    const day_number *days;
    size_t count;
};
bool day_is_working(day_number day, struct holidays holidays);
/* The n-th working day strictly after day (n >= 1); n 0: the day itself if working, else
 * the next that is. */
day_number day_add_working(day_number day, int n, struct holidays holidays);
/* Working days from first up to but without end; 0 when end <= first. */
int day_count_working(day_number first, day_number end, struct holidays holidays);

/* "YYYY-MM-DD" exactly. */
bool day_parse(const char *text, day_number *day);
enum { DAY_TEXT_SIZE = 16, WALL_TEXT_SIZE = 24 };
/* "YYYY-MM-DD" into out, returned; "" for DAY_NONE. */
char *day_format(day_number day, char out[DAY_TEXT_SIZE]);
/* "YYYY-MM-DD HH:MM", or the day alone. */
char *wall_format(struct wall wall, char out[WALL_TEXT_SIZE]);
/* English short names: "Mon", "Jan" (month 1 to 12). */
const char *day_weekday_name(enum weekday weekday);
const char *day_month_name(int month);
/* Order: by day, all-day first, then by minute. <0, 0, >0. */
int wall_compare(struct wall a, struct wall b);

#endif
