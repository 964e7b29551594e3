/* A rule that repeats being read (repeat.c): how it begins (repeat_head.c), what may
 * stand behind that (repeat_tail.c), and the words and days of both (repeat_parts.c). */
#ifndef DATES_REPEATING_H
#define DATES_REPEATING_H

#include "rule.h"
#include "when_read.h"

/* The section [dates repeats] of a lexicon. */
enum repeat_word {
    REPEAT_EVERY,
    REPEAT_OTHER, /* every other week */
    REPEAT_TIMES,
    REPEAT_FROM,
    REPEAT_LAST,
    REPEAT_WORKDAY,
    /* units and their adverbs, in the order of cycles in repeat_parts.c */
    REPEAT_QUARTER,
    REPEAT_HALF_YEAR,
    REPEAT_DAILY,
    REPEAT_WEEKLY,
    REPEAT_FORTNIGHTLY,
    REPEAT_MONTHLY,
    REPEAT_QUARTERLY,
    REPEAT_HALF_YEARLY,
    REPEAT_YEARLY,
    REPEAT_WORD_COUNT
};

#define REPEAT_EXAMPLES                                                             \
    "try every october, every 2 weeks on tue, first monday of every month, yearly " \
    "until 2028, weekly 6 times"

struct cycle {
    enum rule_unit unit;
    int interval;
};

/* What has been read of a rule so far. */
struct repeating {
    const struct when *when;
    struct rule rule;
    size_t at;        /* the next token */
    struct wall from; /* the day behind "from", or DAY_NONE; the time */
    struct date_expression until;
};

const struct grammar *repeat_grammar(const struct repeating *repeating);
/* err says why, behind what was typed. */
bool repeat_refuse(const struct repeating *repeating, const char *reason);
enum step repeat_refused(const struct repeating *repeating, const char *reason);

/* ---- repeat_parts.c: what is there is taken, at moves behind it ---- */

bool repeat_take_word(struct repeating *repeating, enum repeat_word kind);
bool repeat_skip(struct repeating *repeating, enum date_word kind);
bool repeat_take_value(struct repeating *repeating, enum date_word kind, int *value);
/* "mon, wed and fri": a bit for each value, first the lowest. */
bool repeat_take_list(struct repeating *repeating, enum date_word kind, int first,
                      unsigned *bits);
/* The first, 2nd, last (-1). */
bool repeat_take_ordinal(struct repeating *repeating, int *n);
/* A word from first up to end, of the last two groups of enum repeat_word. */
bool repeat_take_adverb(struct repeating *repeating, enum repeat_word first,
                        enum repeat_word end, struct cycle *out);
/* The rule comes every n of those. */
void repeat_set_cycle(struct repeating *repeating, struct cycle cycle, int n);
/* So many units; not there when no unit is. */
enum step repeat_take_units(struct repeating *repeating, int n);
/* "Monday", "working day", "day" behind "the first". */
bool repeat_take_nth_day(struct repeating *repeating, int n);
/* "14 march", "14/3", "the 15th", "october and may". */
enum step repeat_take_date(struct repeating *repeating);
/* The unit that a date alone comes round in. */
void repeat_date_cycle(struct repeating *repeating);
/* "of every month", "of the quarter", "in october" behind the first Monday. */
enum step repeat_take_of(struct repeating *repeating, bool *every);
/* Does it say more than its unit? */
bool repeat_names_day(const struct rule *rule);

/* ---- The parts of a rule ---- */

/* "every 2 weeks", "monthly", "first monday of every month"; a time may stand before. */
enum step repeat_head(struct repeating *repeating);
enum step repeat_time_first(struct repeating *repeating);
/* The next of what may follow it, in any order. */
enum step repeat_tail(struct repeating *repeating);

#endif
