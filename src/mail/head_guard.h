/* GMime before header fields that were never meant to be read: it takes a group of
 * addresses within a group by recursion, until its stack ends, and from each "=?" it
 * looks for the end of the encoded word through all of the field. */
#ifndef MAIL_HEAD_GUARD_H
#define MAIL_HEAD_GUARD_H

#include <stddef.h>

#include "touchbase/base/buffer.h"

enum {
    HEAD_GROUPS_MAX = 64,   /* colons in a field of addresses */
    HEAD_WORDS_MAX = 500,   /* "=?" in one field */
    HEAD_WORDS_ALL = 20000, /* "=?" in all fields of a message */
};

/* The bytes GMime may read instead of a message's: the same ones as a rule; where a field
 * goes beyond a limit, or beyond MAIL_HEADER_MAX bytes, a copy in mended with blanks for
 * what is too much. A field is any of the header, and of what follows those that GMime
 * reads at once, since they may belong to a message within. */
const char *mail_head_guard(struct buffer *mended, const char *bytes, size_t length);

#endif
