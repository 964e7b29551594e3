/* What was tried to get a call returned, and what to try next (design.md rule 10). */
#ifndef TOUCHBASE_DESK_APPROACHES_H
#define TOUCHBASE_DESK_APPROACHES_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/approach.h"

/* Texts belong to the arena handed in. */
struct approaches {
    int unreturned;    /* words left since they last answered, each with time to answer */
    bool change;       /* as many as the setting attempts: another approach is due */
    const char *tried; /* "message 3 Nov, message 6 Nov, another channel 12 Nov", the
                          oldest first; NULL: nothing was left since they answered */
    const char *line;  /* with change: the touch that is proposed, as it would be typed
                          ("email 2026-11-24 +Six ways to cut scrap"), or NULL: all was
                          tried */
    const char *sentence; /* with change: "3 messages unreturned; next: value item, Six
                             ways to cut scrap", else NULL */
};

/* Looks back a year. A blocker that was noted (desk/blockers.h) is named in the sentence
 * and says which approach comes first. What is proposed can be made: an item they have
 * not had, a channel they have an address of; a reference or an advocate whose name may
 * be used. Where nobody is linked the sentence asks who it could be, and the name is
 * typed behind the line. */
bool desk_approaches(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct approaches *out, struct error *err);

/* The same for what follows a touch that ends so: nothing at all when they were reached,
 * or when something else comes first. */
bool desk_approaches_after(struct desk *desk, const struct touch *touch,
                           enum outcome outcome, struct arena *arena,
                           struct approaches *out, struct error *err);

#endif
