/* Content lines of iCalendar (RFC 5545 3.1): CRLF, folded before the 76th octet and never
 * within a character. Names and values are valid UTF-8 without controls (plain_text.h).
 */
#ifndef CALENDAR_CONTENT_LINE_H
#define CALENDAR_CONTENT_LINE_H

#include "touchbase/base/buffer.h"

/* Appends "name:value" as it stands; name may bring parameters. */
void content_line(struct buffer *out, const char *name, const char *value);
/* The same of a value that is text: backslash, comma, semicolon and LF are escaped
 * (3.3.11). */
void content_text(struct buffer *out, const char *name, const char *text);

#endif
