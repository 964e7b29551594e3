/* The answers to a reading: messages, one after the other. */
#include "client.h"
#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"

/* The fields of a record about one message; those it does not have stay NULL. */
struct answer {
    struct wire_field message, reading, trace;
    const char *source, *id, *words;
    int64_t collected, key, number, total;
};

static bool take_answer(struct arena *arena, struct wire_record record,
                        struct answer *out)
{
    struct wire_field field;
    bool broken = false;
    *out = (struct answer){.number = -1, .total = -1};
    while (wire_next_field(&record, &field, &broken)) {
        if (field.tag == WIRE_TAG_MESSAGE)
            out->message = field;
        else if (field.tag == WIRE_TAG_READING)
            out->reading = field;
        else if (field.tag == WIRE_TAG_TRACE)
            out->trace = field;
        else if (field.tag == WIRE_TAG_SOURCE)
            out->source = wire_get_string(arena, &field);
        else if (field.tag == WIRE_TAG_ID)
            out->id = wire_get_string(arena, &field);
        else if (field.tag == WIRE_TAG_WORDS)
            out->words = wire_get_string(arena, &field);
        else if (field.tag == WIRE_TAG_COLLECTED)
            broken |= !wire_number(&field, &out->collected);
        else if (field.tag == WIRE_TAG_KEY)
            broken |= !wire_number(&field, &out->key);
        else if (field.tag == WIRE_TAG_NUMBER)
            broken |= !wire_number(&field, &out->number);
        else if (field.tag == WIRE_TAG_TOTAL)
            broken |= !wire_number(&field, &out->total);
    }
    return !broken;
}

static struct wire_record nested(const struct wire_field *field)
{
    return (struct wire_record){.bytes = field->value, .length = field->length};
}

static bool take_trace(struct arena *arena, const struct answer *answer,
                       struct worker_item *out)
{
    struct trace *trace = arena_alloc(arena, sizeof *trace);
    if (!answer->trace.value)
        return true;
    out->trace = trace;
    return wire_get_trace(arena, nested(&answer->trace), &out->message, trace);
}

static bool take_message(struct worker *worker, struct arena *arena,
                         struct wire_record record, struct worker_item *out)
{
    struct answer answer;
    if (!take_answer(arena, record, &answer) || !answer.message.value ||
        !answer.reading.value ||
        !wire_get_message(arena, nested(&answer.message), &out->message) ||
        !wire_get_reading(arena, nested(&answer.reading), &out->message, &out->reading) ||
        !take_trace(arena, &answer, out))
        return false;
    out->kind = WORKER_MESSAGE;
    out->collected = answer.collected != 0;
    out->key = (uint64_t)answer.key;
    out->total = answer.total > 0 ? answer.total : 0;
    worker->reading.read++;
    return true;
}

static struct message named(const char *source, const char *id)
{
    return (struct message){.source = source,
                            .id = id,
                            .date_day = DAY_NONE,
                            .date_minute = MINUTE_NONE,
                            .text = ""};
}

static bool take_bad(struct worker *worker, struct arena *arena,
                     struct wire_record record, struct worker_item *out)
{
    struct answer answer;
    if (!take_answer(arena, record, &answer) || !answer.source || !answer.id ||
        !answer.words)
        return false;
    *out = (struct worker_item){.kind = WORKER_BAD,
                                .message = named(answer.source, answer.id),
                                .collected = answer.collected != 0,
                                .problem = answer.words};
    worker->reading.bad++;
    return true;
}

static bool take_at(struct worker *worker, struct arena *arena, struct wire_record record)
{
    struct client_reading *reading = &worker->reading;
    struct answer answer;
    if (!take_answer(arena, record, &answer) || !answer.source || !answer.id)
        return false;
    buffer_clear(&reading->at_source);
    buffer_clear(&reading->at_id);
    buffer_add_string(&reading->at_source, answer.source);
    buffer_add_string(&reading->at_id, answer.id);
    reading->at_collected = answer.collected != 0;
    reading->announced = true;
    reading->position = answer.number > 0 ? answer.number : reading->position + 1;
    return true;
}

static bool take_count(struct worker *worker, struct arena *arena,
                       struct wire_record record)
{
    struct answer answer;
    if (!take_answer(arena, record, &answer))
        return false;
    worker->reading.total = answer.total;
    return true;
}

enum step { STEP_GIVEN, STEP_ON, STEP_FAILED, STEP_NONSENSE };

/* The worker asks which messages were read before. */
static enum step answer_keys(struct worker *worker, struct arena *arena,
                             struct wire_record record, struct error *err)
{
    const struct worker_wishes *wishes = &worker->reading.wishes;
    size_t count;
    const uint64_t *keys = wire_get_keys(arena, record, &count);
    if (!keys || !wishes->seen)
        return STEP_NONSENSE;
    bool *seen = arena_array(arena, count, sizeof *seen);
    bool known = wishes->seen(wishes->context, keys, count, seen, err);
    if (known)
        wire_put_seen(&worker->out, seen, count);
    if (known && client_send(worker, err))
        return STEP_ON;
    client_stop(worker);
    worker->state = CLIENT_IDLE;
    return STEP_FAILED;
}

static bool take_end(struct worker *worker, struct arena *arena,
                     struct wire_record record, struct worker_item *out)
{
    struct answer answer;
    if (!take_answer(arena, record, &answer))
        return false;
    *out = (struct worker_item){.kind = WORKER_END,
                                .message = named("", ""),
                                .read = worker->reading.read,
                                .bad = worker->reading.bad};
    if (answer.total > out->read + out->bad)
        out->passed = answer.total - out->read - out->bad;
    worker->state = CLIENT_IDLE;
    return true;
}

/* The worker died over a message, or worse: that message is bad, the next call goes on
 * behind it. Without a message it is the reading that failed. */
static bool give_up_one(struct worker *worker, struct arena *arena, enum wire_turn turn,
                        struct worker_item *out, struct error *err)
{
    struct client_reading *reading = &worker->reading;
    client_stop(worker);
    if (!reading->announced) {
        worker->state = CLIENT_IDLE;
        return error_set(err, ERROR_FAILED,
                         "%s: the part of touchbase that reads mails %s",
                         buffer_string(&reading->source), client_words(turn));
    }
    const char *source = arena_string(arena, buffer_string(&reading->at_source));
    *out = (struct worker_item){
        .kind = WORKER_BAD,
        .message = named(source, arena_string(arena, buffer_string(&reading->at_id))),
        .collected = reading->at_collected,
        .problem = arena_format(arena, "%s: the part of touchbase that reads mails %s",
                                source, client_words(turn))};
    reading->bad++;
    reading->announced = false;
    reading->broken_off = true;
    return true;
}

/* Died over a message that it had not announced yet? What it had read but not sent is
 * lost with it. */
static bool died_unannounced(const struct worker *worker)
{
    return !worker->reading.announced && !worker->reading.careful;
}

/* Starts the worker behind what came from it, to announce each message from here on. */
static bool ask_with_care(struct worker *worker, struct error *err)
{
    client_stop(worker);
    worker->reading.careful = true;
    worker->reading.quiet_ms = -1;
    return client_begin(worker, err);
}

static enum step take_record(struct worker *worker, struct arena *arena,
                             struct wire_record record, struct worker_item *out,
                             struct error *err)
{
    bool given;
    switch (record.kind) {
    case WIRE_AT:
        return take_at(worker, arena, record) ? STEP_ON : STEP_NONSENSE;
    case WIRE_COUNT:
        return take_count(worker, arena, record) ? STEP_ON : STEP_NONSENSE;
    case WIRE_ASK:
        return answer_keys(worker, arena, record, err);
    case WIRE_MESSAGE:
        given = take_message(worker, arena, record, out);
        break;
    case WIRE_BAD:
        given = take_bad(worker, arena, record, out);
        break;
    case WIRE_DONE:
        return take_end(worker, arena, record, out) ? STEP_GIVEN : STEP_NONSENSE;
    case WIRE_ERROR:
        worker->state = CLIENT_IDLE;
        client_error(record, err);
        return STEP_FAILED;
    default:
        return STEP_NONSENSE;
    }
    if (given)
        worker->reading.announced = false;
    return given ? STEP_GIVEN : STEP_NONSENSE;
}

bool worker_read_next(struct worker *worker, struct arena *arena, struct worker_item *out,
                      struct error *err)
{
    struct client_reading *reading = &worker->reading;
    *out = (struct worker_item){.message = named("", "")};
    reading->quiet_ms = -1;
    if (reading->failed) {
        reading->failed = false;
        *err = reading->failure;
        return false;
    }
    if (worker->state != CLIENT_READING)
        return error_set(err, ERROR_FAILED, "nothing is being read");
    if (reading->silent) {
        reading->silent = false;
        return give_up_one(worker, arena, WIRE_SILENT, out, err);
    }
    if (reading->broken_off) {
        reading->broken_off = false;
        if (!client_begin(worker, err))
            return false;
    }
    for (;;) {
        struct wire_record record;
        enum wire_turn turn = wire_receive(&worker->link, worker->limit, &record);
        worker->used_ms = clock_ticks_ms();
        enum step step = turn == WIRE_RECORD
                             ? take_record(worker, arena, record, out, err)
                             : STEP_NONSENSE;
        if (step == STEP_GIVEN || step == STEP_FAILED)
            return step == STEP_GIVEN;
        if (step == STEP_ON)
            continue;
        if (!died_unannounced(worker))
            return give_up_one(worker, arena, turn == WIRE_RECORD ? WIRE_NONSENSE : turn,
                               out, err);
        if (!ask_with_care(worker, err))
            return false;
    }
}

/* Takes what is no answer yet: an announcement, a count, a question back. False when it
 * is an answer, or nothing that could be taken. */
static bool take_aside(struct worker *worker)
{
    struct client_reading *reading = &worker->reading;
    struct wire_record record = {0};
    struct arena *arena;
    enum step step = STEP_NONSENSE;
    if (!wire_peek(&worker->link, &record))
        return false;
    arena = arena_create();
    if (record.kind == WIRE_AT)
        step = take_at(worker, arena, record) ? STEP_ON : STEP_NONSENSE;
    else if (record.kind == WIRE_COUNT)
        step = take_count(worker, arena, record) ? STEP_ON : STEP_NONSENSE;
    else if (record.kind == WIRE_ASK)
        step = answer_keys(worker, arena, record, &reading->failure);
    arena_destroy(arena);
    reading->failed = step == STEP_FAILED;
    if (step != STEP_ON)
        return false;
    reading->quiet_ms = -1;
    wire_receive(&worker->link, 0, &record);
    return true;
}

/* Nothing came for the time limit though it was asked for. */
static bool was_silent(struct worker *worker)
{
    struct client_reading *reading = &worker->reading;
    size_t length = worker->link.incoming.length;
    int64_t now = clock_ticks_ms();
    if (reading->quiet_ms < 0 || reading->quiet_length != length) {
        reading->quiet_ms = now;
        reading->quiet_length = length;
    }
    reading->silent = now - reading->quiet_ms >= worker->limit;
    return reading->silent;
}

bool worker_read_ready(struct worker *worker)
{
    struct client_reading *reading = &worker->reading;
    if (worker->state != CLIENT_READING || reading->broken_off || reading->silent)
        return true;
    while (wire_ready(&worker->link)) {
        if (!take_aside(worker))
            return true;
    }
    if (!was_silent(worker))
        return false;
    if (!died_unannounced(worker))
        return true;
    reading->silent = false;
    reading->failed = !ask_with_care(worker, &reading->failure);
    return reading->failed;
}
