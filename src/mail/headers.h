/* The headers of a mail as plain values: decoded (RFC 2047), unfolded, one line, no
 * controls. */
#ifndef TOUCHBASE_SRC_MAIL_HEADERS_H
#define TOUCHBASE_SRC_MAIL_HEADERS_H

#include <gmime/gmime.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/message.h"

/* Fills out's headers, addresses, subject, content type, Message-ID (NULL when there is
 * none) and date. */
void mail_headers_read(struct arena *arena, GMimeMessage *mail, struct message *out);

/* One line of UTF-8: what is none repaired, controls and line ends as blanks, blanks at
 * the ends taken off. */
char *mail_header_clean(struct arena *arena, const char *value);

#endif
