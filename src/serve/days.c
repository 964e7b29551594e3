/* The days off that a calendar of others names. */
#include "server.h"

#include "touchbase/calendar/days.h"

void server_put_days(struct server *server, const day_number *days, size_t count)
{
    size_t begun = wire_begin(&server->out, WIRE_DAYS);
    wire_add_bytes(&server->out, WIRE_TAG_BYTES, days, count * sizeof *days);
    wire_end(&server->out, begun);
}

static bool read_days(struct server *server, const char *path, struct buffer *text,
                      struct error *err)
{
    day_number *days;
    size_t count;

    if (!file_read(path, CALENDAR_TEXT_MAX, text, err))
        return false;
    if (!calendar_days(server->request_arena, buffer_string(text), &days, &count, err))
        return error_prefix(err, "%s", path);
    server_put_days(server, days, count);
    return true;
}

bool serve_days(struct server *server, const struct wire_request *request)
{
    struct buffer text = {0};
    struct error err;
    bool read =
        server_check(request, &err) && read_days(server, request->source, &text, &err);

    buffer_free(&text);
    return read ? server_send(server) : server_send_error(server, &err);
}
