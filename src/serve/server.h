/* One client's requests being served: what the kinds of requests share. */
#ifndef TOUCHBASE_SERVE_SERVER_H
#define TOUCHBASE_SERVE_SERVER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/base/file.h"
#include "touchbase/model/collection.h"
#include "touchbase/wire/codec.h"
#include "touchbase/wire/link.h"

/* A calendar being written. */
struct calendar {
    bool open;                      /* between its first record and its last */
    bool to_client;                 /* handed back over the pipe */
    struct file_write file;         /* when it is not */
    FILE *stream;                   /* where it goes */
    struct calendar_writer *writer; /* NULL after an error, and for a folder */
    struct calendar_folder *folder; /* NULL after an error, and for a file */
    struct error err;               /* told when the client asks for the end */
    int64_t count;
};

/* PRODID of what is written. */
#define SERVER_PRODUCT "-//touchbase//touchbase " TOUCHBASE_VERSION "//EN"

/* A collection being kept. */
struct kept_collection {
    struct collection collection;
    bool tasks;
    bool putting;       /* the reminder to come is put under: */
    struct buffer href; /* this name, ... */
    struct buffer etag; /* ... in the place of this version; empty: it is new */
};

struct server {
    struct wire_link link;
    struct buffer out;
    struct arena *request_arena;     /* lives as long as a request */
    struct arena *arena;             /* lives as long as a message */
    struct autoreply_reader *reader; /* opened when first needed */
    struct calendar calendar;
    struct kept_collection kept;
    bool lost; /* the client did not answer */
};

/* ---- Answers: false when the client is gone ---- */

/* What is in out. */
bool server_send(struct server *server);
bool server_send_error(struct server *server, const struct error *err);
bool server_send_total(struct server *server, enum wire_kind kind, int64_t total);
/* An error's words as a field of the record begun. */
void server_put_words(struct server *server, const struct error *err);

/* May this request be served: did a program of this version ask, and name something? */
bool server_check(const struct wire_request *request, struct error *err);

/* ---- messages.c: false when there is nobody to serve any more ---- */

bool serve_path(struct server *server, const struct wire_request *request);
/* The bytes come in the records that follow. */
bool serve_bytes(struct server *server, const struct wire_request *request);

/* ---- days.c ---- */

/* A record of days. */
void server_put_days(struct server *server, const day_number *days, size_t count);

bool serve_days(struct server *server, const struct wire_request *request);

/* ---- occurrences.c ---- */

bool serve_occurrences(struct server *server, const struct wire_request *request);

/* ---- appointments.c ---- */

bool serve_appointments(struct server *server, const struct wire_request *request);

/* ---- collection.c: false when there is nobody to serve any more, or nothing to be
 * understood ---- */

bool serve_collection(struct server *server, const struct wire_request *request);
bool serve_fetch(struct server *server, const struct wire_request *request);
bool serve_put(struct server *server, const struct wire_request *request);
/* What a put announced. */
bool serve_put_reminder(struct server *server, struct wire_record record);
bool serve_remove(struct server *server, const struct wire_request *request);
void serve_collection_close(struct server *server);

/* ---- calendar.c: what goes wrong before the end is told there ---- */

void serve_calendar(struct server *server, const struct wire_request *request);
void serve_reminder(struct server *server, struct wire_record record);
void serve_zone(struct server *server, const struct wire_request *request);
bool serve_calendar_end(struct server *server);
/* Gives up what was not ended, if anything. */
void serve_calendar_stop(struct server *server);

#endif
