/* An identity for a message that brings none. */
#ifndef TOUCHBASE_SRC_MAIL_HASH_H
#define TOUCHBASE_SRC_MAIL_HASH_H

#include <stddef.h>

#include "touchbase/base/arena.h"

/* "sha256:" and 64 hexadecimal digits of the bytes; line ends count the same as LF and
 * CRLF, so that a message keeps its identity on its way through an mbox or a Maildir. */
char *mail_hash(struct arena *arena, const char *bytes, size_t length);

#endif
