#include "touchbase/model/office.h"

#include <ctype.h>
#include <stdio.h>

/* "8:30" or "08:30" from *at, which moves behind it. */
static bool read_time(const char **at, int *minute)
{
    int hour = 0, digits = 0;

    for (; digits < 2 && isdigit((unsigned char)**at); digits++)
        hour = hour * 10 + *(*at)++ - '0';
    if (digits == 0 || **at != ':' || !isdigit((unsigned char)(*at)[1]) ||
        !isdigit((unsigned char)(*at)[2]))
        return false;
    *minute = hour * 60 + ((*at)[1] - '0') * 10 + (*at)[2] - '0';
    *at += 3;
    return (*at)[-2] < '6' && *minute <= 24 * 60;
}

static void skip_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

bool office_read(const char *text, struct office *out)
{
    struct office office;

    if (!read_time(&text, &office.opens))
        return false;
    skip_blanks(&text);
    if (*text++ != '-')
        return false;
    skip_blanks(&text);
    if (!read_time(&text, &office.closes) || *text != '\0' ||
        office.opens >= office.closes)
        return false;
    *out = office;
    return true;
}

char *office_format(struct office office, char text[OFFICE_TEXT_SIZE])
{
    snprintf(text, OFFICE_TEXT_SIZE, "%02d:%02d-%02d:%02d", office.opens / 60 % 100,
             office.opens % 60, office.closes / 60 % 100, office.closes % 60);
    return text;
}

bool office_is_open(struct office office, struct wall there)
{
    return day_weekday(there.day) < SATURDAY && there.minute >= office.opens &&
           there.minute <= office.closes;
}

/* Minutes the office was open on a day up to a minute of it. */
static int open_before(struct office office, struct wall wall, struct holidays holidays)
{
    if (!day_is_working(wall.day, holidays) || wall.minute <= office.opens)
        return 0;
    return (wall.minute < office.closes ? wall.minute : office.closes) - office.opens;
}

int office_minutes(struct office office, struct wall from, struct wall until,
                   struct holidays holidays)
{
    int minutes = day_count_working(from.day, until.day, holidays) *
                      (office.closes - office.opens) +
                  open_before(office, until, holidays) -
                  open_before(office, from, holidays);

    return wall_compare(from, until) < 0 ? minutes : 0;
}
