/* Who is named in a touch (design.md rule 16). */
#ifndef TOUCHBASE_STORE_NAMINGS_H
#define TOUCHBASE_STORE_NAMINGS_H

#include "touchbase/model/touch.h"
#include "touchbase/store/store.h"

/* Files inside a step whom a stored touch names, in place of whom it named before. */
bool naming_put(struct store *store, const struct touch *touch, struct error *err);

/* Files inside a step whose name a used message gave as a reference, where its touch does
 * not say so. */
bool mention_put(struct store *store, int64_t script_id, int64_t contact_id,
                 struct error *err);
/* Takes it away before the message goes, inside a step. */
bool mention_drop(struct store *store, int64_t script_id, struct error *err);

/* A touch or a message that gives the name of somebody. */
struct naming_use {
    int64_t utc; /* when it was done or used, of a pending touch when it is due */
    enum outcome outcome; /* of a message: sent */
    int64_t contact_id;   /* to whom */
};
/* At most limit touches that name a person as reference or advocate, but for touch_id,
 * the newest first, then at most limit messages. */
bool naming_uses(struct store *store, int64_t contact_id, int64_t touch_id, size_t limit,
                 struct arena *arena, struct naming_use **uses, size_t *count,
                 struct error *err);

#endif
