/* What some bytes are, told from the bytes alone: names lie. */
#ifndef TOUCHBASE_SRC_MAIL_KIND_H
#define TOUCHBASE_SRC_MAIL_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum mail_kind {
    MAIL_KIND_EMPTY,  /* nothing but blanks */
    MAIL_KIND_MBOX,   /* begins with a From_ line (RFC 4155) */
    MAIL_KIND_MAIL,   /* begins with a header (RFC 5322) */
    MAIL_KIND_JOTTED, /* text */
    MAIL_KIND_NOISE,  /* no text at all */
};

enum mail_kind mail_kind_of(const char *bytes, size_t length);

/* How many bytes of a byte order mark and of empty lines stand in front. */
size_t mail_kind_lead(const char *bytes, size_t length);

/* Is the line at start a header field's first ("Name: value")? end is where the bytes
 * end. */
bool mail_is_field(const char *start, const char *end);

#endif
