/* Messages that were never meant to be read: each case is one thing said over and over,
 * up to a number of bytes. */
#ifndef HOSTILE_CASES_H
#define HOSTILE_CASES_H

#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Where the flood stands. */
enum flood {
    FLOOD_TEXT,   /* a plain text */
    FLOOD_HTML,   /* a page */
    FLOOD_HEADER, /* behind the first fields of the header */
    FLOOD_BODY,   /* the raw body, its own fields first */
};

struct hostile_case {
    const char *name;
    enum flood flood;
    const char *before; /* once */
    const char *unit;   /* repeated; %d is its number */
    const char *close;  /* repeated as often behind all units, or NULL */
    const char *after;  /* once */
};

extern const struct hostile_case hostile_cases[];
extern const size_t hostile_case_count;

/* Appends the whole message, about so many bytes of units. */
void hostile_message(struct buffer *out, const struct hostile_case *hostile,
                     size_t bytes);

#endif
