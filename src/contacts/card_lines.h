/* The unfolded lines of a vCard file (RFC 6350 3.2, RFC 2425 5.8.1, and the soft line
 * breaks of vCard 2.1). */
#ifndef CONTACTS_CARD_LINES_H
#define CONTACTS_CARD_LINES_H

#include <stdbool.h>

#include "source.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

struct card_lines {
    struct source *source; /* not owned */
    struct buffer
        text;  /* the line without its end; of one that is too long its first bytes */
    long line; /* where it begins */
    bool quoted_printable; /* what its parameters say */
    bool base64;
    bool cut; /* it was longer than SOURCE_LIMIT */
};

void card_lines_free(struct card_lines *lines);
/* Reads the next one. SOURCE_LINE (cut tells whether it was too long), SOURCE_END or
 * SOURCE_FAILED. */
enum source_result card_lines_next(struct card_lines *lines, struct error *err);
/* Is the line word, in any case, with nothing but blanks behind it? */
bool card_lines_is(const struct card_lines *lines, const char *word);

#endif
