/* The likely blocker noted on a person (design.md rule 11). */
#ifndef TOUCHBASE_STORE_BLOCKERS_H
#define TOUCHBASE_STORE_BLOCKERS_H

#include "touchbase/model/blocker.h"
#include "touchbase/store/store.h"

/* BLOCKER_NONE when none is noted. */
bool blocker_of(struct store *store, int64_t contact_id, struct blocker_note *out,
                struct error *err);
/* Files one inside a step in place of the one before; BLOCKER_NONE takes that away. */
bool blocker_put(struct store *store, int64_t contact_id, struct blocker_note note,
                 struct error *err);

#endif
