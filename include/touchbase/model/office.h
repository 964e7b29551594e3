/* Office hours: when somebody is at a desk, mine or theirs (design.md rule 17, and the
 * mark beside a local time). */
#ifndef TOUCHBASE_MODEL_OFFICE_H
#define TOUCHBASE_MODEL_OFFICE_H

#include <stdbool.h>

#include "touchbase/base/day.h"

/* Minutes of a working day, opens before closes; the setting office_hours. */
struct office {
    int opens, closes;
};

enum { OFFICE_TEXT_SIZE = 16 };

/* Reads "08:30-17:30", blanks around the dash allowed. False, and out as it was, when it
 * is no such span of one day. */
bool office_read(const char *text, struct office *out);
/* Writes it so; returns text. */
char *office_format(struct office office, char text[OFFICE_TEXT_SIZE]);

/* Is somebody at a desk at this time of their own (a minute is given)? Holidays of theirs
 * are not known. */
bool office_is_open(struct office office, struct wall there);
/* Minutes of office hours on working days between two times of one zone, both with a
 * minute; 0 when until is not later than from. */
int office_minutes(struct office office, struct wall from, struct wall until,
                   struct holidays holidays);

#endif
