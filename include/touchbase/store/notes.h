/* Notes on contacts. */
#ifndef TOUCHBASE_STORE_NOTES_H
#define TOUCHBASE_STORE_NOTES_H

#include "touchbase/model/note.h"
#include "touchbase/store/store.h"

/* Files a note inside a step; sets id, and uuid when NULL (from arena). draft_id: the
 * draft it was typed as, which goes in the same transaction (endurance.md 4), 0 for none.
 */
bool note_file(struct store *store, struct arena *arena, struct note *note,
               int64_t draft_id, struct error *err);
/* Makes the stored record equal; *changed may be NULL. An unknown id is ERROR_NOT_FOUND.
 */
bool note_update(struct store *store, const struct note *note, bool *changed,
                 struct error *err);
/* NULL in *note for an unknown id. */
bool note_by_id(struct store *store, int64_t id, struct arena *arena, struct note **note,
                struct error *err);
/* Notes of a contact, newest first, older than from (key: written_utc, id; NULL: from the
 * newest). */
bool notes_window(struct store *store, int64_t contact_id, const struct row_key *from,
                  size_t limit, struct arena *arena, struct note **notes, size_t *count,
                  struct error *err);

#endif
