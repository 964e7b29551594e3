/* Series of touches: their rules, which touch is which of their days, and the days known
 * to come. */
#ifndef TOUCHBASE_STORE_SERIES_H
#define TOUCHBASE_STORE_SERIES_H

#include "touchbase/model/series.h"
#include "touchbase/store/store.h"

/* Files a new one inside a step; sets id, and uuid when NULL (from arena). */
bool series_insert(struct store *store, struct arena *arena, struct series *series,
                   struct error *err);
/* An exception of it, inside a step; one for a day. */
bool series_except(struct store *store, int64_t id,
                   const struct series_exception *exception, struct error *err);
/* A touch becomes that day of it, inside a step; of a touch that is one already the day
 * or series changes. */
bool series_join(struct store *store, int64_t id, int64_t touch_id, day_number day,
                 struct error *err);
/* A touch is one of a series no more, inside a step. */
bool series_leave(struct store *store, int64_t touch_id, struct error *err);

/* NULL in *series for an unknown id. */
bool series_by_id(struct store *store, int64_t id, struct arena *arena,
                  struct series **series, struct error *err);
/* Its exceptions, by day, at most limit. */
bool series_exceptions(struct store *store, int64_t id, size_t limit, struct arena *arena,
                       struct series_exception **exceptions, size_t *count,
                       struct error *err);

/* The days known to come; none known is after INT32_MAX. Kept outside of steps. */
bool series_coming(struct store *store, int64_t id, struct arena *arena,
                   struct series_days *out, struct error *err);
bool series_coming_set(struct store *store, int64_t id, const struct series_days *days,
                       struct error *err);

#endif
