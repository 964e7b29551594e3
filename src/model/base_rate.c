#include "touchbase/model/base_rate.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const int64_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* The nearest rank: the least value that at least percent of all do not exceed. */
static int64_t percentile(const int64_t *sorted, size_t count, size_t percent)
{
    return sorted[(count * percent + 99) / 100 - 1];
}

bool base_rate_of(int64_t *touches, size_t count, struct base_rate *out)
{
    if (count < BASE_RATE_WINS)
        return false;
    qsort(touches, count, sizeof *touches, compare);
    *out = (struct base_rate){.wins = count,
                              .median = percentile(touches, count, 50),
                              .low = percentile(touches, count, 25),
                              .high = percentile(touches, count, 75)};
    return true;
}

const char *base_rate_words(struct arena *arena, const struct base_rate *rate,
                            int64_t so_far)
{
    const char *spread = rate->low == rate->high
                             ? ""
                             : arena_format(arena, ", half of them %lld to %lld",
                                            (long long)rate->low, (long long)rate->high);
    return arena_format(arena, "%lld touch%s%s (%zu wins); %lld here so far",
                        (long long)rate->median, rate->median == 1 ? "" : "es", spread,
                        rate->wins, (long long)so_far);
}
