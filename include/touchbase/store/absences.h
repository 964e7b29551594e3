/* Absences, their covers and evidence, and the messages seen. */
#ifndef TOUCHBASE_STORE_ABSENCES_H
#define TOUCHBASE_STORE_ABSENCES_H

#include "touchbase/model/absence.h"
#include "touchbase/store/store.h"

/* Files a new absence with covers and evidence inside a step; sets id, and uuid when NULL
 * (from arena). Its message_id, if any, becomes seen. What is read only in the record is
 * ignored. */
bool absence_insert(struct store *store, struct arena *arena, struct absence *absence,
                    struct error *err);
/* Makes the stored record equal, covers and evidence included; *changed may be NULL. */
bool absence_update(struct store *store, const struct absence *absence, bool *changed,
                    struct error *err);

/* Inside a step: whose a stored absence is is in doubt, since it came from mail (absence
 * doubt); NULL: it is in doubt no more. What is in doubt is in no list of the contact's
 * own, only under To confirm. */
bool absence_doubt(struct store *store, int64_t absence_id, const char *mail,
                   struct error *err);

/* NULL in *absence for an unknown id. */
bool absence_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct absence **absence, struct error *err);
/* All of a contact, any state, newest message first, those in doubt left out. */
bool absences_of(struct store *store, int64_t contact_id, struct arena *arena,
                 struct absence **absences, size_t *count, struct error *err);

/* Filed out-of-office absences that are not over on `today` (back after it, or not
 * known), by day back, those without a day last. Beyond from (key: absence_key; NULL:
 * first or last). Covers and evidence are not read. */
bool absences_window(struct store *store, day_number today, const struct row_key *from,
                     enum window_direction direction, size_t limit, struct arena *arena,
                     struct absence **absences, size_t *count, struct error *err);
/* Those under way on a day, in the same order: begun by then (without a first day: with
 * the message) and back later. */
bool absences_on_day(struct store *store, day_number day, const struct row_key *from,
                     enum window_direction direction, size_t limit, struct arena *arena,
                     struct absence **absences, size_t *count, struct error *err);
struct row_key absence_key(const struct absence *absence);
/* Proposed ones (To confirm), oldest id first, ids above after_id. */
bool absences_proposed(struct store *store, int64_t after_id, size_t limit,
                       struct arena *arena, struct absence **absences, size_t *count,
                       struct error *err);
/* How many the two lists hold: kept numbers, read without counting. */
bool absences_count(struct store *store, day_number today, int64_t *current,
                    int64_t *proposed, struct error *err);

/* Is a Message-ID known (rule 6)? *absence_id gets the absence it belongs to, 0 for none.
 */
bool message_seen(struct store *store, const char *message_id, bool *seen,
                  int64_t *absence_id, struct error *err);
/* Remembers one, inside a step; absence_id 0 for a message that was no absence. Known
 * already: nothing. */
bool message_remember(struct store *store, const char *message_id, int64_t absence_id,
                      int64_t now_utc, struct error *err);

#endif
