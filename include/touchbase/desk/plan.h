/* Touches: planned in one line, moved, finished, and what follows from that. */
#ifndef TOUCHBASE_DESK_PLAN_H
#define TOUCHBASE_DESK_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/pace.h"
#include "touchbase/model/next.h"
#include "touchbase/model/touch.h"

/* WHEN of design.md section 4 for a contact ("when back" is that person's landing day),
 * contact_id 0 for none. */
bool desk_when(struct desk *desk, int64_t contact_id, const char *text, struct wall *out,
               struct error *err);

/* A touch in one line: CHANNEL WHEN [PURPOSE], "call tue 2pm offer for the pump"; a
 * channel alone is today, a leading "!" makes a promise; a purpose "+" or "+words" brings
 * an item of the library (desk_item_bring), "reference WHO" or "advocate WHO" names
 * somebody (desk_touch_name). In the place of WHEN a rule may stand ("every october 2pm",
 * dates/repeat.h): then rule is set, and due is its first time. Nothing is stored.
 * warning (texts belong to arena) is rule 7's, 13's or 16's, or that the person is away
 * then. */
bool desk_touch_read(struct desk *desk, int64_t contact_id, const char *line,
                     struct arena *arena, struct touch *out,
                     struct touch_warning *warning, struct error *err);
/* The same from its parts (shell): channel, when, purpose (NULL: none). */
bool desk_touch_make(struct desk *desk, int64_t contact_id, const char *channel,
                     const char *when, const char *purpose, struct arena *arena,
                     struct touch *out, struct touch_warning *warning, struct error *err);
/* Stores it; a person at rest comes into play (rule 8). With one that counts on an
 * advocate the call that asks them is planned, too (rule 16). With a rule it is the first
 * of a series (desk/series.h). *id gets its number.
 * Refused for who is marked "do not contact". */
bool desk_touch_plan(struct desk *desk, const struct touch *touch, int64_t *id,
                     struct error *err);

/* Their move (rule 8): the contact owes the next step, said in a few words (ERROR_USAGE
 * without any). It is a pending touch in their direction that stands on the guard day and
 * from then on is a call of mine like any other. *id gets its number. */
bool desk_their_move(struct desk *desk, int64_t contact_id, const char *owes,
                     struct wall guard, int64_t *id, struct error *err);
/* The guard day when none is named: the setting guard_days in working days. */
struct wall desk_guard_day(const struct desk *desk);
/* Gives a pending touch to another person, who comes into play. What belonged to the
 * first one stays behind: the part of an absence with its opener and draft, the promise.
 * Refused for who is marked "do not contact". */
bool desk_touch_give(struct desk *desk, int64_t id, int64_t contact_id,
                     struct error *err);

/* TOUCH of design.md section 4: an id or 6 or more of its first characters. */
bool desk_touch_find(struct desk *desk, const char *word, struct arena *arena,
                     struct touch *out, struct error *err);
bool desk_touch_get(struct desk *desk, int64_t id, struct arena *arena, struct touch *out,
                    struct error *err);
/* The rest changes pending touches; one that is done is ERROR_FAILED, an unknown id
 * ERROR_NOT_FOUND. A day given here is the touch's own: an absence that moved it before
 * does not put it back. A promise that was missed (rule 12) ends as missed when it gets
 * another day, and a touch of its own stands there, with the item that went with it. */
bool desk_touch_move(struct desk *desk, int64_t id, struct wall due, struct error *err);
/* So many days (1 or more) behind its due, or behind today when that is past; the hour
 * stays. */
struct wall desk_later(const struct desk *desk, struct wall due, int days);
/* Channel, due, purpose, opener, draft, promise and (unless 0 or NULL) item and rule are
 * taken from touch; the rest stays. With another rule it begins another series. */
bool desk_touch_change(struct desk *desk, const struct touch *touch, struct error *err);
/* Of a series the next one comes (desk_series_skip). */
bool desk_touch_drop(struct desk *desk, int64_t id, struct error *err);

/* What finishing a touch with an outcome proposes next (rule 8). */
bool desk_touch_next(struct desk *desk, const struct touch *touch, enum outcome outcome,
                     struct arena *arena, struct next_step *out, struct error *err);
/* May it be finished with that outcome: is it pending, or written and now posted? */
bool desk_touch_open(const struct touch *touch, enum outcome outcome);
/* Finishes it now: the desk's clock says when, its due stays as it was planned. next,
 * unless NULL, is planned in the same step; refused for who is marked "do not contact",
 * and then nothing is done at all. "Declined" makes the stage no. ERROR_USAGE for an
 * outcome that is none of its channel. */
bool desk_touch_finish(struct desk *desk, int64_t id, enum outcome outcome,
                       const struct touch *next, struct error *err);

#endif
