/* Messages to say and to write: those kept for everybody, and people's copies (design.md
 * rule 15). */
#ifndef TOUCHBASE_STORE_SCRIPTS_H
#define TOUCHBASE_STORE_SCRIPTS_H

#include "touchbase/model/script.h"
#include "touchbase/store/store.h"

/* Files a new message inside a step; sets id, and uuid when NULL (from arena). */
bool script_insert(struct store *store, struct arena *arena, struct script *script,
                   struct error *err);
/* An unknown id is ERROR_NOT_FOUND; what is the same already makes no change. */
bool script_update(struct store *store, const struct script *script, struct error *err);
bool script_delete(struct store *store, int64_t id, struct error *err);
/* NULL in *script for an unknown id. */
bool script_by_id(struct store *store, int64_t id, struct arena *arena,
                  struct script **script, struct error *err);
/* At most limit of those kept for everybody with ids above after: those offered, or the
 * retired ones. */
bool scripts_window(struct store *store, bool retired, int64_t after, size_t limit,
                    struct arena *arena, struct script **scripts, size_t *count,
                    struct error *err);
/* At most limit of a person's, the newest first. */
bool scripts_of(struct store *store, int64_t contact_id, size_t limit,
                struct arena *arena, struct script **scripts, size_t *count,
                struct error *err);
/* The message that was used with a touch; NULL in *script for none. */
bool script_of_touch(struct store *store, int64_t touch_id, struct arena *arena,
                     struct script **script, struct error *err);
/* Follows a touch that ended: the message that went with it is used, or there for the
 * next one where it reached nobody or they reached me first. */
bool script_follow(struct store *store, const struct touch *touch, struct error *err);

#endif
