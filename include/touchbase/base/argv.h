/* A command as settings hold it, in words: for execvp, no shell in between. */
#ifndef TOUCHBASE_BASE_ARGV_H
#define TOUCHBASE_BASE_ARGV_H

#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

/* The words of a command, blanks between them; quotes ("..." and '...') hold a word with
 * blanks together, a backslash outside of '...' takes the next character as it is.
 * Nothing else has a meaning: no variables, no pipes. The array has room for spare more
 * words and a NULL behind them; *count gets the words. NULL and err when there are none,
 * or a quote has no end. */
char **argv_split(struct arena *arena, const char *command, size_t spare, size_t *count,
                  struct error *err);

#endif
