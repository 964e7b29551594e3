/* The likely blocker noted on a person (design.md rule 11). */
#ifndef TOUCHBASE_DESK_BLOCKERS_H
#define TOUCHBASE_DESK_BLOCKERS_H

#include "touchbase/desk/desk.h"
#include "touchbase/model/blocker.h"
#include "touchbase/model/contact.h"

/* What holds now; BLOCKER_NONE when nothing was noted since they were talked to last. */
bool desk_blocker(struct desk *desk, const struct contact *contact, enum blocker *out,
                  struct error *err);

/* Notes one as one step, in place of the one before; BLOCKER_NONE takes it away. A step
 * is made only when something changes. */
bool desk_blocker_note(struct desk *desk, int64_t contact_id, enum blocker blocker,
                       struct error *err);

#endif
