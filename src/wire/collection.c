#include "client.h"

#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

static bool send_request(struct worker *worker, enum wire_kind kind,
                         const struct wire_request *request, struct error *err)
{
    buffer_clear(&worker->out);
    if (!wire_put_request(&worker->out, kind, request))
        return error_set(err, ERROR_FAILED, "the name of an item is too long");
    return client_send(worker, err);
}

static bool ask(struct worker *worker, const struct worker_collection *collection,
                struct error *err)
{
    const struct wire_request request = {.version = TOUCHBASE_VERSION,
                                         .source = collection->place,
                                         .user = collection->user,
                                         .command = collection->command,
                                         .tasks = collection->tasks};

    return client_start(worker, err) &&
           send_request(worker, WIRE_COLLECTION, &request, err);
}

/* The next record, an error told as one; what is no answer ends the worker. */
static bool receive(struct worker *worker, struct wire_record *record, struct error *err)
{
    enum wire_turn turn = wire_receive(&worker->link, worker->limit, record);

    worker->used_ms = clock_ticks_ms();
    if (turn == WIRE_RECORD && record->kind != WIRE_ERROR)
        return true;
    if (turn == WIRE_RECORD)
        return client_error(*record, err);
    error_set(err, ERROR_FAILED, "the part of touchbase that keeps calendars %s",
              client_words(turn));
    client_stop(worker);
    return false;
}

static bool no_answer(struct worker *worker, struct error *err)
{
    error_set(err, ERROR_FAILED, "the part of touchbase that keeps calendars %s",
              client_words(WIRE_NONSENSE));
    client_stop(worker);
    return false;
}

bool worker_collection_open(struct worker *worker,
                            const struct worker_collection *collection,
                            struct arena *arena, struct collection_item **items,
                            size_t *count, struct error *err)
{
    struct error first;
    struct wire_record record;
    struct wire_request listed;
    size_t capacity = 0;

    *items = NULL;
    *count = 0;
    worker_cancel(worker);
    /* A worker that died since it was last used is started once more. */
    if (!ask(worker, collection, &first) && !ask(worker, collection, err))
        return false;
    for (;;) {
        if (!receive(worker, &record, err))
            return false;
        if (record.kind == WIRE_DONE)
            return true;
        if (record.kind != WIRE_LISTED || *count == COLLECTION_ITEMS_MAX ||
            !wire_get_request(arena, record, &listed) || listed.id == NULL ||
            listed.etag == NULL)
            return no_answer(worker, err);
        *items = arena_grow(arena, *items, *count, *count + 1, sizeof **items, &capacity);
        (*items)[(*count)++] = (struct collection_item){listed.id, listed.etag};
    }
}

static bool take_item(struct worker *worker, struct arena *arena, struct worker_kept *out,
                      struct error *err)
{
    struct wire_record record;
    struct wire_item item;

    if (!receive(worker, &record, err))
        return false;
    if (record.kind != WIRE_ITEM || !wire_get_item(arena, record, &item))
        return no_answer(worker, err);
    *out = (struct worker_kept){(enum collection_result)item.result, item.etag,
                                item.understood, item.entry};
    return true;
}

bool worker_collection_fetch(struct worker *worker, const char *href, struct arena *arena,
                             struct worker_kept *out, struct error *err)
{
    const struct wire_request request = {.id = href};

    return send_request(worker, WIRE_FETCH, &request, err) &&
           take_item(worker, arena, out, err);
}

bool worker_collection_put(struct worker *worker, const char *href, const char *etag,
                           const struct reminder *reminder, struct arena *arena,
                           struct worker_kept *out, struct error *err)
{
    const struct wire_request request = {.id = href, .etag = etag};
    size_t begun;

    buffer_clear(&worker->out);
    wire_put_request(&worker->out, WIRE_PUT, &request);
    begun = wire_begin(&worker->out, WIRE_REMINDER);
    wire_put_reminder(&worker->out, reminder);
    if (!wire_end(&worker->out, begun))
        return error_set(err, ERROR_FAILED, "a reminder is too long for a calendar");
    return client_send(worker, err) && take_item(worker, arena, out, err);
}

bool worker_collection_remove(struct worker *worker, const char *href, const char *etag,
                              struct arena *arena, struct worker_kept *out,
                              struct error *err)
{
    const struct wire_request request = {.id = href, .etag = etag};

    return send_request(worker, WIRE_REMOVE, &request, err) &&
           take_item(worker, arena, out, err);
}
