/* A touch: one planned or done contact with a person (design.md section 1). */
#ifndef TOUCHBASE_MODEL_TOUCH_H
#define TOUCHBASE_MODEL_TOUCH_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/day.h"

enum channel {
    CHANNEL_CALL,
    CHANNEL_VOICEMAIL,
    CHANNEL_EMAIL,
    CHANNEL_LETTER,
    CHANNEL_CARD,
    CHANNEL_POSTCARD,
    CHANNEL_FAX,
    CHANNEL_VISIT,
    CHANNEL_MESSAGE,
    CHANNEL_COUNT
};

const char *channel_name(enum channel channel); /* "call" ... */
int channel_from_name(
    const char *name); /* -1 for an unknown word; "mail" is email, "vm" voicemail */
bool channel_is_post(enum channel channel); /* letter, card, postcard */

enum direction {
    DIRECTION_OUT,
    DIRECTION_IN /* of a pending touch: their move (rule 8), due is its guard day */
};

enum outcome {
    OUTCOME_NONE, /* pending */
    OUTCOME_REACHED,
    OUTCOME_VOICEMAIL,
    OUTCOME_NO_ANSWER,
    OUTCOME_GATEKEEPER,
    OUTCOME_BUSY,
    OUTCOME_MAILBOX_FULL,
    OUTCOME_AWAY,
    OUTCOME_WRONG_NUMBER,
    OUTCOME_NOT_NOW,
    OUTCOME_DECLINED,
    OUTCOME_SENT,
    OUTCOME_REPLIED,
    OUTCOME_BOUNCED,
    OUTCOME_WRITTEN,
    OUTCOME_POSTED,
    OUTCOME_DROPPED, /* taken back by its play, or by hand; keeps its place in the
                        timeline */
    OUTCOME_COUNT
};

const char *
outcome_name(enum outcome outcome); /* the words of design.md section 4; "" for none */
int outcome_from_name(const char *name); /* -1 for an unknown word */
/* Is it an outcome of that channel (of a call: reached ...; of post: written, posted)? */
bool outcome_fits(enum outcome outcome, enum channel channel);
/* What finishing without more words means for that channel: of a call reached, of a mail
 * sent, of post posted. */
enum outcome outcome_usual(enum channel channel);
/* Does it reset the clock (rule 9): reached, not now, declined, sent, replied, posted? */
bool outcome_is_contact(enum outcome outcome);

/* Where a touch came from. */
enum cause {
    CAUSE_HAND,   /* planned by a person */
    CAUSE_PLAY,   /* made by an absence's play: card, answer, question */
    CAUSE_RETURN, /* the return call of an absence */
    CAUSE_NEXT,   /* proposed on finishing another */
    CAUSE_COUNT
};

const char *cause_name(enum cause cause);

/* Whom a touch names beside its own person (rule 16). The numbers stand in table naming.
 */
enum naming {
    NAMING_NONE,
    NAMING_REFERENCE, /* their name opens the door */
    NAMING_ADVOCATE,  /* they spoke for me, or are asked to */
    NAMING_PROSPECT   /* of a touch with an advocate: with whom they are to speak */
};

struct touch {
    int64_t id;       /* 0 before it is stored */
    const char *uuid; /* also the identity in a calendar */
    int64_t contact_id;
    const char *contact; /* the person's name, read only */
    const char *contact_uuid;
    const char *company; /* read only, or NULL */
    enum channel channel;
    enum direction direction;
    struct wall due;  /* planned wall time in zone; minute MINUTE_NONE = all day; stays as
                         it was planned when the touch is done */
    const char *zone; /* IANA name; NULL for a day alone */
    int64_t due_utc;  /* derived: UTC seconds (of a day alone: its midnight in the desk's
                         zone) */
    int64_t done_utc; /* UTC seconds, 0 while pending */
    const char *purpose; /* or NULL */
    const char *opener;  /* the first sentence, or NULL */
    const char *draft;   /* text to send, or NULL */
    int64_t item_id; /* of a touch to be stored: the value item that goes with it, 0 none;
                        afterwards the library knows */
    int64_t named_id; /* another contact, 0 nobody */
    enum naming named_as;
    int64_t series_id;     /* the series it is one of, 0 none */
    day_number series_day; /* its day by the rule there, wherever it was moved to */
    const char *rule;      /* that rule (model/series.h), or NULL; of a touch to be stored
                              without a series: one begins with it */
    bool promise;
    enum outcome outcome;
    enum cause cause;
    int64_t absence_id; /* the absence whose play made it, took it as return call or moved
                           it; 0 none */
    bool moved;         /* an absence moved it from before_due */
    struct wall before_due; /* where it stood before that absence; with moved */
    const char
        *before_opener; /* with moved: what a return call's part replaced, or NULL */
    int64_t created_utc;
    int64_t talked;      /* seconds a call took, 0 not known; read only */
    int64_t changed_utc; /* last change of time or text */
    int32_t sequence;    /* +1 at each such change, undo included (interop.md 3) */
};

#endif
