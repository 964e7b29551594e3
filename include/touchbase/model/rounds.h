/* Rounds through voicemail and mail (design.md rule 17): at which times of a day, which
 * one is due, which was missed, and how full the voicemail box is. All times are of the
 * desk's own clock, so that a change of the clocks needs nothing more. */
#ifndef TOUCHBASE_MODEL_ROUNDS_H
#define TOUCHBASE_MODEL_ROUNDS_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"

enum {
    ROUNDS_MAX = 12,
    ROUND_EARLY = 30,    /* a look so many minutes before a round counts for it */
    VOICEMAIL_FULL = 80, /* percent from which on the box is warned of */
    VOICEMAIL_NONE = -1  /* how full it is was never said */
};

/* Minutes of a day, ascending; the setting rounds. None: nothing is reminded. */
struct rounds {
    int minutes[ROUNDS_MAX];
    int count;
};

/* Reads "09:00 11:30", in any order, with blanks or commas between them; "" is none.
 * False, and out as it was, when one is no time of a day or they are too many. The same
 * time twice counts once. */
bool rounds_read(const char *text, struct rounds *out);
/* "09:00 11:30" in arena. */
char *rounds_format(struct arena *arena, const struct rounds *rounds);

/* How things stand; a day of DAY_NONE: there is no such round. */
struct round_state {
    struct wall due;    /* its time has come today */
    struct wall missed; /* the one before it, or the last of the working day before: its
                           time is over and nobody looked */
    struct wall next;   /* the next one of today that nobody looked for yet */
};

/* looked is when the last look was, day DAY_NONE before the first one: nothing is missed
 * then. On a day off rounds come, but none is owed. */
struct round_state rounds_state(const struct rounds *rounds, struct wall looked,
                                struct wall now, struct holidays holidays);
/* Does somebody have to look? */
bool round_is_owed(const struct round_state *state);
/* "round 14:00 due, 11:30 missed", "round Fri 16:30 missed", "round 16:30", "" in arena.
 */
char *round_words(struct arena *arena, const struct round_state *state, day_number today);

/* What is told of a look, by how things stood before and after it: "round 14:00 is done;
 * the next is at 16:30", in arena. */
char *round_ticked_words(struct arena *arena, const struct round_state *before,
                         const struct round_state *after);

/* Reads "85%", "85 %" or "85" into *percent; false when it is none from 0 to 100. */
bool voicemail_read(const char *text, int *percent);
/* "voicemail 85%" in arena. */
char *voicemail_words(struct arena *arena, int percent);

#endif
