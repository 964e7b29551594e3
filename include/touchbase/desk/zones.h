/* Zones that change under a desk: another tzdata, another zone of the machine
 * (design.md section 5). */
#ifndef TOUCHBASE_DESK_ZONES_H
#define TOUCHBASE_DESK_ZONES_H

#include <stdbool.h>

#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

/* Is the system's zone another one than before, or its rules? Then the clock shows it
 * from now on. Looks at two files; for once a minute. */
bool desk_zone_follow(struct desk *desk);

/* Derives the UTC seconds of planned times anew where the zones of this machine are not
 * those they were derived with: some hundred touches a call, *more while some are left.
 * That is no step of the history: what was planned stays as it was said. A desk that
 * cannot be written is left alone. */
bool desk_zones_renew(struct desk *desk, bool *more, struct error *err);

#endif
