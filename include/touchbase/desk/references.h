/* References and advocates: who is named in a touch, who may be named next, and what they
 * are owed for it (design.md rule 16). Texts belong to the arena handed in. */
#ifndef TOUCHBASE_DESK_REFERENCES_H
#define TOUCHBASE_DESK_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/link.h"
#include "touchbase/model/touch.h"

/* A touch whose purpose is "reference WORDS" or "advocate WORDS" names the person linked
 * so whose name has words that begin so: named_id and named_as are set, and the opener
 * when it had none. Where nobody linked is called that the touch stays as it is.
 * ERROR_AMBIGUOUS for several. */
bool desk_touch_name(struct desk *desk, struct touch *touch, struct arena *arena,
                     struct error *err);
/* Why one should think again before such a touch is planned: nobody linked is called so,
 * the name was used enough, they are away then, or not to be contacted. *words NULL:
 * nothing. */
bool desk_naming_warning(struct desk *desk, const struct touch *touch,
                         struct arena *arena, const char **words, struct error *err);

/* Who may be named to somebody, or asked to speak with them. */
struct candidate {
    bool found;
    struct linked who;      /* when found */
    const char *left_aside; /* who was not proposed and why, or NULL */
};
/* The first one linked so whose name can be used on that day. */
bool desk_candidate(struct desk *desk, int64_t contact_id, enum naming naming,
                    day_number day, struct arena *arena, struct candidate *out,
                    struct error *err);

/* Whom a message to somebody means by {reference}: whom its touch (NULL: none) names as
 * one, or its purpose mentions, else the first whose name can be used on that day, else
 * the first of all. *against says why to think again before the name goes out, NULL
 * nothing. */
bool desk_reference(struct desk *desk, int64_t contact_id, const struct touch *touch,
                    day_number day, struct arena *arena, struct linked *out, bool *found,
                    const char **against, struct error *err);

/* How often a name was used and is about to be. */
struct naming_tally {
    int recent; /* times in those span days in a row that hold today and most of them */
    int span;   /* the setting reference_days */
    int64_t last_utc; /* when last, 0: never yet */
};
/* Of a reference or advocate of a person to anybody; of whom they are one for, by their
 * own name there. All 0 for another kind of tie. */
bool desk_naming_tally(struct desk *desk, int64_t person_id, const struct tie *tie,
                       struct arena *arena, struct naming_tally *out, struct error *err);
/* "named 2 times in 90 days"; "" for none. In arena. */
const char *naming_tally_words(struct arena *arena, const struct naming_tally *tally);

/* What another person is owed when a touch ends: an advocate a thank-you and a question
 * how it went, whose name opened a door to hear how it went. */
struct thanks {
    const char *name; /* whom the touches are with */
    struct touch *touches;
    size_t count;         /* 0: nothing */
    const char *sentence; /* "card today, thank you ...; call Mon 9 Mar, ..." */
};
bool desk_thanks(struct desk *desk, const struct touch *touch, enum outcome outcome,
                 struct arena *arena, struct thanks *out, struct error *err);
/* What all are owed when these touches end so, nobody the same twice, as one; name is the
 * first with how many more there are. */
bool desk_thanks_many(struct desk *desk, const int64_t *touches, size_t count,
                      enum outcome outcome, struct arena *arena, struct thanks *out,
                      struct error *err);
/* Plans them as one step. Refused for who is marked "do not contact". */
bool desk_thanks_plan(struct desk *desk, const struct thanks *thanks, struct error *err);

#endif
