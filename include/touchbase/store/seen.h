/* What was read of folders and mailboxes, so that a second reading passes it by.
 *
 * Not journalled: undo does not forget what was read. But what a message left on the desk
 * is: its row in table message, which goes when the step is undone and comes again with
 * it. A mark that points to such a row counts only while the row is there, so that what
 * was undone is found again when the folder is read again. A message that left nothing
 * (no absence) has no such row and stays seen. */
#ifndef TOUCHBASE_STORE_SEEN_H
#define TOUCHBASE_STORE_SEEN_H

#include "touchbase/store/store.h"

/* The most marks kept, about 25 bytes each: beyond it the oldest go, and what they stood
 * for is read once more. */
enum { SEEN_MOST = 1000000 };

struct seen_mark {
    uint64_t key;
    const char *message_id; /* of what it left on the desk, NULL for nothing */
};

/* seen[i] gets whether keys[i] counts as seen. */
bool seen_ask(struct store *store, const uint64_t *keys, size_t count, bool *seen,
              struct error *err);
/* Remembers marks, in the step that is open or in a commit of its own. A message_id that
 * is not known to the desk leaves no mark. */
bool seen_add(struct store *store, const struct seen_mark *marks, size_t count,
              day_number today, struct error *err);
/* Lets the oldest go until at most `most` are left: SEEN_MOST, fewer in tests. Costs a
 * look at every mark. */
bool seen_trim(struct store *store, int64_t most, struct error *err);

#endif
