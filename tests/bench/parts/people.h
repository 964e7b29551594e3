/* The made-up people of the benchmarks: seeded, so that the same number and seed are the
 * same person on every machine. */
#ifndef TOUCHBASE_BENCH_PEOPLE_H
#define TOUCHBASE_BENCH_PEOPLE_H

#include <stdint.h>

enum { PERSON_POINTS = 3, PERSON_TEXT = 160 };

struct person {
    long number;
    char given[PERSON_TEXT];
    char family[PERSON_TEXT];
    char name[2 * PERSON_TEXT];
    char company[PERSON_TEXT];
    const char *title; /* NULL for none */
    const char *city;  /* NULL for none */
    const char *note;  /* NULL for none */
    int mails;
    int phones;
    char mail[PERSON_POINTS][PERSON_TEXT];
    char phone[PERSON_POINTS][PERSON_TEXT];
};

/* The next number of a splitmix64 sequence. */
uint64_t chance_next(uint64_t *state);
/* One of 0 to below - 1. */
int chance_below(uint64_t *state, int below);

/* Fills in person `number` of a seed: half of them with names in plain ASCII. */
void person_make(uint64_t seed, long number, struct person *person);
/* The same with names that are in no Latin letters in that many percent. */
void person_make_mixed(uint64_t seed, long number, int other_letters,
                       struct person *person);

#endif
