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
/* Plans them as one step. Refused for who is marked "do not contact". */
bool desk_thanks_plan(struct desk *desk, const struct thanks *thanks, struct error *err);

#endif
