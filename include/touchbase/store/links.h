/* Links between contacts. */
#ifndef TOUCHBASE_STORE_LINKS_H
#define TOUCHBASE_STORE_LINKS_H

#include "touchbase/model/link.h"
#include "touchbase/store/store.h"

/* Stores a new link inside a step; sets id, and uuid when NULL (from arena). A second
 * successor of one person is an error; who may be one is the caller's to say. */
bool link_insert(struct store *store, struct arena *arena, struct link *link,
                 struct error *err);

/* Takes a link away, inside a step. */
bool link_delete(struct store *store, int64_t id, struct error *err);
/* The stored link of the same kind from and to the same two; 0 when there is none. */
bool link_find(struct store *store, const struct link *link, int64_t *id,
               struct error *err);
/* At most limit ties of a contact, to both sides, by kind, then in the order they
 * were made. */
bool links_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct tie **ties, size_t *count, struct error *err);

/* Who took over from a contact: *found false for nobody (known). */
bool link_successor(struct store *store, int64_t contact_id, struct arena *arena,
                    struct linked *out, bool *found, struct error *err);
/* Everyone whose history a contact keeps: those they took over from, and those before
 * these, nearest first. */
bool link_predecessors(struct store *store, int64_t contact_id, struct arena *arena,
                       struct linked **out, size_t *count, struct error *err);

#endif
