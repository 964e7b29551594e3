/* A message as the reader takes it: plain text and decoded headers, whatever it was
 * before (RFC 5322, MIME, an mbox entry, a jotted note). Strings belong to the arena it
 * was read into. */
#ifndef TOUCHBASE_MODEL_MESSAGE_H
#define TOUCHBASE_MODEL_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/day.h"

struct message_header {
    const char *name;  /* as written */
    const char *value; /* unfolded, RFC 2047 decoded, UTF-8, one line */
};

struct message_address {
    const char *name; /* display name or NULL */
    const char *mail; /* lower case, or NULL */
};

struct message {
    const char *
        source; /* where it came from, for messages to the person: a path, "box#2", "-" */
    const char *id; /* the short name of design.md section 4 (file name without ending,
                       "box#2", "-") */
    bool jotted;    /* a note typed or heard, not a mail: no headers */
    const char *
        message_id; /* without <>; for a message without one a hash of it, "sha256:..." */
    bool has_date;
    int64_t date_utc; /* of the Date: header; of a jotted note: midnight UTC of its day */
    day_number
        date_day; /* the day in the header's own zone; DAY_NONE when there is no date */
    int date_minute; /* the minute there, MINUTE_NONE for a jotted note's day alone */
    struct message_address from;
    struct message_address reply_to; /* mail NULL when there is none */
    struct message_address sender;
    const char *subject;      /* or NULL */
    const char *content_type; /* of the whole, lower case, with its parameters, or NULL */
    const struct message_header *headers;
    size_t header_count;
    bool has_calendar; /* a text/calendar part */
    bool has_attached; /* a message/rfc822 part (its text is not in text) */
    const char *text; /* the sender's text, UTF-8, LF; of an HTML mail its text, tables as
                         lines; "" if none */
    size_t text_length;
    bool cut; /* more than the size limit was left out */
};

/* The value of the first header of that name (any case), or NULL. */
const char *message_header(const struct message *message, const char *name);

#endif
