/* What reached me, taken in at once: a call, a voicemail, a mail, a message (design.md
 * rules 3, 8 and 9). */
#ifndef TOUCHBASE_DESK_INBOUND_H
#define TOUCHBASE_DESK_INBOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/inbound.h"
#include "touchbase/model/touch.h"

/* What may be offered to a person who is there. */
struct inbound_offer {
    bool has_return;          /* then return_call is pending: done with it? Not for a
                                 call that was missed */
    struct touch return_call; /* of an absence; else, when we talked, the call planned
                                 for this week (absence_id 0) */
    bool away;                /* then absence is under way: are they back? */
    struct absence absence;
    bool others; /* other touches are pending */
};
bool desk_inbound_offer(struct desk *desk, int64_t contact_id, enum inbound_kind kind,
                        struct arena *arena, struct inbound_offer *out,
                        struct error *err);

/* What becomes of the return call offered. */
enum inbound_return {
    INBOUND_RETURN_NONE,  /* none was offered */
    INBOUND_RETURN_DONE,  /* they were first */
    INBOUND_RETURN_STAYS, /* asked, and it is still to be made */
    INBOUND_RETURN_ASK    /* nobody was there to ask: listed under To confirm */
};

struct inbound {
    int64_t contact_id; /* 0: nobody knows whose it is; then nothing below but these: */
    const char *caller; /* the number or words it came with, or NULL */
    enum inbound_kind kind;
    const char *text; /* what they said, filed as a note with it; NULL or blank: none */
    int64_t reached_utc;    /* when; 0: now */
    const char *message_id; /* of a mail, or NULL */
    int64_t seconds;        /* we talked, 0 not known */
    int64_t draft_id;       /* of text on disk, goes with it; 0 none */
    int64_t return_call;    /* the one offered, with an answer */
    enum inbound_return answer;
    int64_t back;             /* they are back from this absence, 0 none */
    const struct touch *next; /* planned with it, or NULL */
};
/* Stores all of it as one step; who was at rest comes into play. *id gets the number of
 * the touch, 0 when nobody knows whose it is. It waits for an answer (desk/waiting.h); a
 * call that was talked over is one, and ends what waited of that person. */
bool desk_inbound_store(struct desk *desk, const struct inbound *inbound, int64_t *id,
                        struct error *err);

/* A mail that reached me (raw, as a mail program pipes it). */
struct inbound_mail {
    struct inbound inbound; /* kind, text, time, whose it is; else the sender as caller */
    struct contact contact; /* with contact_id */
    bool known;             /* it was taken in before */
    bool auto_reply;        /* an out-of-office reply, which is no reply (rule 5) */
};
bool desk_inbound_mail(struct desk *desk, const char *bytes, size_t length,
                       struct arena *arena, struct inbound_mail *out, struct error *err);

#endif
