/* Links between contacts. */
#ifndef TOUCHBASE_STORE_LINKS_H
#define TOUCHBASE_STORE_LINKS_H

#include "touchbase/model/link.h"
#include "touchbase/store/store.h"

/* Stores a new link inside a step; sets id, and uuid when NULL (from arena). A second
 * successor of one person is an error; who may be one is the caller's to say. */
bool link_insert(struct store *store, struct arena *arena, struct link *link,
                 struct error *err);

/* Who took over from a contact: *found false for nobody (known). */
bool link_successor(struct store *store, int64_t contact_id, struct arena *arena,
                    struct linked *out, bool *found, struct error *err);
/* Everyone whose history a contact keeps: those they took over from, and those before
 * these, nearest first. */
bool link_predecessors(struct store *store, int64_t contact_id, struct arena *arena,
                       struct linked **out, size_t *count, struct error *err);

#endif
