/* An absence: an out-of-office note, as read from a message and as filed (design.md
 * sections 1 and 2). */
#ifndef TOUCHBASE_MODEL_ABSENCE_H
#define TOUCHBASE_MODEL_ABSENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"

enum reading_kind { READING_OTHER, READING_OOO, READING_LEFT };

const char *reading_kind_name(enum reading_kind kind); /* "other", "ooo", "left" */

enum reason {
    REASON_NONE,
    REASON_VACATION,
    REASON_HOLIDAY,
    REASON_WEDDING,
    REASON_GRADUATION,
    REASON_FUNERAL,
    REASON_ILLNESS,
    REASON_PARENTAL,
    REASON_TRAVEL,
    REASON_CONFERENCE,
    REASON_TRAINING,
    REASON_MOVING,
    REASON_JURY,
    REASON_OTHER,
    REASON_COUNT
};

const char *reason_name(enum reason reason); /* "" for none */
int reason_from_name(const char *name);      /* -1 for an unknown word; "" is none */

/* Someone who stands in. At least one of name, mail, phone is there. */
struct cover {
    const char *name;
    const char *mail;   /* lower case */
    const char *phone;  /* digits, "+" in front kept, "x" before an extension */
    const char *matter; /* what they cover, in the message's words */
};

/* "Priya Nair, priya@example.com, +441174960": who it is, without the matter. In arena.
 */
const char *cover_line(struct arena *arena, const struct cover *cover);

enum field {
    FIELD_KIND,
    FIELD_FIRST_DAY,
    FIELD_BACK,
    FIELD_REASON,
    FIELD_PLACE,
    FIELD_WHOSE, /* whose event, and with whom */
    FIELD_COVER,
    FIELD_COUNT
};

const char *field_name(enum field field);  /* "kind", "first_day", "back" ... */
const char *field_title(enum field field); /* for people: "absence", "first day" ... */

enum evidence_place { EVIDENCE_TEXT, EVIDENCE_SUBJECT, EVIDENCE_HEADER };

/* The words that prove a finding. */
struct evidence {
    enum field field;
    enum evidence_place place;
    size_t start;  /* byte offset into the message's text or subject; 0 for a header */
    size_t length; /* bytes */
    const char *words; /* a copy of them; for a header "Name: value" */
    int certainty;     /* 0 to 100; 0 of one on the desk: a date that could be read in two
                          ways left the field open */
};

/* What is at least so certain is shown without a question mark and may be filed unseen.
 */
enum { CERTAINTY_SURE = 75 };
/* How certain the best words for a field make it, 0 without any: a person typed it, or it
 * is open. */
int evidence_certainty(const struct evidence *evidence, size_t count, enum field field);

/* What was understood of one message. A field that was not found stays open: NULL,
 * DAY_NONE, REASON_NONE. */
struct reading {
    enum reading_kind kind;
    const char *why; /* in a few words: why it is no absence, or which sign said it is */
    day_number first_day;
    day_number back; /* first day at work again */
    int back_minute; /* back at a time of that day (0 to 1439), or MINUTE_NONE */
    enum reason reason;
    bool hospital;     /* an illness with an operation or a hospital in it */
    const char *place; /* as written */
    const char *whose; /* "my sister's wedding", "with my family", as written */
    const struct cover *covers;
    size_t cover_count;
    const struct evidence *evidence; /* in order of place and start */
    size_t evidence_count;
    bool ambiguous_date;  /* a date could be read in two ways and was left open */
    const char *language; /* "en" ... */
};

/* What stands in a field that holds no day: the reason's name, the place, whose, all
 * covers ("; " between them). NULL when it is open, and for the kind and the days. In
 * arena, or the reading's own. */
const char *reading_text(struct arena *arena, const struct reading *reading,
                         enum field field);

/* How far an absence got. */
enum absence_state {
    ABSENCE_PROPOSED,  /* to confirm: nothing was started */
    ABSENCE_FILED,     /* confirmed; its play ran if it still could */
    ABSENCE_REPLACED,  /* another message gave other days (rule 6) */
    ABSENCE_ENDED,     /* "they are back" by hand */
    ABSENCE_DISMISSED, /* no absence after all, said a person */
    ABSENCE_STATE_COUNT
};

const char *absence_state_name(enum absence_state state);

/* One on the desk. */
struct absence {
    int64_t id;
    const char *uuid;
    int64_t contact_id;
    const char *contact; /* the person's name, read only */
    const char *company; /* read only, or NULL */
    const char *message_id;
    int64_t received_utc;
    day_number received_day; /* in the message's own zone */
    const char *subject;
    const char *verbatim;   /* the message's text as it was read */
    enum reading_kind kind; /* READING_OOO or READING_LEFT */
    day_number first_day;
    day_number back;
    int back_minute;
    enum reason reason;
    bool hospital;
    const char *place;
    const char *whose;
    const struct cover *covers;
    size_t cover_count;
    const struct evidence *evidence;
    size_t evidence_count;
    bool heard_whole; /* a greeting was heard to the end, or it was a mail */
    enum absence_state state;
    int32_t questions; /* its play left open: it is listed under To confirm */
    int64_t created_utc;
    const char *doubt; /* read only: the address it came from, when only the name is the
                          contact's: not theirs before a person says so; else NULL */
};

/* Why an absence is not certain enough to be filed unseen (rule 2), though no play starts
 * from it: a field that its kind needs is open, or its words may mean something else. Of
 * several the first. Who left needs no days. */
enum unsure {
    UNSURE_NOTHING,
    UNSURE_TWO_WAYS, /* a date can be read in two ways: 3/4 */
    UNSURE_NO_BACK,
    UNSURE_BACK,
    UNSURE_FIRST_DAY,
    UNSURE_REASON,
    UNSURE_COUNT
};
enum unsure absence_unsure(const struct absence *absence);
/* "no day back", "reason: a guess"; "" for nothing. */
const char *unsure_words(enum unsure unsure);

#endif
