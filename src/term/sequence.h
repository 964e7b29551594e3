/* Control sequences of terminals (ECMA-48 CSI, SS3) as keys. Pure. */
#ifndef TOUCHBASE_TERM_SEQUENCE_H
#define TOUCHBASE_TERM_SEQUENCE_H

#include <stddef.h>

#include "touchbase/term/key.h"

enum sequence_kind {
    SEQUENCE_KEY,
    SEQUENCE_PASTE, /* the start marker of a paste */
    SEQUENCE_OTHER, /* complete, but no key */
    SEQUENCE_OPEN,  /* more bytes needed */
};

enum { SEQUENCE_MAX = 64 }; /* longer ones are no key */

/* Decodes what follows ESC: bytes[0] is '[' or 'O'. *used gets the bytes of it, unless
 * SEQUENCE_OPEN. */
enum sequence_kind sequence_decode(const char *bytes, size_t length, struct key *key,
                                   size_t *used);

#endif
