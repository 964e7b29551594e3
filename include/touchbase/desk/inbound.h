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
#include "touchbase/model/inbound.h"
#include "touchbase/model/touch.h"

/* What may be offered to a person who is there. */
struct inbound_offer {
    bool has_return;          /* then return_call is pending: done with it? */
    struct touch return_call; /* of an absence; not for a call that was missed */
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
    int64_t contact_id;
    enum inbound_kind kind;
    const char *text; /* what they said, filed as a note with it; NULL or blank: none */
    int64_t return_call; /* the one offered, with an answer */
    enum inbound_return answer;
    int64_t back;             /* they are back from this absence, 0 none */
    const struct touch *next; /* planned with it, or NULL */
};
/* Stores all of it now as one step; who was at rest comes into play. *id gets the number
 * of the touch. */
bool desk_inbound_store(struct desk *desk, const struct inbound *inbound, int64_t *id,
                        struct error *err);

#endif
