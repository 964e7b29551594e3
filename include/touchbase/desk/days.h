/* Days as the agenda shows them: how full each is, and what stands on one. Rows belong to
 * the arena handed in. */
#ifndef TOUCHBASE_DESK_DAYS_H
#define TOUCHBASE_DESK_DAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/window.h"

enum { DAY_LOAD_MAX = 999 }; /* a day is counted no further */

struct day_load {
    day_number day;
    int touches;  /* pending ones due that day, at most DAY_LOAD_MAX */
    bool working; /* neither weekend nor a holiday of the settings */
};

/* Fills out for count days (0 or more) from first on. One short count of an index a day.
 */
bool desk_day_loads(struct desk *desk, day_number first, size_t count,
                    struct day_load *out, struct error *err);
/* How many touches a day holds (rule 20, setting day_touches). */
int desk_day_measure(const struct desk *desk);

/* Pending touches due on a day, by due, all-day ones first; beyond from (desk_touch_key;
 * NULL: from the first, or backward the last). */
bool desk_day_touches(struct desk *desk, day_number day, const struct row_key *from,
                      enum window_direction direction, size_t limit, struct arena *arena,
                      struct touch **rows, size_t *count, struct error *err);
/* Letters, cards and postcards: to write, or written and to post; by due, beyond from
 * (desk_touch_key; NULL: from the first, or backward the last). */
bool desk_cards(struct desk *desk, bool written, const struct row_key *from,
                enum window_direction direction, size_t limit, struct arena *arena,
                struct touch **rows, size_t *count, struct error *err);
/* How many of them are due on a day or before, DAY_NONE: ever; at most DAY_LOAD_MAX. */
bool desk_cards_count(struct desk *desk, bool written, day_number until, int *count,
                      struct error *err);

/* Filed absences under way on a day, by day back (desk_absence_key), without covers and
 * evidence. */
bool desk_day_absences(struct desk *desk, day_number day, const struct row_key *from,
                       enum window_direction direction, size_t limit, struct arena *arena,
                       struct absence **rows, size_t *count, struct error *err);
/* Is it one of those? */
bool desk_absence_covers(const struct absence *absence, day_number day);

#endif
