/* Plain text from bytes of any charset, made fit to be read. */
#ifndef TOUCHBASE_SRC_MAIL_PLAIN_H
#define TOUCHBASE_SRC_MAIL_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Bytes of no known charset: UTF-16 by its byte order mark, else UTF-8, and every byte
 * that is no part of it as Windows-1252, which is what such a byte nearly always was. */
void mail_plain_repair(struct buffer *out, const char *bytes, size_t length);

/* Bytes of the charset a mail names (NULL: none) as UTF-8. Of an unknown one as
 * mail_plain_repair does; what names itself ASCII or Latin-1 is taken as Windows-1252
 * (WHATWG Encoding), unless it is UTF-8. */
void mail_plain_decode(struct buffer *out, const char *charset, const char *bytes,
                       size_t length);

/* format=flowed (RFC 3676): soft line breaks joined, space-stuffing taken off, quote
 * marks kept as "> ". delsp: the blank before a soft break goes too. */
void mail_plain_flow(struct buffer *out, const char *text, size_t length, bool delsp);

/* LF as line ends; controls, byte order marks, soft hyphens and zero-width spaces out;
 * fixed blanks as blanks; no blanks at the end of a line (but in "-- "), no empty lines
 * at either end. */
void mail_plain_tidy(struct buffer *out, const char *text, size_t length);

/* The longest length up to limit at which no code point is cut in two; text is longer
 * than limit. */
size_t mail_plain_cut(const char *text, size_t limit);

#endif
