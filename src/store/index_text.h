/* What the search index holds and how it is asked (libraries.md 3). */
#ifndef TOUCHBASE_STORE_INDEX_TEXT_H
#define TOUCHBASE_STORE_INDEX_TEXT_H

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/model/contact.h"

/* Appends the words of text, folded, one blank behind each; Chinese, Japanese and Korean
 * one character a word. text may be NULL. The arena is for what is thrown away. */
void index_words(struct buffer *out, struct arena *arena, const char *text);
/* Appends the digits of a phone number, all, the last 9 and the last 7. */
void index_phone(struct buffer *out, struct arena *arena, const char *number);
/* FTS5 query for what was typed, or NULL when it holds no word. names_only: in names and
 * companies alone. */
char *index_query(struct arena *arena, const char *typed, bool names_only);
/* By what a point is found: mail folded, last 7 digits of a phone; else NULL. */
char *point_match_key(struct arena *arena, enum point_kind kind, const char *value);
/* The same number: equal in the last 9 digits, or in all of the shorter one with at
 * least 7. */
bool point_same_phone(struct arena *arena, const char *a, const char *b);

#endif
