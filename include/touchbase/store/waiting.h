/* What reached me (model/waiting.h). Rows that wait are read from an index of those
 * alone. */
#ifndef TOUCHBASE_STORE_WAITING_H
#define TOUCHBASE_STORE_WAITING_H

#include "touchbase/model/waiting.h"
#include "touchbase/store/store.h"

/* Files it inside a step; sets id, and uuid when NULL (from arena). What is read only in
 * the record is ignored. */
bool waiting_insert(struct store *store, struct arena *arena, struct waiting *waiting,
                    struct error *err);
/* Makes the stored record equal, inside a step. An unknown id is ERROR_NOT_FOUND. */
bool waiting_update(struct store *store, const struct waiting *waiting,
                    struct error *err);
/* NULL in *waiting for an unknown id. */
bool waiting_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct waiting **waiting, struct error *err);
/* Was a mail of that Message-ID taken in before? */
bool waiting_is_known(struct store *store, const char *message_id, bool *known,
                      struct error *err);

/* One row for each person, and for each number or words nobody is known by: the one that
 * waits longest, with count; those put off behind the others. At most limit. */
bool waiting_window(struct store *store, size_t limit, struct arena *arena,
                    struct waiting **rows, size_t *count, struct error *err);
/* All that waits of whom a row stands for, oldest first. */
bool waiting_like(struct store *store, const struct waiting *row, struct arena *arena,
                  struct waiting **rows, size_t *count, struct error *err);
/* All that waits of a contact. */
bool waiting_of(struct store *store, int64_t contact_id, struct arena *arena,
                struct waiting **rows, size_t *count, struct error *err);
/* How many of such rows there are and when the oldest reached me (0 without one), of the
 * first limit things that wait. */
bool waiting_count(struct store *store, int64_t limit, int64_t *people,
                   int64_t *oldest_utc, struct error *err);

#endif
