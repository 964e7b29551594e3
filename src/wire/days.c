#include "client.h"

#include <string.h>

#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

static bool ask(struct worker *worker, const char *path, struct error *err)
{
    const struct wire_request request = {.version = TOUCHBASE_VERSION, .source = path};

    if (!client_start(worker, err))
        return false;
    buffer_clear(&worker->out);
    if (!wire_put_request(&worker->out, WIRE_READ_DAYS, &request))
        return error_set(err, ERROR_FAILED, "the path is too long");
    return client_send(worker, err);
}

/* Numbers that are no whole days are no answer. */
static bool take(struct wire_record record, struct arena *arena, day_number **days,
                 size_t *count)
{
    struct wire_field field;
    bool broken = false;

    if (!wire_next_field(&record, &field, &broken) || field.tag != WIRE_TAG_BYTES ||
        field.length % sizeof **days != 0)
        return false;
    *count = field.length / sizeof **days;
    *days = arena_array(arena, *count, sizeof **days);
    if (*count > 0)
        memcpy(*days, field.value, field.length);
    return true;
}

bool worker_read_days(struct worker *worker, const char *path, struct arena *arena,
                      day_number **days, size_t *count, struct error *err)
{
    struct wire_record record;
    struct error first;
    enum wire_turn turn;

    worker_cancel(worker);
    /* A worker that died since it was last used is started once more. */
    if (!ask(worker, path, &first) && !ask(worker, path, err))
        return false;
    turn = wire_receive(&worker->link, worker->limit, &record);
    worker->used_ms = clock_ticks_ms();
    if (turn == WIRE_RECORD && record.kind == WIRE_ERROR)
        return client_error(record, err);
    if (turn == WIRE_RECORD && record.kind == WIRE_DAYS &&
        take(record, arena, days, count))
        return true;
    error_set(err, ERROR_FAILED, "the part of touchbase that reads calendars %s",
              client_words(turn == WIRE_RECORD ? WIRE_NONSENSE : turn));
    client_stop(worker);
    return false;
}
