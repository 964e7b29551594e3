/* What reached me: a touch whose direction is in (design.md sections 1 and 2, rules 3, 8,
 * 9 and 17). It is done when it is taken in. Auto-replies are none (rule 5). */
#ifndef TOUCHBASE_MODEL_INBOUND_H
#define TOUCHBASE_MODEL_INBOUND_H

#include "touchbase/base/arena.h"
#include "touchbase/model/touch.h"

enum inbound_kind {
    INBOUND_CALL,   /* they rang and we talked */
    INBOUND_MISSED, /* they rang and nobody took it: an attempt, no real contact */
    INBOUND_VOICEMAIL,
    INBOUND_EMAIL,
    INBOUND_MESSAGE,
    INBOUND_COUNT
};

const char *inbound_name(enum inbound_kind kind); /* "call", "missed" ... */
/* -1 for an unknown word; "rang" is call, "mail" is email, "sms" and "text" message. */
int inbound_from_name(const char *name);
const char *inbound_words(enum inbound_kind kind); /* behind a name: "rang" */

/* Is a word a telephone number, or "" for none, as a phone hands it over? */
bool inbound_is_number(const char *word);

/* Sets direction, channel and outcome of a touch. */
void inbound_set(struct touch *touch, enum inbound_kind kind);
/* Was it a real contact in either direction (rule 9)? Not a pending or dropped one. */
bool touch_is_contact(enum direction direction, enum outcome outcome);
/* Channel and outcome in words: "call, reached", "call"; inbound: "they rang"; a return
 * call that they made needless: "return call, they were first"; pending: "their move". */
const char *touch_told(struct arena *arena, const struct touch *touch);

#endif
