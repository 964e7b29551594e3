#include "client.h"

#include <stdlib.h>

#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

struct worker *worker_create(void)
{
    struct worker *worker = memory_alloc(sizeof *worker);
    *worker = (struct worker){.limit = WORKER_LIMIT_MS, .process = {.in = -1, .out = -1}};
    wire_link_open(&worker->link, -1, -1);
    return worker;
}

struct worker *worker_create_like(const struct worker *worker)
{
    struct worker *other = worker_create();

    other->limit = worker->limit;
    if (worker->program)
        other->program = memory_string(worker->program);
    return other;
}

void worker_destroy(struct worker *worker)
{
    if (!worker)
        return;
    client_stop(worker);
    buffer_free(&worker->out);
    buffer_free(&worker->reading.source);
    buffer_free(&worker->reading.held);
    buffer_free(&worker->reading.at_source);
    buffer_free(&worker->reading.at_id);
    free(worker->program);
    free(worker);
}

void worker_set_program(struct worker *worker, const char *path)
{
    free(worker->program);
    worker->program = memory_string(path);
}

void worker_set_limit(struct worker *worker, int milliseconds)
{
    worker->limit = milliseconds;
}

int64_t worker_deadline(const struct worker *worker)
{
    if (worker->process.id == 0 || worker->state != CLIENT_IDLE)
        return -1;
    return worker->used_ms + WORKER_IDLE_MS;
}

void worker_idle(struct worker *worker, int64_t now_ms)
{
    int64_t deadline = worker_deadline(worker);
    if (deadline >= 0 && now_ms >= deadline)
        client_stop(worker);
}

int worker_fd(const struct worker *worker)
{
    return worker->process.id == 0 ? -1 : worker->process.in;
}

void worker_cancel(struct worker *worker)
{
    if (worker->state != CLIENT_IDLE)
        client_stop(worker);
    worker->state = CLIENT_IDLE;
}

static bool find_program(struct worker *worker, struct error *err)
{
    if (worker->program)
        return true;
    struct arena *arena = arena_create();
    const char *path = process_find(arena, err);
    if (path)
        worker->program = memory_string(path);
    arena_destroy(arena);
    return path != NULL;
}

bool client_start(struct worker *worker, struct error *err)
{
    worker->used_ms = clock_ticks_ms();
    if (worker->process.id != 0)
        return true;
    if (!find_program(worker, err) ||
        !process_start(&worker->process, worker->program, err))
        return false;
    wire_link_open(&worker->link, worker->process.in, worker->process.out);
    return true;
}

void client_stop(struct worker *worker)
{
    process_stop(&worker->process);
    wire_link_free(&worker->link);
}

bool client_send(struct worker *worker, struct error *err)
{
    worker->used_ms = clock_ticks_ms();
    if (wire_send(&worker->link, &worker->out, worker->limit))
        return true;
    client_stop(worker);
    return error_set(
        err, ERROR_FAILED,
        "the part of touchbase that reads mails and writes calendars stopped; "
        "try again");
}

bool client_error(struct wire_record record, struct error *err)
{
    struct arena *arena = arena_create();
    struct wire_field field;
    bool broken = false;
    const char *words = NULL;
    int64_t code = ERROR_FAILED;
    while (wire_next_field(&record, &field, &broken)) {
        if (field.tag == WIRE_TAG_WORDS)
            words = wire_get_string(arena, &field);
        else if (field.tag == WIRE_TAG_CODE)
            wire_number(&field, &code);
    }
    if (code < ERROR_FAILED || code > ERROR_AMBIGUOUS)
        code = ERROR_FAILED;
    error_set(err, (enum error_code)code, "%s", words ? words : "it failed");
    arena_destroy(arena);
    return false;
}

const char *client_words(enum wire_turn turn)
{
    switch (turn) {
    case WIRE_SILENT:
        return "took too long and was stopped";
    case WIRE_CLOSED:
        return "stopped unexpectedly";
    case WIRE_NONSENSE:
    case WIRE_RECORD:
        break;
    }
    return "answered with nonsense and was stopped";
}
