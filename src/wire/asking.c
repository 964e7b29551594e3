/* What is asked of the worker for a reading. */
#include <sys/stat.h>

#include "client.h"
#include "touchbase/base/file.h"
#include "touchbase/wire/codec.h"

enum { PIECE = 1 << 20 }; /* bytes handed over in one record */

static bool send_bytes(struct worker *worker, struct error *err)
{
    const struct client_reading *reading = &worker->reading;
    for (size_t at = 0; at < reading->length;) {
        size_t piece = reading->length - at < PIECE ? reading->length - at : PIECE;
        size_t begun = wire_begin(&worker->out, WIRE_BYTES);
        wire_add_bytes(&worker->out, WIRE_TAG_BYTES, reading->bytes + at, piece);
        wire_end(&worker->out, begun);
        if (!client_send(worker, err))
            return false;
        at += piece;
    }
    return true;
}

/* Asks for what is being read, behind what was given out. */
static bool ask(struct worker *worker, struct error *err)
{
    const struct client_reading *reading = &worker->reading;
    if (!client_start(worker, err))
        return false;
    struct wire_request request = {.version = TOUCHBASE_VERSION,
                                   .source = buffer_string(&reading->source),
                                   .order = reading->date_order,
                                   .skip = reading->position,
                                   .remember = reading->wishes.seen != NULL,
                                   .count = reading->wishes.count,
                                   .total = (int64_t)reading->length,
                                   .explain = worker->explain,
                                   .careful = reading->careful};
    enum wire_kind kind = reading->is_bytes ? WIRE_READ_BYTES : WIRE_READ_PATH;
    buffer_clear(&worker->out);
    if (!wire_put_request(&worker->out, kind, &request))
        return error_set(err, ERROR_FAILED, "the name of what to read is too long");
    return client_send(worker, err) && (!reading->is_bytes || send_bytes(worker, err));
}

void worker_set_explain(struct worker *worker, bool explain)
{
    worker->explain = explain;
}

bool client_begin(struct worker *worker, struct error *err)
{
    struct error first = {0};
    if (!ask(worker, &first) && !ask(worker, err)) {
        worker->state = CLIENT_IDLE;
        return false;
    }
    worker->state = CLIENT_READING;
    return true;
}

static void prepare(struct worker *worker, const char *name, int date_order)
{
    struct client_reading *reading = &worker->reading;
    worker_cancel(worker);
    buffer_clear(&reading->source);
    buffer_add_string(&reading->source, name);
    buffer_free(&reading->held);
    reading->is_bytes = false;
    reading->bytes = NULL;
    reading->length = 0;
    reading->date_order = date_order;
    reading->read = reading->bad = reading->position = 0;
    reading->total = -1;
    reading->wishes = worker->wishes;
    worker->wishes = (struct worker_wishes){0};
    reading->broken_off = reading->announced = false;
    reading->silent = reading->failed = reading->careful = false;
    reading->quiet_ms = -1;
}

void worker_wish(struct worker *worker, const struct worker_wishes *wishes)
{
    worker->wishes = *wishes;
}

int64_t worker_position(const struct worker *worker)
{
    return worker->reading.position;
}

int64_t worker_total(const struct worker *worker)
{
    return worker->reading.total;
}

bool worker_read_bytes(struct worker *worker, const char *name, const char *bytes,
                       size_t length, int date_order, struct error *err)
{
    if (length > WORKER_BYTES_MAX)
        return error_set(
            err, ERROR_FAILED,
            "%s: more than %d MB cannot be taken in this way; save it as a file "
            "and name the file",
            name, WORKER_BYTES_MAX >> 20);
    prepare(worker, name, date_order);
    worker->reading.is_bytes = true;
    worker->reading.bytes = bytes;
    worker->reading.length = length;
    return client_begin(worker, err);
}

/* A pipe or a device, such as the shell's <(command), is open in this process alone. */
static bool is_stream(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

bool worker_read_path(struct worker *worker, const char *path, int date_order,
                      struct error *err)
{
    prepare(worker, path, date_order);
    if (is_stream(path)) {
        struct client_reading *reading = &worker->reading;
        if (!file_read(path, WORKER_BYTES_MAX, &reading->held, err))
            return false;
        reading->is_bytes = true;
        reading->bytes = buffer_string(&reading->held);
        reading->length = reading->held.length;
    }
    return client_begin(worker, err);
}
