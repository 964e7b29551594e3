/* Value items, and which went with which touch (design.md rule 13). */
#ifndef TOUCHBASE_STORE_ITEMS_H
#define TOUCHBASE_STORE_ITEMS_H

#include "touchbase/model/item.h"
#include "touchbase/store/store.h"

/* An item that was given, or is on its way. */
struct gift {
    int64_t item_id;
    const char *title;
    const char *contact; /* the person's name */
    int64_t touch_id;
    int64_t done_utc; /* of the touch, 0: still to come */
    int64_t due_utc;
};

/* Files a new item inside a step; sets id, and uuid when NULL (from arena). */
bool item_insert(struct store *store, struct arena *arena, struct item *item,
                 struct error *err);
/* An unknown id is ERROR_NOT_FOUND. */
bool item_update(struct store *store, const struct item *item, struct error *err);
/* NULL in *item for an unknown id. */
bool item_by_id(struct store *store, int64_t id, struct arena *arena, struct item **item,
                struct error *err);
/* At most limit items with ids above after, those still proposed, then retired ones. */
bool items_window(struct store *store, bool retired, int64_t after, size_t limit,
                  struct arena *arena, struct item **items, size_t *count,
                  struct error *err);
/* At most limit of those a person has not had and that are no offer of days past, oldest
 * first. */
bool items_not_given(struct store *store, int64_t contact_id, day_number today,
                     size_t limit, struct arena *arena, struct item **items,
                     size_t *count, struct error *err);

/* Files inside a step that an item goes with a touch of that person, in place of what it
 * brought until now. ERROR_FAILED when the person had it before. */
bool gift_insert(struct store *store, int64_t item_id, int64_t contact_id,
                 int64_t touch_id, struct error *err);
/* What was to go with a touch goes with another of the same person instead. */
bool gift_pass(struct store *store, int64_t touch_id, int64_t to, struct error *err);
/* The item that goes with a touch, 0 for none. */
bool gift_of_touch(struct store *store, int64_t touch_id, int64_t *item_id,
                   struct error *err);
/* Has a person had that item, or is it on its way to them? */
bool gift_was_had(struct store *store, int64_t contact_id, int64_t item_id, bool *had,
                  struct error *err);
/* Follows a touch that was changed: an item that did not arrive was not given, and one
 * whose touch is another person's now goes to them, unless they had it. */
bool gift_follow(struct store *store, const struct touch *touch, struct error *err);
/* At most limit gifts of a person, the newest first. */
bool gifts_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct gift **gifts, size_t *count, struct error *err);
/* The same of an item, whoever has it. */
bool gifts_of_item(struct store *store, int64_t item_id, size_t limit,
                   struct arena *arena, struct gift **gifts, size_t *count,
                   struct error *err);

#endif
