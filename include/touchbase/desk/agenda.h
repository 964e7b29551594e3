/* What the panes and lists show, read in windows (model/window.h). Rows belong to the
 * arena handed in. */
#ifndef TOUCHBASE_DESK_AGENDA_H
#define TOUCHBASE_DESK_AGENDA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/promise.h"
#include "touchbase/model/window.h"

/* What the order of need depends on, at this moment; a pane takes it when it takes its
 * order. */
struct need_context desk_need_context(const struct desk *desk);
/* At most limit people beyond from (NULL: from the first, or backward the last) in order
 * of need. */
bool desk_people(struct desk *desk, const struct need_context *context,
                 const struct need_key *from, enum window_direction direction,
                 size_t limit, struct arena *arena, struct contact_row **rows,
                 size_t *count, struct error *err);
/* Ids of at most limit people of any stage whose name begins with these letters (folded:
 * "zoe" begins Zoë), by name; none for "". */
bool desk_people_named(struct desk *desk, const char *letters, size_t limit,
                       struct arena *arena, int64_t **ids, size_t *count,
                       struct error *err);
/* Moves the order of need kept in the desk on with the days, a little at a time; to be
 * called now and then while a window is open. Does nothing under a clock that was set by
 * hand. False and err when the desk could not be written: the lists are right all the
 * same. */
bool desk_keep_need(struct desk *desk, struct error *err);
/* Rows of these ids with their present keys, in the order given; unknown ids are left
 * out. */
bool desk_people_rows(struct desk *desk, const struct need_context *context,
                      const int64_t *ids, size_t id_count, struct arena *arena,
                      struct contact_row **rows, size_t *count, struct error *err);

/* Pending touches by due; desk_touch_key says where one stands. */
bool desk_touches(struct desk *desk, const struct row_key *from,
                  enum window_direction direction, size_t limit, struct arena *arena,
                  struct touch **rows, size_t *count, struct error *err);
struct row_key desk_touch_key(const struct touch *touch);
bool desk_touches_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct touch **rows, size_t *count, struct error *err);
/* Those due at or before the wall time until (all day: the whole of that day), a page at
 * a time. */
bool desk_due(struct desk *desk, struct wall until, const struct row_key *from,
              size_t limit, struct arena *arena, struct touch **rows, size_t *count,
              struct error *err);
bool desk_touch_late(const struct desk *desk, const struct touch *touch);
/* What became of a promise by now, or when it ended (rule 12). */
enum promise_fate desk_promise_fate(const struct desk *desk, const struct touch *touch);
/* touch_told; one that was promised, missed and never made is "call, promise missed". */
const char *desk_touch_told(const struct desk *desk, struct arena *arena,
                            const struct touch *touch);

/* Absences under way or to come, by day back, without covers and evidence. */
bool desk_absences(struct desk *desk, const struct row_key *from,
                   enum window_direction direction, size_t limit, struct arena *arena,
                   struct absence **rows, size_t *count, struct error *err);
struct row_key desk_absence_key(const struct absence *absence);
bool desk_absence_get(struct desk *desk, int64_t id, struct arena *arena,
                      struct absence *out, struct error *err);
/* The one a contact is in, or the next to begin; found false when there is none. */
bool desk_absence_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct absence *out, bool *found, struct error *err);
/* Those that wait for a person: proposed ones and filed ones with an open question,
 * oldest first, ids above after_id. */
bool desk_to_confirm(struct desk *desk, int64_t after_id, size_t limit,
                     struct arena *arena, struct absence **rows, size_t *count,
                     struct error *err);

/* Touches done, notes, absences of a contact, and of everyone it took over from (entry's
 * with says whose), newest first, older than from (NULL: the newest). */
bool desk_timeline(struct desk *desk, int64_t contact_id,
                   const struct timeline_entry *from, size_t limit, struct arena *arena,
                   struct timeline_entry **rows, size_t *count, struct error *err);

/* Contacts by words as typed, best first: names, companies, mails, numbers, notes,
 * absences. stop, unless NULL, is asked while it runs; true ends it with what was found.
 */
bool desk_search(struct desk *desk, const char *words, size_t limit,
                 bool (*stop)(void *context), void *context, struct arena *arena,
                 struct contact_row **rows, size_t *count, struct error *err);

#endif
