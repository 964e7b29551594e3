/* What finishing a touch proposes next (design.md rules 8 and 9, numbers in plays.ini,
 * [next ...]). */
#ifndef TOUCHBASE_MODEL_NEXT_H
#define TOUCHBASE_MODEL_NEXT_H

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/plays.h"
#include "touchbase/model/touch.h"

struct next_step {
    enum next_kind kind;
    enum channel channel; /* with NEXT_TOUCH, as all below */
    struct wall due;      /* a day alone */
    const char *purpose;  /* or NULL */
    const char *sentence; /* for every kind: what is proposed, in words */
};

/* Proposes after done, a touch with the given outcome (not OUTCOME_NONE); landing is the
 * landing day when they are away, else DAY_NONE: nothing but post is proposed before it.
 * Texts belong to arena. */
void next_after(struct arena *arena, const struct plays *plays, const struct touch *done,
                enum outcome outcome, day_number today, day_number landing,
                struct holidays holidays, struct next_step *out);

/* Of a series the next one comes by itself on due; repeats is its rule in words. */
void next_repeats(struct arena *arena, const char *repeats, struct wall due,
                  struct next_step *out);

/* Proposes the first call to whoever took over from left (rule 2, left the company). */
void next_greeting(struct arena *arena, const struct plays *plays,
                   const struct contact *left, day_number today, struct holidays holidays,
                   struct next_step *out);

#endif
