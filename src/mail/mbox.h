/* Many mails in one file, divided by From_ lines (RFC 4155 and its dialects mboxo and
 * mboxrd). */
#ifndef TOUCHBASE_SRC_MAIL_MBOX_H
#define TOUCHBASE_SRC_MAIL_MBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Does a From_ line stand at start: "From ", then a time and a year on the same line, or
 * a header field on the next? A sentence that begins with "From " has neither. */
bool mail_is_separator(const char *start, const char *end);

/* The offset of the next From_ line after at that has an empty line before it; length
 * when there is none. */
size_t mail_mbox_next(const char *bytes, size_t length, size_t at);

/* One message of an mbox without its From_ line, appended with the quoting taken off: one
 * ">" off every
 * ">From ", ">>From " (mboxrd; of mboxo the same, but for a line that was written as
 * ">From "). */
void mail_mbox_unquote(struct buffer *out, const char *bytes, size_t length);

#endif
