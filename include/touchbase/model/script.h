/* A message to say or to write (design.md rule 15): one to three reasons, what is in it
 * for them, one action, in 20 seconds. Pure: the text is filled for a person, measured
 * and weighed here. Called a script, since model/message.h is what others write. */
#ifndef TOUCHBASE_MODEL_SCRIPT_H
#define TOUCHBASE_MODEL_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/touch.h"

enum {
    SCRIPT_SECONDS = 20,      /* a message is longer than that at its own cost */
    SCRIPT_WORDS_MINUTE = 150 /* how fast people speak */
};

/* Strings belong to whoever made the record. */
struct script {
    int64_t id;       /* 0 before it is stored */
    const char *uuid; /* random, for travelling */
    enum channel channel;
    const char *text;    /* UTF-8, LF; a first line "Subject: ..." names it */
    int64_t contact_id;  /* whose copy it is, 0: kept for everybody */
    int64_t touch_id;    /* of a copy: the touch it goes with, 0 none */
    bool retired;        /* no longer offered */
    int64_t used_utc;    /* of a copy: when it was said or sent, with the words as they
                            were then; 0: not yet */
    int64_t created_utc; /* UTC seconds */
};

/* The subject, else the first line of its words; "" of a text without any. In arena. */
const char *script_title(struct arena *arena, const char *text);
/* What stands behind the line of the subject, which may be missing; "" for none. In
 * arena. */
const char *script_subject(struct arena *arena, const char *text);
/* Where the words to say begin in text: behind the subject and the empty lines below. */
const char *script_body(const char *text);

/* Which of a person's messages, the newest first, goes with a touch (0: with none) by
 * that channel: the one written for it, else one that is not used and goes with no other.
 * What is said on a call may be left as a voicemail, too. NULL when there is none. */
const struct script *script_choose(const struct script *scripts, size_t count,
                                   int64_t touch_id, enum channel channel);
/* Was what went with a touch that ended so said or sent? Else it is there for the next.
 */
bool script_is_used(enum outcome outcome);

/* "said", of what is not spoken "wrote". */
const char *script_said_word(enum channel channel);

/* What a field stands for. */
struct script_fact {
    const char *name;    /* "first": {first} in a text, in any case */
    const char *value;   /* NULL: not known */
    bool brings;         /* it says what is in it for them */
    const char *against; /* why one should think again before it goes out, NULL nothing */
};

/* A field that could not be filled. */
struct script_gap {
    size_t start, end; /* bytes of the filled text that show it */
    const char *name;
};

struct script_filled {
    const char *text;
    struct script_gap *gaps; /* in the order of the text */
    size_t gap_count;
    bool brings;         /* a fact that brings something went in */
    const char *against; /* of the first fact that went in and has it, or NULL */
};

/* Does the text have the field {name}? name is in lower case. */
bool script_has(struct arena *arena, const char *text, const char *name);
/* Fills every {field} of text, blanks around a name left aside. One without a value shows
 * as "[place?]" and is a gap, whether its name is known or not: between braces nothing
 * goes out. A brace that no other closes in its line is a brace. What was filled in is
 * not read again. All of *out is in arena. */
void script_fill(struct arena *arena, const char *text, const struct script_fact *facts,
                 size_t fact_count, struct script_filled *out);

/* What a message lacks, bits. */
enum {
    SCRIPT_LONG = 1,       /* over SCRIPT_SECONDS; of what is spoken */
    SCRIPT_NO_REASON = 2,  /* nothing says what is in it for them */
    SCRIPT_NO_ACTION = 4,  /* nothing is asked of them */
    SCRIPT_ONLY_NUMBER = 8 /* hardly more than a number to ring */
};

struct script_meter {
    int words;      /* spoken; each digit of a phone number is one */
    int seconds;    /* they take, rounded up */
    unsigned flags; /* SCRIPT_LONG ..., none while nothing is typed */
};

/* Is what goes by that channel spoken: call, voicemail, visit? */
bool script_is_spoken(enum channel channel);
/* Measures words to say (script_body of a filled text). Reasons and actions are known by
 * their words in English, German, French, Spanish, Italian, Dutch and Portuguese; brings:
 * a reason is in it already. Cards and postcards need neither reason nor action. */
struct script_meter script_measure(const char *words, bool brings, enum channel channel);
/* The words of a flag: "no action"; "" for none. */
const char *script_flag_words(unsigned flag);
/* Those of all flags with commas between; "" for none. In arena. */
const char *script_flags_words(struct arena *arena, unsigned flags);
/* "14 s of 20, 31 words"; of what is not spoken without the 20. In arena. */
const char *script_meter_words(struct arena *arena, const struct script_meter *meter,
                               enum channel channel);

#endif
