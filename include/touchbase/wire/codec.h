/* The product's records as fields of the wire, and back. Decoding checks everything
 * (lengths, UTF-8, the range of each enum, evidence that lies inside its text) and copies
 * into the arena, so that what comes out may be used like a record of one's own. Each
 * pair is one list of tags. */
#ifndef TOUCHBASE_WIRE_CODEC_H
#define TOUCHBASE_WIRE_CODEC_H

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/appointment.h"
#include "touchbase/model/entry.h"
#include "touchbase/model/message.h"
#include "touchbase/model/reminder.h"
#include "touchbase/model/trace.h"
#include "touchbase/wire/record.h"

/* The fields of a record, appended to an open one. */
void wire_put_message(struct buffer *out, const struct message *message);
void wire_put_reading(struct buffer *out, const struct reading *reading);
void wire_put_trace(struct buffer *out, const struct trace *trace);
/* All three as the fields of a WIRE_MESSAGE; trace may be NULL. */
void wire_put_read(struct buffer *out, const struct message *message,
                   const struct reading *reading, const struct trace *trace);
void wire_put_reminder(struct buffer *out, const struct reminder *reminder);
void wire_put_appointment(struct buffer *out, const struct appointment *appointment);

/* Back from the fields of a record. False when they are not such a record. */
bool wire_get_message(struct arena *arena, struct wire_record fields,
                      struct message *out);
/* message is the one that was read: the evidence must lie in its text and subject. */
bool wire_get_reading(struct arena *arena, struct wire_record fields,
                      const struct message *message, struct reading *out);
/* The same message: the rows must lie in its text and subject. */
bool wire_get_trace(struct arena *arena, struct wire_record fields,
                    const struct message *message, struct trace *out);
bool wire_get_reminder(struct arena *arena, struct wire_record fields,
                       struct reminder *out);
bool wire_get_appointment(struct arena *arena, struct wire_record fields,
                          struct appointment *out);

/* What a request to the worker carries besides bytes and reminders. */
struct wire_request {
    const char *version; /* of the program that asks; both are built together */
    const char *source;  /* a path (any bytes), or the name of bytes to come */
    const char *name;    /* of a calendar or a zone, or NULL */
    int order;           /* enum date_order as a number, 0 to 2 */
    int64_t skip;        /* messages to pass over, those read before among them */
    bool remember;       /* keys are to be asked for */
    bool count;          /* messages are to be counted first */
    int64_t total;       /* bytes to come */
    bool tasks;
    bool several;
    bool subscribed;
    bool explain;     /* a trace with each reading */
    bool careful;     /* each message is announced before it is read */
    int64_t earliest; /* UTC seconds */
    day_number start; /* of a rule */
    day_number after; /* the last of its days that is known */
    const char *id;   /* href of an item of a collection */
    const char *etag; /* and its version */
    const char *user;
    const char *command;
};

/* The whole record. False when it would be too long. */
bool wire_put_request(struct buffer *out, enum wire_kind kind,
                      const struct wire_request *request);
bool wire_get_request(struct arena *arena, struct wire_record record,
                      struct wire_request *out);

/* What came of an item of a collection. */
struct wire_item {
    int result;         /* enum collection_result, none that failed */
    const char *etag;   /* the version it has now, or NULL */
    bool understood;    /* entry is filled: of FETCH what it holds, of PUT what was
                           written, as it reads back */
    struct entry entry; /* its uid may be NULL */
};

void wire_put_item(struct buffer *out, const struct wire_item *item);
bool wire_get_item(struct arena *arena, struct wire_record fields, struct wire_item *out);

/* A field's value as a text of its own: NULL when it is not UTF-8 or holds a NUL. */
char *wire_get_string(struct arena *arena, const struct wire_field *field);

#endif
