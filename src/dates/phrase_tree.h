/* The tree the phrases of a shelf hang in, and its compact storage: the inside of
 * phrase.c. All books of a shelf have a root of their own in one tree, so that its arrays
 * are few and a word that many phrases have is kept once. */
#ifndef DATES_PHRASE_TREE_H
#define DATES_PHRASE_TREE_H

#include "touchbase/dates/phrase.h"

/* Interned: a kind, a value and the further meanings behind them are kept once. */
struct meaning {
    const struct meaning *next;
    int kind, value;
};

struct phrase_node {
    uint32_t any;     /* the node behind "_"; 0 when there is none */
    uint32_t meaning; /* index of the phrase's that ends here; 0 when none does */
    uint32_t order;   /* of that phrase: how many came before */
};

struct phrase_step {
    uint32_t hash;     /* of the token it goes over */
    uint32_t from, to; /* nodes; to is 0 in an empty row */
    uint32_t what;     /* where its word is in words, or one of enum step_what */
};

/* Interned words while the shelf is being filled. */
struct phrase_word {
    uint32_t hash;
    uint32_t at; /* in words; 0: an empty row */
};

/* Steps over what is no word. A number too long to be read is like no other. */
enum step_what { STEP_SIGN, STEP_NUMBER, STEP_NEVER, STEP_WORDS };

struct phrase_shelf {
    struct arena *arena;
    struct arena *scratch;     /* what grows; NULL when finished, as cut */
    struct arena *cut;         /* the tokens of a phrase */
    struct phrase_step *steps; /* the rows of a hash table */
    size_t step_count, step_room;
    struct phrase_node *nodes; /* the first stands for none */
    size_t node_count, node_room;
    char *words; /* each with a NUL behind it */
    size_t words_length, words_room;
    struct phrase_word *index; /* of words: the rows of a hash table */
    size_t index_count, index_room;
    const struct meaning **meanings; /* the first stands for none */
    size_t meaning_count, meaning_room;
    uint32_t latest; /* the meaning of the phrase added last */
    uint32_t added;  /* phrases */
};

uint32_t tree_add_node(struct phrase_shelf *shelf);
/* Where a word is in words, put there when it is new. */
uint32_t tree_word(struct phrase_shelf *shelf, const char *word, uint32_t hash);
/* The node behind a token, 0 when there is none; and made when there is none. */
uint32_t tree_step(const struct phrase_shelf *shelf, uint32_t from,
                   const struct token *token);
uint32_t tree_add_step(struct phrase_shelf *shelf, uint32_t from,
                       const struct token *token);
/* A phrase ends at a node: its first meaning, or a further one when the kind is new. */
void tree_end(struct phrase_shelf *shelf, uint32_t at, int kind, int value);

#endif
