#include "touchbase/model/office.h"

#include <stdio.h>

#include "time_of_day.h"

static void skip_blanks(const char **at)
{
    while (**at == ' ')
        (*at)++;
}

bool office_read(const char *text, struct office *out)
{
    struct office office;

    if (!time_of_day_read(&text, &office.opens))
        return false;
    skip_blanks(&text);
    if (*text++ != '-')
        return false;
    skip_blanks(&text);
    if (!time_of_day_read(&text, &office.closes) || *text != '\0' ||
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
