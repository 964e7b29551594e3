/* Counts by number that are kept, not counted (table span of the schema): how many there
 * are between two numbers costs the same on every desk. The journal's hook says what
 * comes and goes, undo included; settle writes it down before anything is asked. */
#ifndef TOUCHBASE_STORE_SPANS_H
#define TOUCHBASE_STORE_SPANS_H

#include "connection.h"

enum span_kind {
    SPAN_PENDING,  /* pending touches, by span_of_due */
    SPAN_AWAY,     /* filed absences, by back_order */
    SPAN_PROPOSED, /* absences under To confirm, all of them at 0 */
};

enum { SPAN_SECONDS = 900 }; /* of due_utc that are one number */

/* The number of a time. */
int64_t span_of_due(int64_t due_utc);
/* One more (by 1) or less (-1), from the hook: remembered only. */
void span_add(struct store *store, enum span_kind kind, int64_t number, int64_t by);
/* Writes what is remembered. */
bool spans_write(struct store *store, struct error *err);
/* How many have a number below this one. */
bool span_count_below(struct store *store, enum span_kind kind, int64_t number,
                      int64_t *count, struct error *err);

#endif
