#include "touchbase/wire/codec.h"

#include <string.h>

#include "slot.h"

enum tag { TAG_ORDER = 1, TAG_ORDER_FROM, TAG_ROW /* fields of its own; one for each */ };
enum { LINES_MAX = WIRE_RECORD_MAX };

static const struct slot trace_slots[] = {
    {.tag = TAG_ORDER, .type = SLOT_TEXT, .offset = offsetof(struct trace, order)},
    {.tag = TAG_ORDER_FROM,
     .type = SLOT_TEXT,
     .offset = offsetof(struct trace, order_from)},
};

#define AT(member) offsetof(struct trace_row, member)
static const struct slot row_slots[] = {
    {.tag = 1, .type = SLOT_INT, .offset = AT(topic), .most = TRACE_TOPIC_COUNT - 1},
    {.tag = 2, .type = SLOT_INT, .offset = AT(place), .most = EVIDENCE_HEADER},
    {.tag = 3, .type = SLOT_SIZE, .offset = AT(start)},
    {.tag = 4, .type = SLOT_SIZE, .offset = AT(length)},
    {.tag = 5, .type = SLOT_INT, .offset = AT(line), .most = LINES_MAX},
    {.tag = 6, .type = SLOT_INT, .offset = AT(last_line), .most = LINES_MAX},
    {.tag = 7, .type = SLOT_TEXT, .offset = AT(words)},
    {.tag = 8, .type = SLOT_TEXT, .offset = AT(by)},
    {.tag = 9, .type = SLOT_TEXT, .offset = AT(why)},
    {.tag = 10, .type = SLOT_INT, .offset = AT(field), .most = FIELD_COUNT - 1},
    {.tag = 11, .type = SLOT_TEXT, .offset = AT(role)},
    {.tag = 12, .type = SLOT_DAY, .offset = AT(first)},
    {.tag = 13, .type = SLOT_DAY, .offset = AT(last)},
    {.tag = 14, .type = SLOT_DAY, .offset = AT(other)},
    {.tag = 15, .type = SLOT_INT, .offset = AT(certainty), .most = 100},
};
#undef AT

#define SLOTS(rows) ((struct slots){rows, sizeof rows / sizeof rows[0]})

void wire_put_trace(struct buffer *out, const struct trace *trace)
{
    slots_put(out, SLOTS(trace_slots), trace);
    for (size_t i = 0; i < trace->row_count; i++) {
        size_t opened = wire_open_field(out, TAG_ROW);
        slots_put(out, SLOTS(row_slots), &trace->rows[i]);
        wire_close_field(out, opened);
    }
}

/* Do the words lie where they are said to? */
static bool lies_inside(const struct trace_row *row, const struct message *message)
{
    size_t whole = row->place == EVIDENCE_TEXT ? message->text_length
                   : row->place == EVIDENCE_SUBJECT && message->subject
                       ? strlen(message->subject)
                       : 0;
    return row->start <= whole && row->length <= whole - row->start;
}

/* What is shown of every row of a topic must be there. */
static bool is_whole(const struct trace_row *row)
{
    bool located = row->topic != TRACE_OPEN;
    return row->why && (!located || row->words) &&
           (row->topic != TRACE_DATE || row->role);
}

bool wire_get_trace(struct arena *arena, struct wire_record fields,
                    const struct message *message, struct trace *out)
{
    struct wire_field field;
    struct trace_row *rows = NULL;
    size_t count = 0, capacity = 0;
    bool broken = false;
    *out = (struct trace){0};
    while (wire_next_field(&fields, &field, &broken)) {
        struct wire_record inner = {.bytes = field.value, .length = field.length};
        struct trace_row row = {.first = DAY_NONE, .last = DAY_NONE, .other = DAY_NONE};
        enum slot_fit fit = slots_take(arena, SLOTS(trace_slots), &field, out);
        if (fit == SLOT_TAKEN)
            continue;
        if (fit == SLOT_BROKEN || field.tag != TAG_ROW ||
            !slots_get(arena, SLOTS(row_slots), inner, &row) || !is_whole(&row) ||
            !lies_inside(&row, message))
            return false;
        rows = arena_grow(arena, rows, count, count + 1, sizeof *rows, &capacity);
        rows[count++] = row;
    }
    out->rows = rows;
    out->row_count = count;
    return !broken && out->order_from;
}

void wire_put_read(struct buffer *out, const struct message *message,
                   const struct reading *reading, const struct trace *trace)
{
    size_t opened = wire_open_field(out, WIRE_TAG_MESSAGE);
    wire_put_message(out, message);
    wire_close_field(out, opened);
    opened = wire_open_field(out, WIRE_TAG_READING);
    wire_put_reading(out, reading);
    wire_close_field(out, opened);
    if (!trace)
        return;
    opened = wire_open_field(out, WIRE_TAG_TRACE);
    wire_put_trace(out, trace);
    wire_close_field(out, opened);
}
