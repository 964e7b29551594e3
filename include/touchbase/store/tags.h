/* Tags of contacts (model/tag.h). */
#ifndef TOUCHBASE_STORE_TAGS_H
#define TOUCHBASE_STORE_TAGS_H

#include "touchbase/base/arena.h"
#include "touchbase/store/store.h"

/* Puts a tag on a contact, inside a step, or takes it off; *changed (may be NULL) says
 * whether that was needed. Compared folded; a tag known from others keeps their spelling.
 */
bool tag_put(struct store *store, int64_t contact_id, const char *name, bool *changed,
             struct error *err);
bool tag_take(struct store *store, int64_t contact_id, const char *name, bool *changed,
              struct error *err);

/* A contact's tags by name; the names come from arena. */
bool tags_of(struct store *store, int64_t contact_id, struct arena *arena,
             const char ***names, size_t *count, struct error *err);
/* At most limit tags in use that begin with prefix (any writing; "" is all), each once,
 * by name. Reads one row of an index for each. */
bool tags_known(struct store *store, const char *prefix, size_t limit,
                struct arena *arena, const char ***names, size_t *count,
                struct error *err);

#endif
