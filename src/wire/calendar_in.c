/* What is asked of calendars of others and of rules: days off, appointments, the days a
 * rule brings. */
#include <string.h>

#include "client.h"
#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

static bool send(struct worker *worker, enum wire_kind kind,
                 const struct wire_request *request, struct error *err)
{
    if (!client_start(worker, err))
        return false;
    buffer_clear(&worker->out);
    if (!wire_put_request(&worker->out, kind, request))
        return error_set(err, ERROR_FAILED, "the path is too long");
    return client_send(worker, err);
}

/* A worker that died since it was last used is started once more. */
static bool ask(struct worker *worker, enum wire_kind kind,
                const struct wire_request *request, struct error *err)
{
    struct error first;

    worker_cancel(worker);
    return send(worker, kind, request, &first) || send(worker, kind, request, err);
}

static enum wire_turn receive(struct worker *worker, struct wire_record *record)
{
    enum wire_turn turn = wire_receive(&worker->link, worker->limit, record);

    worker->used_ms = clock_ticks_ms();
    return turn;
}

/* The answer that was waited for is another, or did not come. */
static bool fail(struct worker *worker, enum wire_turn turn, struct wire_record record,
                 struct error *err)
{
    if (turn == WIRE_RECORD && record.kind == WIRE_ERROR)
        return client_error(record, err);
    error_set(err, ERROR_FAILED, "the part of touchbase that reads calendars %s",
              client_words(turn == WIRE_RECORD ? WIRE_NONSENSE : turn));
    client_stop(worker);
    return false;
}

/* Numbers that are no whole days are no answer. */
static bool take_days(struct wire_record record, struct arena *arena, day_number **days,
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

static bool ask_days(struct worker *worker, enum wire_kind kind,
                     const struct wire_request *request, struct arena *arena,
                     day_number **days, size_t *count, struct error *err)
{
    struct wire_record record;
    enum wire_turn turn;

    if (!ask(worker, kind, request, err))
        return false;
    turn = receive(worker, &record);
    return (turn == WIRE_RECORD && record.kind == WIRE_DAYS &&
            take_days(record, arena, days, count)) ||
           fail(worker, turn, record, err);
}

bool worker_read_days(struct worker *worker, const char *path, struct arena *arena,
                      day_number **days, size_t *count, struct error *err)
{
    const struct wire_request request = {.version = TOUCHBASE_VERSION, .source = path};

    return ask_days(worker, WIRE_READ_DAYS, &request, arena, days, count, err);
}

bool worker_occurrences(struct worker *worker, const char *rule, day_number start,
                        day_number after, size_t limit, struct arena *arena,
                        day_number **days, size_t *count, struct error *err)
{
    const struct wire_request request = {.version = TOUCHBASE_VERSION,
                                         .source = rule,
                                         .start = start,
                                         .after = after,
                                         .total = (int64_t)limit};

    return ask_days(worker, WIRE_OCCURRENCES, &request, arena, days, count, err);
}

bool worker_read_appointments(struct worker *worker, const char *path, const char *here,
                              int64_t now_utc, struct arena *arena,
                              struct appointment **appointments, size_t *count,
                              struct error *err)
{
    const struct wire_request request = {
        .version = TOUCHBASE_VERSION, .source = path, .name = here, .earliest = now_utc};
    struct wire_record record;
    size_t capacity = 0;
    enum wire_turn turn;

    *appointments = NULL;
    *count = 0;
    if (!ask(worker, WIRE_READ_APPOINTMENTS, &request, err))
        return false;
    for (;;) {
        turn = receive(worker, &record);
        if (turn == WIRE_RECORD && record.kind == WIRE_DONE)
            return true;
        *appointments = arena_grow(arena, *appointments, *count, *count + 1,
                                   sizeof **appointments, &capacity);
        if (turn != WIRE_RECORD || record.kind != WIRE_APPOINTMENT ||
            !wire_get_appointment(arena, record, &(*appointments)[*count]))
            return fail(worker, turn, record, err);
        (*count)++;
    }
}
