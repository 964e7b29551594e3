/* What was searched for, marked where it is drawn. */
#ifndef TOUCHBASE_TUI_FOUND_WORDS_H
#define TOUCHBASE_TUI_FOUND_WORDS_H

#include <stddef.h>

#include "touchbase/term/canvas.h"

struct found_words;

/* Folds the words of these texts; NULL when there are none. */
struct found_words *found_words_create(const char *const *texts, size_t count);
void found_words_destroy(struct found_words *words); /* NULL is allowed */
/* Marks in a part of one line, as drawn, every beginning of a word that is one of them.
 */
void found_words_mark(const struct found_words *words, struct area area, int line,
                      int column, int columns);

#endif
