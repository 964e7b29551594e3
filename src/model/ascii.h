/* Letters of words the program itself knows (header names, purposes, "my"): ASCII,
 * whatever the locale. */
#ifndef TOUCHBASE_MODEL_ASCII_H
#define TOUCHBASE_MODEL_ASCII_H

#include <stdbool.h>

int ascii_lower(char c);
/* Does text begin with word (lower case), in any case? */
bool ascii_begins(const char *text, const char *word);

#endif
