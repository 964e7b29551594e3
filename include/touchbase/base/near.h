/* The word that was probably meant: for "did you mean ...?". */
#ifndef TOUCHBASE_BASE_NEAR_H
#define TOUCHBASE_BASE_NEAR_H

#include <stddef.h>

/* How many letters must be put in, taken out, changed or swapped with their neighbour to
 * make b of a (optimal string alignment). Words over 63 bytes count as far from
 * everything: 64. */
size_t near_distance(const char *a, const char *b);

/* The one of count words that is closest to word, when it is close enough to be a slip (a
 * distance of at most a third of its length, rounded up, and 2) or word begins it with 2
 * letters or more; NULL when none is. */
const char *near_word(const char *word, const char *const *words, size_t count);

#endif
