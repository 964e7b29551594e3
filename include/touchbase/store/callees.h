/* Somebody as the dial queue looks at everybody due (desk/queue.h): one statement of a
 * few fields, since a hundred are looked at in one key. */
#ifndef TOUCHBASE_STORE_CALLEES_H
#define TOUCHBASE_STORE_CALLEES_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/store/store.h"

struct callee {
    const char *name;
    const char *company; /* or NULL */
    const char *zone;    /* or NULL */
    bool do_not_contact;
    bool away;   /* today, by an absence that was filed (rule 1) */
    bool called; /* by me, whatever came of it (rule 9); what was dropped is none */
};

/* The day of away is today, called counts from since_utc on. *known is false for an
 * unknown id. */
bool callee_by_id(struct store *store, int64_t contact_id, day_number today,
                  int64_t since_utc, struct arena *arena, struct callee *callee,
                  bool *known, struct error *err);

#endif
