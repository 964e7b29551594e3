/* The appointments in a calendar of others. */
#include "server.h"

#include "touchbase/calendar/appointments.h"

enum { SEND_AT = 1 << 16 }; /* bytes of appointments sent in one go */

static bool read_appointments(struct server *server, const struct wire_request *request,
                              struct buffer *text, struct appointment **appointments,
                              size_t *count, struct error *err)
{
    struct zone *here = zone_open(request->name != NULL ? request->name : "UTC", err);
    bool read =
        here != NULL && file_read(request->source, APPOINTMENTS_TEXT_MAX, text, err);

    if (read && !calendar_appointments(server->request_arena, buffer_string(text), here,
                                       request->earliest, appointments, count, err))
        read = error_prefix(err, "%s", request->source);
    zone_close(here);
    return read;
}

static bool send_all(struct server *server, const struct appointment *appointments,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t begun = wire_begin(&server->out, WIRE_APPOINTMENT);
        wire_put_appointment(&server->out, &appointments[i]);
        wire_end(&server->out, begun);
        if (server->out.length >= SEND_AT && !server_send(server))
            return false;
    }
    return server_send_total(server, WIRE_DONE, (int64_t)count);
}

bool serve_appointments(struct server *server, const struct wire_request *request)
{
    struct appointment *appointments = NULL;
    struct buffer text = {0};
    size_t count = 0;
    struct error err;
    bool read = server_check(request, &err) &&
                read_appointments(server, request, &text, &appointments, &count, &err);

    buffer_free(&text);
    return read ? send_all(server, appointments, count) : server_send_error(server, &err);
}
