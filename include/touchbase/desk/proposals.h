/* Plays that are proposed on what happened, and plays started by hand (design.md rules
 * 12, 13 and 21). What is proposed is worked out from the desk as it is; only the answer
 * is stored. */
#ifndef TOUCHBASE_DESK_PROPOSALS_H
#define TOUCHBASE_DESK_PROPOSALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/event_play.h"

enum { PROPOSALS_MAX = 100, DEALS_PROPOSED_DAYS = 30, BACK_PROPOSED_DAYS = 14 };

struct proposal {
    const struct event_play *play;
    int64_t contact_id;
    const char *contact; /* the person's name */
    int64_t cause_id;    /* the missed touch, the deal or the absence; 0 none */
    const char *why;    /* "missed: call Thu 19 Nov 15:00", "won 4800", or NULL by hand */
    const char *matter; /* what it is about, or NULL */
    struct wall promised; /* when a missed promise was due, day DAY_NONE */
    day_number first_day; /* of the absence, DAY_NONE */
    day_number back;
};

/* What waits for an answer: promises missed, then won, delivered, back from an absence or
 * gone into one, and who goes quiet; at most PROPOSALS_MAX of each. Nobody who is not to
 * be contacted. Texts belong to arena. */
bool desk_proposals(struct desk *desk, struct arena *arena, struct proposal **rows,
                    size_t *count, struct error *err);
/* Those of one person, with what only a look at one person shows: attempts unreturned, an
 * advocate called, who left the company. */
bool desk_proposals_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                       struct proposal **rows, size_t *count, struct error *err);
/* A play named by a person: as it is proposed to them, else by hand. ERROR_NOT_FOUND for
 * a name that is no play's. */
bool desk_proposal_named(struct desk *desk, int64_t contact_id, const char *name,
                         struct arena *arena, struct proposal *out, struct error *err);

/* The same with its texts in arena; the play is the settings'. */
struct proposal proposal_copy(struct arena *arena, const struct proposal *proposal);

/* The touches that would be made, each to bring another item of the library. */
bool desk_proposal_touches(struct desk *desk, const struct proposal *proposal,
                           struct arena *arena, struct touch **touches, size_t *count,
                           struct error *err);
/* Plans them and closes a missed promise as missed; one step. */
bool desk_proposal_accept(struct desk *desk, const struct proposal *proposal,
                          const struct touch *touches, size_t count, struct error *err);
/* It is not wanted, and not proposed again; one step. */
bool desk_proposal_dismiss(struct desk *desk, const struct proposal *proposal,
                           struct error *err);

/* Promises of a person kept and missed within a year; those that wait for their apology
 * are missed. */
struct promise_tally {
    int kept, missed;
};
bool desk_promises(struct desk *desk, int64_t contact_id, struct promise_tally *out,
                   struct error *err);
#endif
