/* Deals, and what becomes of them (design.md rule 21). */
#ifndef TOUCHBASE_DESK_DEALS_H
#define TOUCHBASE_DESK_DEALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/deal.h"

/* "4800" or "4800 won": amount and state in words. */
bool desk_deal_read(const char *line, struct arena *arena, int64_t *amount,
                    enum deal_state *state, struct error *err);
/* Says of a person that a deal of that amount is in that state: one that may come into it
 * does, else it is a new one; out is how it is then. Won or delivered makes a customer,
 * any deal brings who is at rest into play. One step. Texts belong to arena. */
bool desk_deal_tell(struct desk *desk, int64_t contact_id, int64_t amount,
                    enum deal_state state, struct arena *arena, struct deal *out,
                    struct error *err);
/* At most limit deals of a person, the newest first. */
bool desk_deals(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct deal **deals, size_t *count, struct error *err);

/* What my wins took, and how far it is with this person (rule 11, base_rate_words); NULL
 * as long as there are too few wins to say. */
bool desk_base_rate(struct desk *desk, int64_t contact_id, struct arena *arena,
                    const char **words, struct error *err);

/* The members of an open object. */
void desk_deal_json(struct json *json, const struct desk *desk, const struct deal *deal);

#endif
