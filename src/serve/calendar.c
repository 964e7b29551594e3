/* Writing a calendar: a file of its own, a folder of items, or handed back piece by
 * piece. */
#include <errno.h>
#include <string.h>

#include "touchbase/calendar/folder.h"
#include "touchbase/calendar/writer.h"

#include "server.h"

enum { PIECE = 65536 };

static void calendar_fail(struct calendar *calendar)
{
    calendar_cancel(calendar->writer);
    calendar_folder_cancel(calendar->folder);
    calendar->writer = NULL;
    calendar->folder = NULL;
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

static bool is_folder(const char *path)
{
    size_t length = strlen(path);
    return length > 0 && path[length - 1] == '/';
}

static bool start_calendar(struct calendar *calendar, const struct wire_request *request)
{
    struct calendar_options options = {
        .kind = request->tasks ? CALENDAR_TASKS : CALENDAR_EVENTS,
        .name = request->name,
        .product = SERVER_PRODUCT,
        .subscribed = request->subscribed,
        .several = request->several,
    };
    *calendar = (struct calendar){.open = true};
    if (!server_check(request, &calendar->err))
        return false;
    if (is_folder(request->source)) {
        calendar->folder =
            calendar_folder_begin(request->source, &options, &calendar->err);
        return calendar->folder != NULL;
    }
    if (!open_stream(calendar, request->source, &calendar->err))
        return false;
    calendar->writer = calendar_begin(calendar->stream, &options, &calendar->err);
    return calendar->writer != NULL;
}

void serve_calendar(struct server *server, const struct wire_request *request)
{
    if (!start_calendar(&server->calendar, request))
        calendar_fail(&server->calendar);
}

static bool add_reminder(struct calendar *calendar, const struct reminder *reminder)
{
    if (calendar->folder)
        return calendar_folder_add(calendar->folder, reminder, &calendar->err);
    return calendar_add(calendar->writer, reminder, &calendar->err);
}

void serve_reminder(struct server *server, struct wire_record record)
{
    struct calendar *calendar = &server->calendar;
    struct reminder reminder;
    if (!calendar->writer && !calendar->folder)
        return;
    arena_reset(server->arena);
    bool done =
        wire_get_reminder(server->arena, record, &reminder)
            ? add_reminder(calendar, &reminder)
            : error_set(&calendar->err, ERROR_FAILED, "a reminder came that is none");
    calendar->count += done;
    if (!done)
        calendar_fail(calendar);
}

void serve_zone(struct server *server, const struct wire_request *request)
{
    struct calendar *calendar = &server->calendar;
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
        if (!server_send(server))
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

/* DONE: how many there are, and of a folder how many files changed. */
static bool send_totals(struct server *server,
                        const struct calendar_folder_totals *totals)
{
    size_t begun = wire_begin(&server->out, WIRE_DONE);
    wire_add_number(&server->out, WIRE_TAG_TOTAL, totals->items);
    wire_add_number(&server->out, WIRE_TAG_WRITTEN, totals->written);
    wire_add_number(&server->out, WIRE_TAG_REMOVED, totals->removed);
    wire_end(&server->out, begun);
    return server_send(server);
}

static bool end_folder(struct server *server)
{
    struct calendar *calendar = &server->calendar;
    struct calendar_folder_totals totals;
    bool done = calendar_folder_end(calendar->folder, &totals, &calendar->err);
    calendar->folder = NULL;
    return done ? send_totals(server, &totals)
                : server_send_error(server, &calendar->err);
}

bool serve_calendar_end(struct server *server)
{
    struct calendar *calendar = &server->calendar;
    calendar->open = false;
    if (calendar->folder)
        return end_folder(server);
    if (!finish_file(calendar))
        return server_send_error(server, &calendar->err);
    if (calendar->to_client) {
        bool sent = fflush(calendar->stream) == 0 && send_file(server, calendar->stream);
        fclose(calendar->stream);
        calendar->stream = NULL;
        if (!sent)
            return false;
    }
    struct calendar_folder_totals totals = {calendar->count, calendar->count, 0};
    return send_totals(server, &totals);
}

void serve_calendar_stop(struct server *server)
{
    calendar_fail(&server->calendar);
}
