/* Counts what the rooms do, in steps rather than in time: a step is a basic block of
 * theirs, which the compiler marks (-fsanitize-coverage=trace-pc), or 16 bytes that they
 * hand to a function of the C library. Memory is what they hold at most. */
#ifndef HOSTILE_COUNT_H
#define HOSTILE_COUNT_H

#include <stddef.h>

struct count {
    size_t steps;
    size_t bytes; /* most of them held at one moment, beyond those held at the start */
};

void count_start(void);
struct count count_stop(void);

#endif
