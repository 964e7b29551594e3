/* How many touches my own wins took (design.md rule 11): a rate of one's own, and no
 * claim before there are wins enough to make one. */
#ifndef TOUCHBASE_MODEL_BASE_RATE_H
#define TOUCHBASE_MODEL_BASE_RATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"

enum { BASE_RATE_WINS = 10 }; /* fewer claim nothing */

struct base_rate {
    size_t wins;
    int64_t median;    /* touches a win; of an even number of wins the lower of the two */
    int64_t low, high; /* a quarter of the wins took fewer, a quarter more */
};

/* touches: of each win, in any order; they are sorted. False below BASE_RATE_WINS. */
bool base_rate_of(int64_t *touches, size_t count, struct base_rate *out);

/* "7 touches, half of them 5 to 9 (12 wins); 4 here so far". In arena. */
const char *base_rate_words(struct arena *arena, const struct base_rate *rate,
                            int64_t so_far);

#endif
