/* Patterns of a lexicon file: many phrases written as one. "(out|away|)" stands for each
 * of the alternatives, an empty one for nothing; "{be}" for each phrase of the key be in
 * the section [patterns]. Both may stand within each other. */
#ifndef TOUCHBASE_DATES_PATTERN_H
#define TOUCHBASE_DATES_PATTERN_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/ini.h"

/* No phrase stands for more; a pattern beyond it is a mistake. */
enum { PATTERN_PHRASES_MAX = 1000 };

/* Writes out the patterns in the values of a parsed lexicon, which are lists parted by
 * commas; a "(" without its ")" is a sign like others. The new values belong to arena.
 * False and err, which names the line, for an unknown {name}, one within itself, or a
 * phrase that stands for more than PATTERN_PHRASES_MAX. */
bool patterns_expand(struct arena *arena, struct ini *ini, struct error *err);

#endif
