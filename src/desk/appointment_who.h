/* Who on the desk an appointment of another calendar is with. */
#ifndef TOUCHBASE_SRC_DESK_APPOINTMENT_WHO_H
#define TOUCHBASE_SRC_DESK_APPOINTMENT_WHO_H

#include "desk_private.h"
#include "touchbase/model/appointment.h"

/* *contact_id is 0 when nobody, or more than one, is meant; *invited: they are named
 * among its people, and so know of it. */
bool appointment_who(struct desk *desk, const struct appointment *appointment,
                     struct arena *arena, int64_t *contact_id, bool *invited,
                     struct error *err);

#endif
