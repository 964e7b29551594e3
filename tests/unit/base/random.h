/* Numbers that are the same on every run: xorshift64*, seeded by the test. */
#ifndef TESTS_UNIT_BASE_RANDOM_H
#define TESTS_UNIT_BASE_RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state; /* never 0 */
};

static inline uint32_t random_next(struct random *random)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return (uint32_t)(random->state * 0x2545F4914F6CDD1DULL >> 32);
}

/* 0 to below - 1. */
static inline uint32_t random_below(struct random *random, uint32_t below)
{
    return random_next(random) % below;
}

#endif
