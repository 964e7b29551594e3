/* The keys of a plays file: one row each, and how their values are read. */
#ifndef TOUCHBASE_MODEL_PLAYS_KEY_H
#define TOUCHBASE_MODEL_PLAYS_KEY_H

#include <stdbool.h>

#include "touchbase/model/plays.h"

struct key_reader {
    struct arena *arena;
    const struct ini *ini; /* the file being read */
    struct plays *out;
    struct tag_rule *tag_rules; /* read so far, as out has them */
    size_t tag_rule_capacity;
    struct error *err;
};

/* Read entry's key and value into play, or next; false and reader->err when they make no
 * sense. */
bool key_play(struct key_reader *reader, const struct ini_entry *entry,
              struct play *play);
bool key_next(struct key_reader *reader, const struct ini_entry *entry,
              struct next_rule *next);
/* False and reader->err when the same key of the same section stood earlier in this file.
 */
bool key_once(struct key_reader *reader, const struct ini_entry *entry);

#endif
