/* Which touch was made of an entry of another calendar. */
#ifndef TOUCHBASE_STORE_APPOINTMENTS_H
#define TOUCHBASE_STORE_APPOINTMENTS_H

#include "touchbase/store/store.h"

/* The touch that the entry of that UID became last; 0 for none. */
bool appointment_touch(struct store *store, const char *uid, int64_t *touch_id,
                       struct error *err);
/* From now on it is that one, inside a step. */
bool appointment_set(struct store *store, const char *uid, int64_t touch_id,
                     struct error *err);
/* What an entry became is another touch from now on, if it was that one; inside a step.
 */
bool appointment_pass(struct store *store, int64_t from_id, int64_t to_id,
                      struct error *err);

#endif
