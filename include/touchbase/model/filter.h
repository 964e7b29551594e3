/* The filter language of find, limit, views and `touchbase search`: words and conditions
 * in any order, all of which must hold: `ana stage:prospect -tag:press due:<fri`. Here is
 * its grammar; what a condition's value means is read by desk/filter.h. */
#ifndef TOUCHBASE_MODEL_FILTER_H
#define TOUCHBASE_MODEL_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

/* In the order in which completion offers them; bare words first. */
enum filter_key {
    FILTER_WORDS, /* a word of the person's record, or of a note or absence of theirs */
    FILTER_STAGE,
    FILTER_TAG,
    FILTER_COMPANY,
    FILTER_CITY,
    FILTER_TITLE,
    FILTER_NAME,
    FILTER_MAIL,
    FILTER_PHONE,
    FILTER_NOTE, /* a word of a note or absence */
    FILTER_DUE,
    FILTER_CHANNEL,
    FILTER_NEXT,
    FILTER_PROMISE,
    FILTER_QUIET,
    FILTER_AWAY,
    FILTER_KEY_COUNT
};

const char *filter_key_name(enum filter_key key);          /* "stage"; "" of bare words */
int filter_key_from_name(const char *name, size_t length); /* -1 for none */
const char *filter_key_help(enum filter_key key);          /* "stage:prospect,customer" */
/* Are its values words of a text, which may be none or any? */
bool filter_key_is_text(enum filter_key key);

enum { FILTER_TERMS_MAX = 24 };

/* How a value is compared. */
enum filter_compare {
    FILTER_IS,
    FILTER_BEFORE,  /* < */
    FILTER_UNTIL,   /* <= */
    FILTER_BEHIND,  /* > */
    FILTER_FROM_ON, /* >= */
};

/* One condition as it was typed. */
struct filter_piece {
    enum filter_key key;
    bool negated;
    bool quoted; /* its value stood in quotes: one phrase, commas and all */
    enum filter_compare compare;
    const char *value;    /* quotes off */
    size_t start, length; /* bytes of the whole piece in the text */
};

/* Splits a text: pieces are parted by blanks, "quotes" hold blanks, KEY: begins a
 * condition, a minus before a letter, quote or # negates, #WORD is tag:WORD. Numbers that
 * follow each other are one ("555 0142"). A quote that is not closed ends with the text.
 * False and err (ERROR_USAGE) for a key there is not, a condition without a value, or
 * more than FILTER_TERMS_MAX pieces. */
bool filter_split(struct arena *arena, const char *text, struct filter_piece **pieces,
                  size_t *count, struct error *err);

/* One condition, understood. */
struct filter_term {
    enum filter_key key;
    bool negated;
    bool none, any;           /* a text key: has no such thing, has one */
    const char *const *texts; /* a text key: any of these */
    size_t text_count;
    unsigned set;      /* stage, channel: bits; next, promise, away: 1 yes, 2 no */
    int64_t low, high; /* due: days from low up to high; quiet: silent since a moment
                          (UTC seconds) from low up to high */
};

/* All of these. No term: everybody. */
struct filter {
    const struct filter_term *terms;
    size_t count;
};

/* Of a text in which Tab is pressed: the piece that ends at the cursor. */
struct filter_completing {
    int key;      /* enum filter_key of the value being typed, -1: a key or a word is */
    size_t start; /* byte where what is completed begins */
    bool quoted;  /* behind an opening quote */
};
struct filter_completing filter_at(const char *text, size_t cursor);

#endif
