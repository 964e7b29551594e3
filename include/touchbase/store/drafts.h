/* Drafts: text on disk before it is filed (endurance.md 4). Each save is one small
 * commit; no undo, no step. */
#ifndef TOUCHBASE_STORE_DRAFTS_H
#define TOUCHBASE_STORE_DRAFTS_H

#include "touchbase/model/note.h"
#include "touchbase/store/store.h"

/* Stores it and sets id when id is 0, else brings the stored one up to date (made anew if
 * it is gone). Inside a step it joins that step's transaction. */
bool draft_save(struct store *store, struct draft *draft, struct error *err);
/* Throws it away: empty, or told so. An unknown id is no error. */
bool draft_delete(struct store *store, int64_t id, struct error *err);
/* Drafts whose process is gone, oldest first: to be offered. */
bool drafts_left(struct store *store, struct arena *arena, struct draft **drafts,
                 size_t *count, struct error *err);

#endif
