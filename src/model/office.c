#include "touchbase/model/office.h"

bool office_is_open(struct wall there)
{
    return day_weekday(there.day) < SATURDAY && there.minute >= OFFICE_OPENS &&
           there.minute <= OFFICE_CLOSES;
}

/* Minutes the office was open on a day up to a minute of it. */
static int open_before(struct wall wall, struct holidays holidays)
{
    if (!day_is_working(wall.day, holidays) || wall.minute <= OFFICE_OPENS)
        return 0;
    return (wall.minute < OFFICE_CLOSES ? wall.minute : OFFICE_CLOSES) - OFFICE_OPENS;
}

int office_minutes(struct wall from, struct wall until, struct holidays holidays)
{
    int minutes = day_count_working(from.day, until.day, holidays) *
                      (OFFICE_CLOSES - OFFICE_OPENS) +
                  open_before(until, holidays) - open_before(from, holidays);

    return wall_compare(from, until) < 0 ? minutes : 0;
}
