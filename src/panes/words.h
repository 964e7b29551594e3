/* Days, times and records in the few words a list has room for. Strings come from the
 * arena. */
#ifndef TOUCHBASE_SRC_PANES_WORDS_H
#define TOUCHBASE_SRC_PANES_WORDS_H

#include "touchbase/base/arena.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/next.h"
#include "touchbase/model/note.h"
#include "touchbase/model/touch.h"

/* "24 Nov", with the year when it is not today's: "6 Jan 2027". */
const char *shown_day(struct arena *arena, day_number day, day_number today);
/* "Mon 23 Nov". */
const char *shown_weekday(struct arena *arena, day_number day, day_number today);
const char *shown_time(struct arena *arena, int minute);
/* A due in one word or two: "2d late" ("24w", "3y" when far), "today", "14:30", "24 Nov".
 */
const char *shown_due(struct arena *arena, struct wall due, struct wall now);
/* "Mon 23 Nov 14:30", "Mon 23 Nov" for a day alone. */
const char *shown_wall(struct arena *arena, struct wall wall, day_number today);
/* "12 Nov 10:02" in the desk's zone. */
const char *shown_moment(struct arena *arena, const struct desk *desk, int64_t utc);
/* "Mexico, vacation", "wedding", "sister's wedding", "left the company", "away". */
const char *shown_absence(struct arena *arena, const struct absence *absence);
/* "back Mon 23 Nov", "back 6 Jan 2027", "back today 15:00", "no return date". */
const char *shown_back(struct arena *arena, const struct absence *absence,
                       day_number today);
/* "call, reached: wants the second item", on one line; a pending one with its rule. */
const char *shown_touch(struct arena *arena, const struct desk *desk,
                        const struct touch *touch);
/* Words (or NULL) and the rule of a touch: "offer, every 2 weeks on Tue". */
const char *shown_repeats(struct arena *arena, const struct touch *touch,
                          const char *words);
/* The channel of a pending touch; "theirs" while it is their move, before its guard day.
 */
const char *shown_channel(const struct touch *touch, day_number today);
/* "call 2026-03-09 pricing", as it would be typed; NULL for what is no touch. */
const char *shown_next_line(struct arena *arena, const struct next_step *next);

#endif
