/* The keys of a plays file: one row each, and how their values are read. */
#ifndef TOUCHBASE_MODEL_PLAYS_KEY_H
#define TOUCHBASE_MODEL_PLAYS_KEY_H

#include <stdbool.h>

#include "touchbase/model/plays.h"

struct key_reader {
    struct arena *arena;
    const struct ini *ini;  /* the file being read */
    const struct ini *base; /* the one of the program */
    struct plays *out;
    struct event_play *events; /* read so far, as out has them */
    size_t event_capacity;
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
/* Reads "today", "3 working days", "2 weeks"; false when text is none of that. */
bool key_offset(struct arena *arena, const char *text, struct offset *out);
extern const char key_offset_words[]; /* what it may be, for a message */
/* Where an entry stands, as `touchbase plays` says it; in the reader's arena. */
const char *key_where(const struct key_reader *reader, const struct ini_entry *entry);
/* False and reader->err, naming what the value should be. */
bool key_bad(struct key_reader *reader, const struct ini_entry *entry,
             const char *wanted);
/* False and reader->err when the value is no wording (template.h). */
bool key_wording(struct key_reader *reader, const struct ini_entry *entry);
/* The first earlier entry of this file with the same section and key, or NULL. */
const struct ini_entry *key_earlier(const struct ini *ini, const struct ini_entry *entry);
/* False and reader->err when the same key of the same section stood earlier in this file.
 */
bool key_once(struct key_reader *reader, const struct ini_entry *entry);

#endif
