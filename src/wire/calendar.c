#include "client.h"

#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

enum { FLUSH_AT = 1 << 16 }; /* bytes of reminders sent in one go */

static bool fail(struct worker *worker)
{
    worker_cancel(worker);
    return false;
}

static bool is_open(const struct worker *worker, struct error *err)
{
    return worker->state == CLIENT_CALENDAR ||
           error_set(err, ERROR_FAILED, "no calendar is being written");
}

static bool start(struct worker *worker, const struct worker_calendar *calendar,
                  struct error *err)
{
    if (!client_start(worker, err))
        return false;
    struct wire_request request = {.version = TOUCHBASE_VERSION,
                                   .source = calendar->path,
                                   .name = calendar->name,
                                   .tasks = calendar->tasks,
                                   .several = calendar->several,
                                   .subscribed = calendar->subscribed};
    buffer_clear(&worker->out);
    if (!wire_put_request(&worker->out, WIRE_CALENDAR, &request))
        return error_set(err, ERROR_FAILED, "the name of the calendar is too long");
    return client_send(worker, err);
}

bool worker_calendar_begin(struct worker *worker, const struct worker_calendar *calendar,
                           struct error *err)
{
    struct error first = {0};
    worker_cancel(worker);
    if (!start(worker, calendar, &first) && !start(worker, calendar, err))
        return false;
    worker->calendar = *calendar;
    worker->state = CLIENT_CALENDAR;
    return true;
}

bool worker_calendar_zone(struct worker *worker, const char *zone, int64_t earliest_utc,
                          struct error *err)
{
    if (!is_open(worker, err))
        return false;
    struct wire_request request = {.name = zone, .earliest = earliest_utc};
    wire_put_request(&worker->out, WIRE_ZONE, &request);
    return true;
}

bool worker_calendar_add(struct worker *worker, const struct reminder *reminder,
                         struct error *err)
{
    if (!is_open(worker, err))
        return false;
    size_t begun = wire_begin(&worker->out, WIRE_REMINDER);
    wire_put_reminder(&worker->out, reminder);
    if (!wire_end(&worker->out, begun)) {
        error_set(err, ERROR_FAILED, "a reminder is too long for a calendar");
        return fail(worker);
    }
    if (worker->out.length < FLUSH_AT || client_send(worker, err))
        return true;
    return fail(worker);
}

/* A piece of the file for take. */
static bool hand_over(struct worker *worker, struct wire_record record, struct error *err)
{
    struct wire_field field;
    bool broken = false;
    while (wire_next_field(&record, &field, &broken))
        if (field.tag == WIRE_TAG_BYTES && worker->calendar.take &&
            !worker->calendar.take(worker->calendar.context, field.value, field.length,
                                   err))
            return fail(worker);
    return true;
}

static bool finish(struct worker *worker, struct wire_record record,
                   struct worker_calendar_totals *totals)
{
    struct wire_field field;
    bool broken = false;
    *totals = (struct worker_calendar_totals){0};
    while (wire_next_field(&record, &field, &broken)) {
        if (field.tag == WIRE_TAG_TOTAL)
            wire_number(&field, &totals->count);
        else if (field.tag == WIRE_TAG_WRITTEN)
            wire_number(&field, &totals->written);
        else if (field.tag == WIRE_TAG_REMOVED)
            wire_number(&field, &totals->removed);
    }
    worker->state = CLIENT_IDLE;
    return true;
}

static bool break_off(struct worker *worker, enum wire_turn turn, struct error *err)
{
    error_set(err, ERROR_FAILED, "the part of touchbase that writes calendars %s",
              client_words(turn));
    return fail(worker);
}

bool worker_calendar_end(struct worker *worker, struct worker_calendar_totals *totals,
                         struct error *err)
{
    if (!is_open(worker, err))
        return false;
    wire_end(&worker->out, wire_begin(&worker->out, WIRE_CALENDAR_END));
    if (!client_send(worker, err))
        return fail(worker);
    for (;;) {
        struct wire_record record;
        enum wire_turn turn = wire_receive(&worker->link, worker->limit, &record);
        worker->used_ms = clock_ticks_ms();
        if (turn != WIRE_RECORD)
            return break_off(worker, turn, err);
        if (record.kind == WIRE_DONE)
            return finish(worker, record, totals);
        if (record.kind == WIRE_ERROR) {
            worker->state = CLIENT_IDLE;
            return client_error(record, err);
        }
        if (record.kind != WIRE_BYTES)
            return break_off(worker, WIRE_NONSENSE, err);
        if (!hand_over(worker, record, err))
            return false;
    }
}
