/* A call: what must be in sight while it lasts, the next touch agreed in it, and what is
 * stored when it is over (design.md rules 7, 8, 9, 12 and 14). */
#ifndef TOUCHBASE_DESK_CALLS_H
#define TOUCHBASE_DESK_CALLS_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/pace.h"
#include "touchbase/desk/scripts.h"
#include "touchbase/desk/successor.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/blocker.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/talk.h"
#include "touchbase/model/touch.h"

enum { CALL_LAST = 3 }; /* entries of the timeline a call sheet shows */

/* What the call sheet says about somebody. */
struct call_brief {
    const char *gatekeeper;       /* what was noted when one answered last, or NULL */
    struct touch_warning warning; /* of a call now */
    struct contact contact;
    struct absence absence; /* when has_absence */
    struct touch touch;     /* when has_touch */
    struct touch promise;   /* when has_promise */
    struct script_view say; /* the message, its opener first, "" for none (rule 15); an
                               opener alone is not measured */
    struct talk_said said;  /* what they said (rule 14) in notes before those CALL_LAST */
    struct wall there;      /* when has_zone: their time */
    enum blocker blocker;   /* why they may not have called back */
    bool has_absence;       /* they are away, or are back since two weeks at most */
    bool has_touch;         /* a call with them is planned, which this one is taken for */
    bool has_promise;       /* something was promised, touch or another */
    bool has_zone;
    bool followed_up; /* they were reached before */
};
/* touch_id is the planned call under the cursor, 0: the next one within a
 * week, or the return call, is taken.
 */
bool desk_call_brief(struct desk *desk, int64_t contact_id, int64_t touch_id,
                     struct arena *arena, struct call_brief *out, struct error *err);

/* A touch agreed on the line (rule 12). */
struct call_next {
    const char *line;   /* as it was typed */
    struct touch touch; /* a promise, due in the desk's zone */
    const char *say;    /* the sentence to say, both clocks in it */
    struct touch_warning warning;
};
/* [CHANNEL] WHEN [PURPOSE] as it is typed while they are on the line; a call without a
 * channel. Its time is theirs when their zone is known, unless the word "mine" is in it.
 */
bool desk_call_agree(struct desk *desk, const struct contact *contact, const char *line,
                     struct arena *arena, struct call_next *out, struct error *err);

/* When a call was that is logged afterwards: a time alone is today's, else a day and a
 * time ("2026-03-02 10:30"). ERROR_USAGE for what is no past time of day. */
bool desk_call_earlier(struct desk *desk, const char *text, int64_t *utc,
                       struct error *err);

/* A call that is over. */
struct call_log {
    int64_t contact_id;
    int64_t touch_id; /* the planned touch it was, 0 none */
    enum outcome outcome;
    int64_t started_utc;                 /* 0: now */
    int64_t seconds;                     /* it took, 0 not known */
    const char *note;                    /* or NULL */
    int64_t draft_id;                    /* of that note on disk, 0 none */
    const struct touch *next;            /* or NULL */
    const struct succession *succession; /* who took over, as it was said in the call, or
                                            NULL; next is theirs then */
};
/* Stores all of it as one step: the call done, its note, what was agreed. Refused like
 * desk_touch_finish; then nothing is stored and the draft stays. */
bool desk_call_store(struct desk *desk, const struct call_log *log, struct error *err);

#endif
