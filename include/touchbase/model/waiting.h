/* Waiting for me (design.md rule 17): what reached me until it is answered. */
#ifndef TOUCHBASE_MODEL_WAITING_H
#define TOUCHBASE_MODEL_WAITING_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/model/inbound.h"

enum waiting_state {
    WAITING_OPEN,
    WAITING_ANSWERED,
    WAITING_NEEDS_NONE, /* needs no answer */
    WAITING_STATE_COUNT
};

const char *waiting_state_name(enum waiting_state state); /* "waiting", "answered" ... */

struct waiting {
    int64_t id;
    const char *uuid;
    int64_t contact_id; /* 0 while nobody knows whose it is */
    int64_t touch_id;   /* in that person's timeline, 0 likewise */
    const char *caller; /* the number or words it came with; NULL: not even that */
    const char *text;   /* what they said, or NULL */
    enum inbound_kind kind;
    int64_t reached_utc;
    enum waiting_state state;
    int64_t answered_utc;   /* 0 while it waits */
    int64_t later_utc;      /* put off until then, 0: not */
    const char *message_id; /* of a mail, without <>, or NULL */
    /* Read only: */
    const char *contact; /* the person's name, NULL while not known */
    const char *contact_uuid;
    const char *company;
    int count; /* of a row that stands for all a person has waiting: how many */
};

/* How whose it is is shown: the name, else the caller, else "unknown". */
const char *waiting_who(const struct waiting *waiting);

/* For how long: "12 min", "3 h", from two days on "4 days". */
char *waiting_age(struct arena *arena, int64_t seconds);

/* Does an outcome of mine answer what waits from them: reached, not now, declined, sent?
 * A message left does not, and no card. */
bool outcome_answers(enum outcome outcome);

#endif
