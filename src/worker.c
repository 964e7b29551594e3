/* touchbase-worker: reads mails and writes calendars for touchbase over a pipe on its
 * standard input and output, and ends with it. It opens no desk and no terminal; what a
 * hostile message can break is this process alone (design.md section 6). */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/calendar/writer.h"
#include "touchbase/mail/mail.h"
#include "touchbase/wire/codec.h"
#include "touchbase/wire/link.h"
#include "touchbase/wire/worker.h"

enum { PIECE = 65536, COUNT_MS = 5000 };

/* A calendar being written. */
struct calendar {
    bool open;                      /* between its first record and its last */
    bool to_client;                 /* handed back over the pipe */
    struct file_write file;         /* when it is not */
    FILE *stream;                   /* where it goes */
    struct calendar_writer *writer; /* NULL after an error */
    struct error err;               /* told when the client asks for the end */
    int64_t count;
};

struct server {
    struct wire_link link;
    struct buffer out;
    struct arena *request_arena;     /* lives as long as a request */
    struct arena *arena;             /* lives as long as a message */
    struct autoreply_reader *reader; /* opened when first needed */
    struct calendar calendar;
    bool lost; /* the client did not answer */
};

static bool send(struct server *server)
{
    return wire_send(&server->link, &server->out, WIRE_NO_LIMIT);
}

/* Words may hold a file's name, and so any bytes. */
static void put_words(struct server *server, const struct error *err)
{
    const char *words = text_repair(server->arena, err->text, strlen(err->text));
    wire_add_string(&server->out, WIRE_TAG_WORDS, words);
}

static bool send_error(struct server *server, const struct error *err)
{
    size_t begun = wire_begin(&server->out, WIRE_ERROR);
    wire_add_number(&server->out, WIRE_TAG_CODE, err->code);
    put_words(server, err);
    wire_end(&server->out, begun);
    return send(server);
}

static bool send_total(struct server *server, enum wire_kind kind, int64_t total)
{
    size_t begun = wire_begin(&server->out, kind);
    wire_add_number(&server->out, WIRE_TAG_TOTAL, total);
    wire_end(&server->out, begun);
    return send(server);
}

/* Both programs are built together; after an update an old desk may still be running. */
static bool check_request(const struct wire_request *request, struct error *err)
{
    if (!request->version || strcmp(request->version, TOUCHBASE_VERSION) != 0)
        return error_set(
            err, ERROR_FAILED,
            "touchbase was updated while it was running: leave it and start it "
            "again");
    return request->source || error_set(err, ERROR_FAILED, "nothing was named");
}

/* ---- Messages ---- */

static size_t begin_about(struct server *server, enum wire_kind kind,
                          const struct mail_walk *walk)
{
    size_t begun = wire_begin(&server->out, kind);
    wire_add_string(&server->out, WIRE_TAG_SOURCE, mail_source(walk));
    wire_add_string(&server->out, WIRE_TAG_ID, mail_id(walk));
    wire_add_number(&server->out, WIRE_TAG_COLLECTED, mail_collected(walk));
    wire_add_number(&server->out, WIRE_TAG_NUMBER, mail_number(walk));
    return begun;
}

static void put_bad(struct server *server, const struct mail_walk *walk,
                    const struct error *err)
{
    size_t begun = begin_about(server, WIRE_BAD, walk);
    put_words(server, err);
    wire_end(&server->out, begun);
}

static bool put_message(struct server *server, const struct mail_walk *walk,
                        const struct message *message, const struct reading *reading,
                        const struct trace *trace)
{
    size_t begun = wire_begin(&server->out, WIRE_MESSAGE);
    wire_add_number(&server->out, WIRE_TAG_COLLECTED, mail_collected(walk));
    wire_add_number(&server->out, WIRE_TAG_TOTAL, mail_total(walk));
    wire_add_number(&server->out, WIRE_TAG_KEY, (int64_t)mail_key(walk));
    wire_put_read(&server->out, message, reading, trace);
    return wire_end(&server->out, begun);
}

static void read_one(struct server *server, struct mail_walk *walk,
                     const struct wire_request *request)
{
    enum date_order order = (enum date_order)request->order;
    struct message message;
    struct reading reading;
    struct trace trace;
    struct error err = {0};
    arena_reset(server->arena);
    if (!mail_read(walk, server->arena, &message, &err)) {
        put_bad(server, walk, &err);
        return;
    }
    if (request->explain)
        autoreply_explain(server->reader, server->arena, &message, order, &reading,
                          &trace);
    else
        autoreply_read(server->reader, server->arena, &message, order, &reading);
    if (!put_message(server, walk, &message, &reading,
                     request->explain ? &trace : NULL)) {
        error_set(&err, ERROR_FAILED, "%s: its headers are too long", mail_source(walk));
        put_bad(server, walk, &err);
    }
}

/* Each message is announced before it is read, so that the client knows whose fault it
 * was; the announcement travels with the answer to the one before. */
static bool read_all(struct server *server, struct mail_walk *walk,
                     const struct wire_request *request)
{
    while (mail_next(walk)) {
        if (mail_number(walk) <= request->skip)
            continue;
        wire_end(&server->out, begin_about(server, WIRE_AT, walk));
        if (!send(server))
            return false;
        read_one(server, walk, request);
    }
    return send_total(server, WIRE_DONE, mail_number(walk));
}

/* Which messages were read before is known to the client alone. */
static bool ask_client(void *context, const uint64_t *keys, size_t count, bool *seen)
{
    struct server *server = context;
    server->lost = !wire_ask_seen(&server->link, &server->out, keys, count, seen);
    return !server->lost;
}

/* What the client wishes besides the messages. */
static void prepare_walk(struct server *server, struct mail_walk *walk,
                         const struct wire_request *request)
{
    const struct mail_memory memory = {.ask = ask_client, .context = server};
    if (request->remember)
        mail_set_memory(walk, &memory);
    if (request->count)
        send_total(server, WIRE_COUNT, mail_count(request->source, COUNT_MS));
}

static bool open_reader(struct server *server, struct error *err)
{
    if (!server->reader)
        server->reader = autoreply_open(err);
    return server->reader != NULL;
}

static bool read_walk(struct server *server, struct mail_walk *walk,
                      const struct wire_request *request)
{
    bool going = read_all(server, walk, request) && !server->lost;
    mail_close(walk);
    return going;
}

static bool serve_path(struct server *server, const struct wire_request *request)
{
    struct error err = {0};
    struct mail_walk *walk = NULL;
    if (check_request(request, &err) && open_reader(server, &err))
        walk = mail_open(request->source, &err);
    if (!walk)
        return send_error(server, &err);
    prepare_walk(server, walk, request);
    return read_walk(server, walk, request);
}

/* The bytes that follow their announcement. False when they do not come as announced. */
static bool receive_bytes(struct server *server, struct buffer *bytes, int64_t total)
{
    while ((int64_t)bytes->length < total) {
        struct wire_record record;
        struct wire_field field;
        bool broken = false;
        if (wire_receive(&server->link, WIRE_NO_LIMIT, &record) != WIRE_RECORD ||
            record.kind != WIRE_BYTES || !wire_next_field(&record, &field, &broken) ||
            field.length == 0)
            return false;
        buffer_add(bytes, field.value, field.length);
    }
    return true;
}

static bool serve_bytes(struct server *server, const struct wire_request *request)
{
    struct error err = {0};
    struct buffer bytes = {0};
    bool going = request->total >= 0 && request->total <= WORKER_BYTES_MAX &&
                 receive_bytes(server, &bytes, request->total);
    if (going && check_request(request, &err) && open_reader(server, &err))
        going = read_walk(
            server, mail_open_bytes(request->source, buffer_string(&bytes), bytes.length),
            request);
    else if (going)
        going = send_error(server, &err);
    buffer_free(&bytes);
    return going;
}

/* ---- Calendar ---- */

static void calendar_fail(struct calendar *calendar)
{
    calendar_cancel(calendar->writer);
    calendar->writer = NULL;
    if (calendar->stream && calendar->to_client)
        fclose(calendar->stream);
    else if (calendar->stream)
        file_write_cancel(&calendar->file);
    calendar->stream = NULL;
}

static bool open_stream(struct calendar *calendar, const char *path, struct error *err)
{
    calendar->to_client = strcmp(path, "-") == 0;
    if (calendar->to_client) {
        calendar->stream = tmpfile();
        return calendar->stream ||
               error_set_errno(err, errno, "cannot make a temporary file");
    }
    if (!file_write_begin(&calendar->file, path, err))
        return false;
    calendar->stream = calendar->file.stream;
    return true;
}

static bool start_calendar(struct calendar *calendar, const struct wire_request *request)
{
    struct calendar_options options = {
        .kind = request->tasks ? CALENDAR_TASKS : CALENDAR_EVENTS,
        .name = request->name,
        .product = "-//touchbase//touchbase " TOUCHBASE_VERSION "//EN",
        .several = request->several != 0,
    };
    *calendar = (struct calendar){.open = true};
    if (!check_request(request, &calendar->err) ||
        !open_stream(calendar, request->source, &calendar->err))
        return false;
    calendar->writer = calendar_begin(calendar->stream, &options, &calendar->err);
    return calendar->writer != NULL;
}

static void add_reminder(struct server *server, struct wire_record record)
{
    struct calendar *calendar = &server->calendar;
    struct reminder reminder;
    if (!calendar->writer)
        return;
    arena_reset(server->arena);
    bool done = wire_get_reminder(server->arena, record, &reminder)
                    ? calendar_add(calendar->writer, &reminder, &calendar->err)
                    : error_set(&calendar->err, ERROR_FAILED,
                                "a reminder came that is none; nothing was written");
    calendar->count += done;
    if (!done)
        calendar_fail(calendar);
}

static void add_zone(struct calendar *calendar, const struct wire_request *request)
{
    if (calendar->writer && request->name &&
        !calendar_zone(calendar->writer, request->name, request->earliest,
                       &calendar->err))
        calendar_fail(calendar);
}

/* The finished file, piece by piece. */
static bool send_file(struct server *server, FILE *stream)
{
    char piece[PIECE];
    size_t length;
    rewind(stream);
    while ((length = fread(piece, 1, sizeof piece, stream)) > 0) {
        size_t begun = wire_begin(&server->out, WIRE_BYTES);
        wire_add_bytes(&server->out, WIRE_TAG_BYTES, piece, length);
        wire_end(&server->out, begun);
        if (!send(server))
            return false;
    }
    return true;
}

/* Ends the calendar's text, and puts its file where it belongs. */
static bool finish_file(struct calendar *calendar)
{
    if (!calendar->writer)
        return false;
    bool ended = calendar_end(calendar->writer, &calendar->err);
    calendar->writer = NULL;
    if (!ended || calendar->to_client) {
        if (!ended)
            calendar_fail(calendar);
        return ended;
    }
    calendar->stream = NULL;
    return file_write_commit(&calendar->file, &calendar->err);
}

static bool end_calendar(struct server *server)
{
    struct calendar *calendar = &server->calendar;
    calendar->open = false;
    if (!finish_file(calendar))
        return send_error(server, &calendar->err);
    if (calendar->to_client) {
        bool sent = fflush(calendar->stream) == 0 && send_file(server, calendar->stream);
        fclose(calendar->stream);
        calendar->stream = NULL;
        if (!sent)
            return false;
    }
    return send_total(server, WIRE_DONE, calendar->count);
}

/* ---- The pipe ---- */

/* One record; false when there is nobody to serve any more, or nothing to be understood.
 */
static bool serve(struct server *server, struct wire_record record)
{
    struct wire_request request;
    if (record.kind == WIRE_REMINDER) {
        add_reminder(server, record);
        return server->calendar.open;
    }
    arena_reset(server->request_arena);
    if (!wire_get_request(server->request_arena, record, &request))
        return false;
    switch (record.kind) {
    case WIRE_READ_PATH:
        return serve_path(server, &request);
    case WIRE_READ_BYTES:
        return serve_bytes(server, &request);
    case WIRE_CALENDAR:
        if (!start_calendar(&server->calendar, &request))
            calendar_fail(&server->calendar);
        return true;
    case WIRE_ZONE:
        add_zone(&server->calendar, &request);
        return server->calendar.open;
    case WIRE_CALENDAR_END:
        return server->calendar.open && end_calendar(server);
    default:
        return false;
    }
}

int main(void)
{
    struct server server = {.request_arena = arena_create(), .arena = arena_create()};
    struct wire_record record;
    signal(SIGPIPE, SIG_IGN);
    wire_link_open(&server.link, STDIN_FILENO, STDOUT_FILENO);
    while (wire_receive(&server.link, WIRE_NO_LIMIT, &record) == WIRE_RECORD &&
           serve(&server, record))
        continue;
    calendar_fail(&server.calendar);
    autoreply_close(server.reader);
    wire_link_free(&server.link);
    buffer_free(&server.out);
    arena_destroy(server.request_arena);
    arena_destroy(server.arena);
    return EXIT_SUCCESS;
}
