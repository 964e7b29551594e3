/* The framing both ends of the pipe share. A record is a u32 length of what follows, a u8
 * kind, then fields, each a u8 tag, a u32 length and a value; numbers are little-endian,
 * 8 bytes as a value. Nothing of it is trusted when it is read: a length that does not
 * fit, an unknown kind, a text that is not UTF-8 is a broken record. */
#ifndef TOUCHBASE_WIRE_RECORD_H
#define TOUCHBASE_WIRE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"

enum { WIRE_RECORD_MAX = 16 << 20 }; /* bytes of one record, its length field apart */

enum wire_kind {
    /* to the worker */
    WIRE_READ_PATH = 1, /* version, source, order, skip, explain, careful */
    WIRE_READ_BYTES,    /* the same and total; then WIRE_BYTES until total is reached */
    WIRE_BYTES,         /* bytes; also the pieces of a calendar, back to the client */
    WIRE_CALENDAR,      /* version, source (the path), name, tasks, several,
                            subscribed */
    WIRE_ZONE,          /* name, earliest */
    WIRE_REMINDER,
    WIRE_CALENDAR_END,
    WIRE_READ_DAYS,         /* version, source: the days off of a calendar */
    WIRE_READ_APPOINTMENTS, /* version, source, name (the zone of here), earliest (now) */
    WIRE_OCCURRENCES, /* version, source (a rule), start, after, total: its next days */
    WIRE_SEEN,       /* bytes: for each key asked for 1 when it was read before, else 0 */
    WIRE_COLLECTION, /* version, source, user, command, tasks: opens and lists it */
    WIRE_FETCH,      /* id (href) */
    WIRE_PUT,        /* id, etag (none: it is new); then its WIRE_REMINDER */
    WIRE_REMOVE,     /* id, etag */
    /* from the worker */
    WIRE_COUNT,   /* total: how many messages there are, when it was asked for */
    WIRE_ASK,     /* bytes: keys of messages, 8 bytes each in this machine's order; waits
                     for WIRE_SEEN */
    WIRE_AT,      /* source, id, collected, number: the message it turns to now */
    WIRE_MESSAGE, /* message, reading, collected, key, total; trace when it was
                     asked for */
    WIRE_BAD,     /* source, id, collected, words */
    WIRE_DONE,    /* total: of a calendar, how many reminders; written, removed */
    WIRE_DAYS,    /* bytes: the days, 4 bytes each in this machine's order */
    WIRE_APPOINTMENT,
    WIRE_LISTED, /* id, etag: one of a collection; WIRE_DONE ends them */
    WIRE_ITEM,   /* fields of struct wire_item: what came of FETCH, PUT, REMOVE */
    WIRE_ERROR,  /* code, words: the request failed */
    WIRE_KIND_END
};

/* The fields of the records above that are no message, reading, trace or reminder. */
enum wire_tag {
    WIRE_TAG_VERSION = 1, /* text: the program's; both ends are built together */
    WIRE_TAG_SOURCE,
    WIRE_TAG_ID,
    WIRE_TAG_ORDER,
    WIRE_TAG_SKIP, /* messages to pass over */
    WIRE_TAG_TOTAL,
    WIRE_TAG_BYTES,
    WIRE_TAG_NAME,
    WIRE_TAG_TASKS,
    WIRE_TAG_SEVERAL,
    WIRE_TAG_EARLIEST,
    WIRE_TAG_COLLECTED,
    WIRE_TAG_WORDS,
    WIRE_TAG_CODE,
    WIRE_TAG_MESSAGE, /* fields of its own */
    WIRE_TAG_READING, /* fields of its own */
    WIRE_TAG_EXPLAIN,
    WIRE_TAG_TRACE,  /* fields of its own */
    WIRE_TAG_KEY,    /* of a message: mail_key */
    WIRE_TAG_NUMBER, /* mail_number */
    WIRE_TAG_REMEMBER,
    WIRE_TAG_COUNT,
    WIRE_TAG_CAREFUL,
    WIRE_TAG_WRITTEN, /* of a calendar: items written, and files removed */
    WIRE_TAG_REMOVED,
    WIRE_TAG_SUBSCRIBED,
    WIRE_TAG_ETAG, /* version of an item of a collection */
    WIRE_TAG_USER,
    WIRE_TAG_COMMAND, /* that prints a password */
    WIRE_TAG_START,   /* days of a rule: where it begins, what is known */
    WIRE_TAG_AFTER,
};

/* ---- Writing: wire_begin, fields, wire_end ---- */

/* Opens a record at the end of out; the result goes to wire_end. */
size_t wire_begin(struct buffer *out, enum wire_kind kind);
void wire_add_bytes(struct buffer *out, uint8_t tag, const void *bytes, size_t length);
void wire_add_string(struct buffer *out, uint8_t tag,
                     const char *text); /* NULL: nothing */
void wire_add_number(struct buffer *out, uint8_t tag, int64_t number);
/* A record within a field: between begin and end, fields of its own. */
size_t wire_open_field(struct buffer *out, uint8_t tag);
void wire_close_field(struct buffer *out, size_t opened);
/* Closes it. False when it is longer than WIRE_RECORD_MAX: it is taken off again. */
bool wire_end(struct buffer *out, size_t begun);

/* ---- Reading: without copying ---- */

struct wire_record {
    enum wire_kind kind;
    const char *bytes; /* its fields */
    size_t length;
};

struct wire_field {
    uint8_t tag;
    const char *value;
    size_t length;
};

enum wire_fit { WIRE_WHOLE, WIRE_PART, WIRE_BROKEN };

/* Looks for a record at the start of bytes. WIRE_WHOLE: out is filled and *used is what
 * it took. WIRE_PART: more bytes are needed. WIRE_BROKEN: this is no record. */
enum wire_fit wire_parse(const char *bytes, size_t length, struct wire_record *out,
                         size_t *used);

/* Takes one field off the front of fields (any wire_record, its kind does not matter).
 * False at the end, and with *broken set when the rest is no field. */
bool wire_next_field(struct wire_record *fields, struct wire_field *out, bool *broken);
/* A field's value as a number; false when it is none. */
bool wire_number(const struct wire_field *field, int64_t *number);

#endif
