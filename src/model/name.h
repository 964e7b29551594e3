/* Names of enumerators: tables of words in the order of their enum. */
#ifndef TOUCHBASE_MODEL_NAME_H
#define TOUCHBASE_MODEL_NAME_H

#include <stddef.h>

/* The word at index, "" for an index outside the table. */
const char *name_at(const char *const *names, size_t count, int index);
/* The index of exactly that word (NULL counts as ""), -1 when no row has it. */
int name_find(const char *const *names, size_t count, const char *name);

#define NAME_COUNT(names) (sizeof(names) / sizeof *(names))

#endif
