/* One timeline of a contact: touches done, each with the words that went with it, notes,
 * absences and messages that went out with no touch, newest first, its own and those of
 * everyone it took over from (store/links.h). */
#ifndef TOUCHBASE_STORE_TIMELINE_H
#define TOUCHBASE_STORE_TIMELINE_H

#include "touchbase/model/absence.h"
#include "touchbase/model/note.h"
#include "touchbase/model/touch.h"
#include "touchbase/store/store.h"

/* Older than from (its utc, kind and id count; NULL: from the newest). */
bool timeline_window(struct store *store, int64_t contact_id,
                     const struct timeline_entry *from, size_t limit, struct arena *arena,
                     struct timeline_entry **entries, size_t *count, struct error *err);

#endif
