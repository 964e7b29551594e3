/* Random UUIDs (RFC 9562, version 4). */
#ifndef TOUCHBASE_BASE_UUID_H
#define TOUCHBASE_BASE_UUID_H

#include <stdbool.h>

enum { UUID_SIZE = 37 }; /* 36 characters and a NUL */

/* Lower case, from the system's random source; aborts when there is none. */
char *uuid_make(char out[UUID_SIZE]);
bool uuid_valid(const char *text);

#endif
