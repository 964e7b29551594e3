/* Touches. Pending is what has no outcome yet. */
#ifndef TOUCHBASE_STORE_TOUCHES_H
#define TOUCHBASE_STORE_TOUCHES_H

#include "touchbase/model/touch.h"
#include "touchbase/store/store.h"

/* Files a new touch inside a step; sets id, and uuid when NULL (from arena). due_utc is
 * the caller's, who knows the zones. What is read only in the record, changed_utc and
 * sequence are ignored: the store keeps them. */
bool touch_insert(struct store *store, struct arena *arena, struct touch *touch,
                  struct error *err);
/* Makes the stored record equal; *changed, unless NULL, says whether anything differed.
 * The sequence goes up and the change time becomes the step's when something did. An
 * unknown id is ERROR_NOT_FOUND. */
bool touch_update(struct store *store, const struct touch *touch, bool *changed,
                  struct error *err);

/* How long a call took, in seconds (1 or more); once for a touch, inside a step. */
bool touch_talked(struct store *store, int64_t id, int64_t seconds, struct error *err);

/* NULL in *touch for an unknown id. */
bool touch_by_id(struct store *store, int64_t id, struct arena *arena,
                 struct touch **touch, struct error *err);
/* By 6 or more first characters of its UUID, at most limit. */
bool touches_find(struct store *store, const char *prefix, size_t limit,
                  struct arena *arena, struct touch **touches, size_t *count,
                  struct error *err);

/* All pending ones of a contact, by due. */
bool touches_pending_of(struct store *store, int64_t contact_id, struct arena *arena,
                        struct touch **touches, size_t *count, struct error *err);
/* Done ones of a contact with done_utc at or after since_utc, newest first (rule 7's look
 * back). */
bool touches_done_since(struct store *store, int64_t contact_id, int64_t since_utc,
                        struct arena *arena, struct touch **touches, size_t *count,
                        struct error *err);
/* All that an absence's play made or took as return call, pending or not, by id. */
bool touches_of_absence(struct store *store, int64_t absence_id, struct arena *arena,
                        struct touch **touches, size_t *count, struct error *err);

/* Pending touches by due: rows beyond from (key: due_utc, id; NULL: from the first or
 * last). */
bool touches_window(struct store *store, const struct row_key *from,
                    enum window_direction direction, size_t limit, struct arena *arena,
                    struct touch **touches, size_t *count, struct error *err);
/* Pending ones with due_utc before until_utc, by due, beyond from; for `due` and the
 * export, page by page. */
bool touches_until(struct store *store, int64_t until_utc, const struct row_key *from,
                   size_t limit, struct arena *arena, struct touch **touches,
                   size_t *count, struct error *err);
/* Letters, cards and postcards with that outcome, OUTCOME_NONE (to write) or
 * OUTCOME_WRITTEN (to post), by due; beyond from. */
bool touches_post_window(struct store *store, enum outcome outcome,
                         const struct row_key *from, enum window_direction direction,
                         size_t limit, struct arena *arena, struct touch **touches,
                         size_t *count, struct error *err);
/* How many of them are due before until_utc, counted no further than limit (>= 1). */
bool touches_post_count(struct store *store, enum outcome outcome, int64_t until_utc,
                        int64_t limit, int64_t *count, struct error *err);
/* Promises, calls and return calls below are read many at a time: without sequence,
 * changed_utc, talked, whom they name and their series. */

/* Pending promises due before until_utc, by due, and how many there are, counted no
 * further than limit (>= 1). */
bool touches_promised(struct store *store, int64_t until_utc, size_t limit,
                      struct arena *arena, struct touch **touches, size_t *count,
                      struct error *err);
bool touches_promised_count(struct store *store, int64_t until_utc, int64_t limit,
                            int64_t *count, struct error *err);
/* Those of my promises that were missed, counted no further than limit: with a time
 * before timed_utc, for a day alone before day_utc, the start of today. */
bool touches_missed_count(struct store *store, int64_t timed_utc, int64_t day_utc,
                          int64_t limit, int64_t *count, struct error *err);
/* Pending calls that are no promise, with due_utc from first_utc to before end_utc, by
 * due, and how many there are, counted no further than limit (>= 1). */
bool touches_calls(struct store *store, int64_t first_utc, int64_t end_utc, size_t limit,
                   struct arena *arena, struct touch **touches, size_t *count,
                   struct error *err);
bool touches_calls_count(struct store *store, int64_t first_utc, int64_t end_utc,
                         int64_t limit, int64_t *count, struct error *err);
/* The return calls among them. */
bool touches_returns(struct store *store, int64_t until_utc, size_t limit,
                     struct arena *arena, struct touch **touches, size_t *count,
                     struct error *err);
/* Pending ones with a time of day that is reached after after_utc and not after
 * until_utc, by due; of promises also those whose time less lead_seconds is (rule 12). */
bool touches_ringing(struct store *store, int64_t after_utc, int64_t until_utc,
                     int64_t lead_seconds, size_t limit, struct arena *arena,
                     struct touch **touches, size_t *count, struct error *err);
/* Has derive say the UTC seconds of the planned times of pending touches with ids above
 * after, limit of them (at most 1000), and writes those that are others now; false of
 * derive leaves one as it is. Outside of steps, not journalled. *last gets the last id
 * looked at, 0 when there are no more. */
bool touches_renew(struct store *store, int64_t after, size_t limit,
                   bool (*derive)(void *context, struct wall due, const char *zone,
                                  int64_t *utc),
                   void *context, int64_t *last, struct error *err);
struct row_key touch_key(const struct touch *touch);

/* All pending ones: a kept number. */
bool touches_count(struct store *store, int64_t *pending, struct error *err);
/* Pending with first_utc <= due_utc < end_utc: kept numbers, read without counting them
 * all. */
bool touches_count_between(struct store *store, int64_t first_utc, int64_t end_utc,
                           int64_t *count, struct error *err);
/* The same, but no further than limit (>= 1): a day that holds thousands costs no more
 * than one that is full. */
bool touches_count_up_to(struct store *store, int64_t first_utc, int64_t end_utc,
                         int64_t limit, int64_t *count, struct error *err);

#endif
