#include "server.h"

#include <string.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/base/text.h"
#include "touchbase/serve/serve.h"

bool server_send(struct server *server)
{
    return wire_send(&server->link, &server->out, WIRE_NO_LIMIT);
}

/* Words may hold a file's name, and so any bytes. */
void server_put_words(struct server *server, const struct error *err)
{
    const char *words = text_repair(server->arena, err->text, strlen(err->text));
    wire_add_string(&server->out, WIRE_TAG_WORDS, words);
}

bool server_send_error(struct server *server, const struct error *err)
{
    size_t begun = wire_begin(&server->out, WIRE_ERROR);
    wire_add_number(&server->out, WIRE_TAG_CODE, err->code);
    server_put_words(server, err);
    wire_end(&server->out, begun);
    return server_send(server);
}

bool server_send_total(struct server *server, enum wire_kind kind, int64_t total)
{
    size_t begun = wire_begin(&server->out, kind);
    wire_add_number(&server->out, WIRE_TAG_TOTAL, total);
    wire_end(&server->out, begun);
    return server_send(server);
}

/* Both programs are built together; after an update an old desk may still be running. */
bool server_check(const struct wire_request *request, struct error *err)
{
    if (!request->version || strcmp(request->version, TOUCHBASE_VERSION) != 0)
        return error_set(
            err, ERROR_FAILED,
            "touchbase was updated while it was running: leave it and start it "
            "again");
    return request->source || error_set(err, ERROR_FAILED, "nothing was named");
}

/* One record; false when there is nobody to serve any more, or nothing to be understood.
 */
static bool serve(struct server *server, struct wire_record record)
{
    struct wire_request request;
    if (record.kind == WIRE_REMINDER && server->kept.putting)
        return serve_put_reminder(server, record);
    if (record.kind == WIRE_REMINDER) {
        serve_reminder(server, record);
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
    case WIRE_READ_DAYS:
        return serve_days(server, &request);
    case WIRE_OCCURRENCES:
        return serve_occurrences(server, &request);
    case WIRE_READ_APPOINTMENTS:
        return serve_appointments(server, &request);
    case WIRE_COLLECTION:
        return serve_collection(server, &request);
    case WIRE_FETCH:
        return serve_fetch(server, &request);
    case WIRE_PUT:
        return serve_put(server, &request);
    case WIRE_REMOVE:
        return serve_remove(server, &request);
    case WIRE_CALENDAR:
        serve_calendar(server, &request);
        return true;
    case WIRE_ZONE:
        serve_zone(server, &request);
        return server->calendar.open;
    case WIRE_CALENDAR_END:
        return server->calendar.open && serve_calendar_end(server);
    default:
        return false;
    }
}

void serve_pipe(int in, int out)
{
    struct server server = {.request_arena = arena_create(), .arena = arena_create()};
    struct wire_record record;
    wire_link_open(&server.link, in, out);
    while (wire_receive(&server.link, WIRE_NO_LIMIT, &record) == WIRE_RECORD &&
           serve(&server, record))
        continue;
    serve_calendar_stop(&server);
    serve_collection_close(&server);
    buffer_free(&server.kept.href);
    buffer_free(&server.kept.etag);
    autoreply_close(server.reader);
    wire_link_free(&server.link);
    buffer_free(&server.out);
    arena_destroy(server.request_arena);
    arena_destroy(server.arena);
}
