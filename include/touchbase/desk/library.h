/* The library: value items, what went to whom, and what to bring next (rule 13). */
#ifndef TOUCHBASE_DESK_LIBRARY_H
#define TOUCHBASE_DESK_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/item.h"
#include "touchbase/store/items.h"

/* At most limit items with ids above after: those still proposed, or the retired ones. */
bool desk_items(struct desk *desk, bool retired, int64_t after, size_t limit,
                struct arena *arena, struct item **items, size_t *count,
                struct error *err);
bool desk_item_get(struct desk *desk, int64_t id, struct arena *arena, struct item *out,
                   struct error *err);
/* Files what item_read made of a line. */
bool desk_item_add(struct desk *desk, const struct item *item, int64_t *id,
                   struct error *err);
/* What a line can say is taken from item; the rest stays. */
bool desk_item_change(struct desk *desk, const struct item *item, struct error *err);
/* It is no longer proposed, or again; what it went with stays. */
bool desk_item_retire(struct desk *desk, int64_t id, bool retired, struct error *err);

/* What to bring to a person next by that channel; found false when the library has
 * nothing they have not had. */
bool desk_item_next(struct desk *desk, int64_t contact_id, enum channel channel,
                    struct arena *arena, struct item *out, bool *found,
                    struct error *err);
/* A touch whose purpose is "+" brings the next item, "+ words" the one whose title has
 * words that begin so: purpose becomes its title, item_id its id. Any other purpose stays
 * as it is. ERROR_NOT_FOUND when there is none they have not had, ERROR_AMBIGUOUS for
 * several. */
bool desk_item_bring(struct desk *desk, struct touch *touch, struct arena *arena,
                     struct error *err);
/* At most limit gifts of an item, or of a person, the newest first. */
bool desk_item_gifts(struct desk *desk, int64_t item_id, size_t limit,
                     struct arena *arena, struct gift **gifts, size_t *count,
                     struct error *err);
bool desk_gifts(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct gift **gifts, size_t *count, struct error *err);

/* The members of an open object. */
void desk_item_json(struct json *json, const struct item *item);

#endif
