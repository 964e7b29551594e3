/* One language as data/phrases/LANG.ini gives it. */
#ifndef AUTOREPLY_LANGUAGE_H
#define AUTOREPLY_LANGUAGE_H

#include "touchbase/base/embedded.h"
#include "touchbase/dates/lexicon.h"
#include "touchbase/dates/order.h"
#include "touchbase/dates/phrase.h"
#include "touchbase/model/absence.h"

/* Words that say something about an absence: the keys of [cues]. */
enum cue_kind {
    CUE_NOTHING, /* looks like one and is none: "back to you" */
    CUE_AWAY,    /* says by itself that somebody is away */
    CUE_OFF,     /* may say so */
    CUE_CLOSED,
    CUE_BACK,
    CUE_UNTIL,
    CUE_THROUGH,
    CUE_FROM,
    CUE_THEN, /* "until then": until the day that was named */
    CUE_SINCE,
    CUE_AFTER,
    CUE_BEFORE,
    CUE_NOT,
    CUE_PAST,
    CUE_BACK_NOW,
    CUE_BACK_FROM, /* "back from my holiday": past, unless a day follows */
    CUE_BACK_ON,   /* "in", "open": a return only with a day right behind it */
    CUE_LEFT,
    CUE_MOVED,
    CUE_RECEIPT,
    CUE_TRADE, /* "your parcel": a shop's, in what a machine sends on its own */
    CUE_NEW_ADDRESS,
    CUE_HOURS,
    CUE_OTHER_PERSON,
    CUE_PRONOUN, /* he is, they are */
    CUE_IF,
    CUE_I,
    CUE_AUTO_NOTE,
    CUE_OWN_CONTACT,
    CUE_COVER,
    CUE_NO_COVER, /* "remove": the address behind it is nobody's to ask */
    CUE_NO_END,
    CUE_ANSWER,  /* promises an answer: "will reply" */
    CUE_GONE,    /* behind the sender's name: "left", "retired" */
    CUE_PRESENT, /* at work: "my working days are", "open" */
    CUE_THERE,   /* "in the office", "I work": with "not" behind it away, from a day on
                    back (presence.c), by itself nothing */
    CUE_COUNT
};

/* The keys of [lines]. */
enum line_kind {
    LINE_CLOSING,
    LINE_QUOTE,
    LINE_WROTE,
    LINE_HEADER_FROM,
    LINE_HEADER_NEXT,
    LINE_DISCLAIMER,
    LINE_ADVERT,
    LINE_AUTO_NOTE,
    LINE_SUBJECT_REPLY,
    LINE_SUBJECT_AUTO,
    LINE_SUBJECT_OTHER,
    LINE_BILINGUAL,
    LINE_ABBREVIATION,
    LINE_COUNT
};

/* The keys of [places]. */
enum place_kind {
    PLACE_AT,
    PLACE_IN,
    PLACE_THE, /* "am", "an der": with its article, which only names that are known have
                */
    PLACE_NOT,
    PLACE_OF,
    PLACE_SITE,  /* "usine": a place when a name follows with "of" */
    PLACE_KNOWN, /* "Schweiz": a place that has an article */
    PLACE_LABEL, /* "where", before a colon */
    PLACE_COUNT
};

/* The keys of [people]. */
enum people_kind {
    PEOPLE_RELATIVE,
    PEOPLE_MINE,
    PEOPLE_ARTICLE,
    PEOPLE_WITH,
    PEOPLE_COUNT
};

/* The keys of [contacts]. */
enum contact_kind {
    CONTACT_PHONE,
    CONTACT_EXTENSION,
    CONTACT_NUMBER,
    CONTACT_AT,
    CONTACT_COUNT
};

/* The value of a phrase of [reasons]. */
enum reason_strength { REASON_STRONG, REASON_WEAK, REASON_HOSPITAL };

struct language {
    const struct embedded_file *file;
    const char *code;           /* "en" */
    struct phrase_book *common; /* the words that a text in this language has many of */
    bool read;                  /* is what follows there? */
    bool names_known;           /* it lists the places that have an article */
    enum date_order order;
    struct date_lexicon *dates;
    struct phrase_book *filler; /* what may stand between "until" and its date */
    struct phrase_book *joins;  /* "and", "but": another clause may begin */
    struct phrase_book *own;    /* "I", "my": the sender speaks of himself */
    struct phrase_book *others; /* "he", "she" */
    struct phrase_book *be;     /* "am", "will be" */
    struct phrase_book
        *adverbs;              /* "currently": may stand behind those, and within a cue */
    struct phrase_book *first; /* "I am at", "we are": begins what is said of oneself */
    struct phrase_book *third; /* "is", "'s", "will be": what is said of others */
    struct phrase_book
        *inverted;               /* "vuelve": what is said of others whose name follows */
    struct phrase_book *titles;  /* "Fr." before a name, a weekday elsewhere */
    struct phrase_book *cues;    /* enum cue_kind */
    struct phrase_book *reasons; /* enum reason; value enum reason_strength */
    struct phrase_book *lines;   /* enum line_kind */
    struct phrase_book *closings;
    struct phrase_book *places;   /* enum place_kind, those that stand before a place */
    struct phrase_book *no_place; /* PLACE_NOT, PLACE_OF, PLACE_KNOWN */
    struct phrase_book *sites;    /* PLACE_SITE */
    struct phrase_book *people;   /* enum people_kind */
    struct phrase_book *contacts; /* enum contact_kind */
};

/* Reads of an embedded lexicon what tells whether a message is in that language, its
 * common words; they belong to arena. */
bool language_open(struct arena *arena, const struct embedded_file *file,
                   struct language *language, struct error *err);
/* Reads all else that is in it, which belongs to arena too, when it is not read yet:
 * thousands of phrases. */
bool language_read(struct arena *arena, struct language *language, struct error *err);

#endif
