/* Reading messages: each as it is walked over, with the absence found in it. */
#include "touchbase/autoreply/reader.h"
#include "touchbase/base/clock.h"
#include "touchbase/mail/mail.h"
#include "touchbase/wire/worker.h"

#include "server.h"

enum { COUNT_MS = 5000, GATHERED_MS = 20, GATHERED_BYTES = 32768 };

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
    server_put_words(server, err);
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

/* Waking the client costs as much as reading a short mail does: answers are gathered for
 * a while. sent is when the last ones went, in clock_ticks_ms. */
static bool send_gathered(struct server *server, int64_t *sent)
{
    int64_t now = clock_ticks_ms();
    if (server->out.length < GATHERED_BYTES && now - *sent < GATHERED_MS)
        return true;
    *sent = now;
    return server_send(server);
}

/* Each message is announced before it is read, so that the client knows whose fault it
 * was. Only with care does the announcement go at once; without, it travels with its
 * answer, and a client that lost both asks again, with care. */
static bool read_all(struct server *server, struct mail_walk *walk,
                     const struct wire_request *request)
{
    int64_t sent = clock_ticks_ms();
    while (mail_next(walk)) {
        if (mail_number(walk) <= request->skip)
            continue;
        if (!request->careful && !send_gathered(server, &sent))
            return false;
        wire_end(&server->out, begin_about(server, WIRE_AT, walk));
        if (request->careful && !server_send(server))
            return false;
        read_one(server, walk, request);
    }
    return server_send_total(server, WIRE_DONE, mail_number(walk));
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
        server_send_total(server, WIRE_COUNT, mail_count(request->source, COUNT_MS));
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

bool serve_path(struct server *server, const struct wire_request *request)
{
    struct error err = {0};
    struct mail_walk *walk = NULL;
    if (server_check(request, &err) && open_reader(server, &err))
        walk = mail_open(request->source, &err);
    if (!walk)
        return server_send_error(server, &err);
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

bool serve_bytes(struct server *server, const struct wire_request *request)
{
    struct error err = {0};
    struct buffer bytes = {0};
    bool going = request->total >= 0 && request->total <= WORKER_BYTES_MAX &&
                 receive_bytes(server, &bytes, request->total);
    if (going && server_check(request, &err) && open_reader(server, &err))
        going = read_walk(
            server, mail_open_bytes(request->source, buffer_string(&bytes), bytes.length),
            request);
    else if (going)
        going = server_send_error(server, &err);
    buffer_free(&bytes);
    return going;
}
