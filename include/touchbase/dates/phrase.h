/* A book of phrases: words and runs of words that mean something, looked up in tokens.
 * Built once, then only read, so that it can be shared. The books of a language stand on
 * one shelf and share its storage. */
#ifndef TOUCHBASE_DATES_PHRASE_H
#define TOUCHBASE_DATES_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/ini.h"
#include "touchbase/dates/token.h"

struct phrase_shelf; /* the books of one language; they share their words */
struct phrase_book;

struct meaning; /* opaque */

struct phrase_match {
    int kind; /* as the caller of phrase_book_add chose it */
    int value;
    size_t count;                 /* tokens the phrase takes */
    const struct meaning *others; /* further meanings: see phrase_means */
};

/* The shelf and all that is on it belong to arena. It is filled outside of it, though,
 * and must be finished before it is read and before arena is destroyed. */
struct phrase_shelf *phrase_shelf_create(struct arena *arena);
/* Moves all that is on the shelf to its arena, in no more room than it takes: nothing may
 * be added any more. */
void phrase_shelf_finish(struct phrase_shelf *shelf);

/* The book belongs to the shelf. */
struct phrase_book *phrase_book_create(struct phrase_shelf *shelf);
/* Adds one phrase; it is cut as texts are, so case, accents and apostrophes do not
 * matter. "_" stands for any one word (not the first), "*urlaub" for any word that
 * ends so and begins no phrase itself. A phrase with "ä", "ö" or "ü" stands for the one
 * with "ae", "oe", "ue" too. A phrase that is there already keeps its first meaning and
 * gets this one as a further one when the kinds differ ("segunda" is Monday and the
 * second); an empty one is left out. */
void phrase_book_add(struct phrase_book *book, const char *phrase, int kind, int value);
/* Adds the phrases of a list "out of office, away from my desk". */
void phrase_book_add_list(struct phrase_book *book, const char *list, int kind,
                          int value);
/* What may stand between the words of a phrase, as "leider" in "habe ich leider frei":
 * the phrases of another book, which must live as long. */
void phrase_book_pass_over(struct phrase_book *book, const struct phrase_book *passed);
/* The longest phrase that begins at a token; false when none does. A hyphen between words
 * is passed over, a phrase does not go on over the end of a paragraph. */
bool phrase_book_match(const struct phrase_book *book, const struct tokens *tokens,
                       size_t at, struct phrase_match *out);

/* Does the phrase found mean that kind, first or further? Its value goes to *value. */
bool phrase_means(const struct phrase_match *match, int kind, int *value);
/* A bit for each kind it means, of those from 0 to 63. */
uint64_t phrase_kinds(const struct phrase_match *match);

/* Fills a book from one section of a lexicon: each key is a name of names (its index is
 * the kind, value 0) and each value a list of phrases. False and err for a key that is
 * none of them. */
bool phrase_book_add_section(struct phrase_book *book, const struct ini *ini,
                             const char *section, const char *const *names, size_t count,
                             struct error *err);

#endif
