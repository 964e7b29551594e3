/* The days a rule brings. */
#include "server.h"

#include "touchbase/calendar/occurrences.h"

static bool is_usable(const struct wire_request *request)
{
    return request->start != DAY_NONE && request->after != DAY_NONE &&
           request->total >= 1 && request->total <= OCCURRENCES_MAX;
}

bool serve_occurrences(struct server *server, const struct wire_request *request)
{
    day_number *days;
    size_t count;
    struct error err;

    if (!server_check(request, &err))
        return server_send_error(server, &err);
    if (!is_usable(request))
        return false;
    if (!calendar_occurrences(server->request_arena, request->source, request->start,
                              request->after, (size_t)request->total, &days, &count,
                              &err))
        return server_send_error(server, &err);
    server_put_days(server, days, count);
    return server_send(server);
}
