/* What was answered to the questions of plays (model/plan.h). */
#ifndef TOUCHBASE_STORE_ANSWERS_H
#define TOUCHBASE_STORE_ANSWERS_H

#include "touchbase/model/plan.h"
#include "touchbase/store/store.h"

/* The answers remembered for an absence, in the order they were first given; each with
 * the moment it was given last. */
bool answers_of(struct store *store, int64_t absence_id, struct arena *arena,
                struct plan_answer **answers, size_t *count, struct error *err);
/* Remembers those of the answers that were given now (answered_utc 0), inside a step; one
 * given before to the same question is replaced. */
bool answers_remember(struct store *store, int64_t absence_id,
                      const struct plan_answer *answers, size_t count, int64_t now_utc,
                      struct error *err);
/* Forgets those of an absence to other questions than kept answers, inside a step. Those
 * are for answers_remember to change in place: a row that a step takes away and puts back
 * would stand in its own way when the step is undone. */
bool answers_forget(struct store *store, int64_t absence_id,
                    const struct plan_answer *kept, size_t kept_count, struct error *err);

#endif
