/* Reading contacts from statements. */
#ifndef TOUCHBASE_STORE_CONTACTS_READ_H
#define TOUCHBASE_STORE_CONTACTS_READ_H

#include "connection.h"
#include "touchbase/store/contacts.h"

/* The contact of a row without its points. */
void contact_read(sqlite3_stmt *s, struct arena *arena, struct contact *contact);
/* A list row: the contact and its key. context NULL: the key of the list by name. */
void contact_row_read(sqlite3_stmt *s, const struct need_context *context,
                      struct arena *arena, struct contact_row *row);
/* The stored points in order; ids, unless NULL, gets their ids. */
bool points_read(struct store *store, int64_t id, struct arena *arena,
                 struct point **points, int64_t **ids, size_t *count, struct error *err);

/* contacts_by_ids without away_from, away_until and next_promise, which takes half the
 * time. */
bool contacts_by_ids_bare(struct store *store, const struct need_context *context,
                          const int64_t *ids, size_t id_count, struct arena *arena,
                          struct contact_row **rows, size_t *count, struct error *err);

/* contacts_window without the rows: of a key the index alone is read. */
bool contacts_keys(struct store *store, const struct need_context *context,
                   const struct need_key *from, enum window_direction direction,
                   size_t limit, struct arena *arena, struct need_key **keys,
                   size_t *count, struct error *err);

#endif
