/* Deals, and which proposed plays have their answer (design.md rule 21). */
#ifndef TOUCHBASE_STORE_DEALS_H
#define TOUCHBASE_STORE_DEALS_H

#include "touchbase/model/deal.h"
#include "touchbase/store/store.h"

/* Files a new deal inside a step; sets id, and uuid when NULL (from arena). */
bool deal_insert(struct store *store, struct arena *arena, struct deal *deal,
                 struct error *err);
/* An unknown id is ERROR_NOT_FOUND. */
bool deal_update(struct store *store, const struct deal *deal, struct error *err);
/* At most limit deals of a person, the newest first. */
bool deals_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct deal **deals, size_t *count, struct error *err);
/* At most limit of those in a state they came into at or after since_utc, the newest
 * first. */
bool deals_since(struct store *store, enum deal_state state, int64_t since_utc,
                 size_t limit, struct arena *arena, struct deal **deals, size_t *count,
                 struct error *err);

/* Of the latest wins, at most limit: how many touches each took (mine, that happened,
 * since the person's win before). */
bool wins(struct store *store, size_t limit, struct arena *arena, int64_t **touches,
          size_t *count, struct error *err);
/* Those with a person since their last win, until now_utc. */
bool touches_so_far(struct store *store, int64_t contact_id, int64_t now_utc,
                    int64_t *count, struct error *err);

/* Files inside a step that a play proposed to a person on cause_id (0 none) has its
 * answer. */
bool settled_insert(struct store *store, int64_t contact_id, const char *play,
                    int64_t cause_id, int64_t now_utc, struct error *err);
/* When it had its answer last, 0 never. */
bool settled_find(struct store *store, int64_t contact_id, const char *play,
                  int64_t cause_id, int64_t *settled_utc, struct error *err);

#endif
