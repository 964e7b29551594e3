/* Text cut into words, numbers and signs, as the grammar of dates and the reader of
 * messages look at it. */
#ifndef TOUCHBASE_DATES_TOKEN_H
#define TOUCHBASE_DATES_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"

enum token_kind {
    TOKEN_WORD,   /* a run of letters; an apostrophe ends it and is dropped: "I'm" is "i",
                     "m" */
    TOKEN_NUMBER, /* a run of ASCII digits */
    TOKEN_SIGN,   /* any other character; dashes are all '-', quotes '"', arrows '>' */
    TOKEN_HIDDEN, /* taken out by tokens_hide: stands for nothing, and parts what is
                     around it */
};

/* What stands between a token and the one before. */
enum token_gap { GAP_NONE, GAP_BLANK, GAP_LINE, GAP_PARAGRAPH };

struct token {
    enum token_kind kind;
    enum token_gap gap;
    size_t start, length; /* bytes in the text */
    const char *word;     /* of a word: folded (text_fold); else "" */
    int number;           /* of a number of at most 9 digits its value, else -1 */
    int digits;           /* of a number: how many digits */
    uint32_t sign;        /* of a sign: the code point */
    uint32_t hash;        /* of the word, number or sign: equal tokens have equal ones */
    bool capital;         /* a word that begins with a capital letter */
};

struct tokens {
    const char *text; /* belongs to the caller */
    struct token *items;
    size_t count;
};

/* Cuts text, which need not end in NUL and should be UTF-8, into tokens; words and items
 * belong to arena. */
void tokens_read(struct arena *arena, const char *text, size_t length,
                 struct tokens *out);
/* The same, but no more than so many tokens from the start. */
void tokens_read_first(struct arena *arena, const char *text, size_t length, size_t most,
                       struct tokens *out);
/* Hides every token that begins in the bytes start to end (end not included). */
void tokens_hide(struct tokens *tokens, size_t start, size_t end);
/* Is there a token at that index, a sign of that code? A word equal to a folded word? */
bool token_is_sign(const struct tokens *tokens, size_t at, uint32_t sign);
bool token_is_word(const struct tokens *tokens, size_t at, const char *word);
/* Index of the first token that begins at or behind a byte offset; count when there is
 * none. */
size_t tokens_find(const struct tokens *tokens, size_t offset);

#endif
