/* Office hours: when somebody is at a desk, mine or theirs (design.md rule 17, and the
 * mark beside a local time). */
#ifndef TOUCHBASE_MODEL_OFFICE_H
#define TOUCHBASE_MODEL_OFFICE_H

#include <stdbool.h>

#include "touchbase/base/day.h"

/* Minutes of a working day. */
enum { OFFICE_OPENS = 8 * 60 + 30, OFFICE_CLOSES = 17 * 60 + 30 };

/* Is somebody at a desk at this time of their own (a minute is given)? Holidays of theirs
 * are not known. */
bool office_is_open(struct wall there);
/* Minutes of office hours on working days between two times of one zone, both with a
 * minute; 0 when until is not later than from. */
int office_minutes(struct wall from, struct wall until, struct holidays holidays);

#endif
