#include "touchbase/wire/codec.h"

#include <string.h>

#include "slot.h"

enum tag {
    TAG_SOURCE = 1,
    TAG_ID,
    TAG_JOTTED,
    TAG_MESSAGE_ID,
    TAG_HAS_DATE,
    TAG_DATE_UTC,
    TAG_DATE_DAY,
    TAG_DATE_MINUTE,
    TAG_SUBJECT,
    TAG_CONTENT_TYPE,
    TAG_HAS_CALENDAR,
    TAG_HAS_ATTACHED,
    TAG_TEXT,
    TAG_CUT,
    TAG_FROM, /* fields of its own: name, mail */
    TAG_REPLY_TO,
    TAG_SENDER,
    TAG_HEADER, /* fields of its own: name, value; one for each */
};

#define AT(member) offsetof(struct message, member)
static const struct slot message_rows[] = {
    {.tag = TAG_SOURCE, .type = SLOT_TEXT, .offset = AT(source)},
    {.tag = TAG_ID, .type = SLOT_TEXT, .offset = AT(id)},
    {.tag = TAG_JOTTED, .type = SLOT_BOOL, .offset = AT(jotted)},
    {.tag = TAG_MESSAGE_ID, .type = SLOT_TEXT, .offset = AT(message_id)},
    {.tag = TAG_HAS_DATE, .type = SLOT_BOOL, .offset = AT(has_date)},
    {.tag = TAG_DATE_UTC, .type = SLOT_INT64, .offset = AT(date_utc)},
    {.tag = TAG_DATE_DAY, .type = SLOT_DAY, .offset = AT(date_day)},
    {.tag = TAG_DATE_MINUTE, .type = SLOT_MINUTE, .offset = AT(date_minute)},
    {.tag = TAG_SUBJECT, .type = SLOT_TEXT, .offset = AT(subject)},
    {.tag = TAG_CONTENT_TYPE, .type = SLOT_TEXT, .offset = AT(content_type)},
    {.tag = TAG_HAS_CALENDAR, .type = SLOT_BOOL, .offset = AT(has_calendar)},
    {.tag = TAG_HAS_ATTACHED, .type = SLOT_BOOL, .offset = AT(has_attached)},
    {.tag = TAG_TEXT, .type = SLOT_TEXT, .offset = AT(text)},
    {.tag = TAG_CUT, .type = SLOT_BOOL, .offset = AT(cut)},
};
#undef AT

static const struct slot address_rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = offsetof(struct message_address, name)},
    {.tag = 2, .type = SLOT_TEXT, .offset = offsetof(struct message_address, mail)},
};

static const struct slot header_rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = offsetof(struct message_header, name)},
    {.tag = 2, .type = SLOT_TEXT, .offset = offsetof(struct message_header, value)},
};

#define SLOTS(rows) ((struct slots){rows, sizeof rows / sizeof rows[0]})

static void put_nested(struct buffer *out, uint8_t tag, struct slots slots,
                       const void *record)
{
    size_t opened = wire_open_field(out, tag);
    slots_put(out, slots, record);
    wire_close_field(out, opened);
}

void wire_put_message(struct buffer *out, const struct message *message)
{
    slots_put(out, SLOTS(message_rows), message);
    put_nested(out, TAG_FROM, SLOTS(address_rows), &message->from);
    put_nested(out, TAG_REPLY_TO, SLOTS(address_rows), &message->reply_to);
    put_nested(out, TAG_SENDER, SLOTS(address_rows), &message->sender);
    for (size_t i = 0; i < message->header_count; i++)
        put_nested(out, TAG_HEADER, SLOTS(header_rows), &message->headers[i]);
}

struct headers {
    struct message_header *items;
    size_t count, capacity;
};

static bool take_header(struct arena *arena, struct wire_record fields,
                        struct headers *headers)
{
    struct message_header header = {0};
    if (!slots_get(arena, SLOTS(header_rows), fields, &header) || !header.name ||
        !header.value)
        return false;
    headers->items = arena_grow(arena, headers->items, headers->count, headers->count + 1,
                                sizeof *headers->items, &headers->capacity);
    headers->items[headers->count++] = header;
    return true;
}

static bool take_nested(struct arena *arena, const struct wire_field *field,
                        struct message *out, struct headers *headers)
{
    struct wire_record fields = {.bytes = field->value, .length = field->length};
    switch (field->tag) {
    case TAG_FROM:
        return slots_get(arena, SLOTS(address_rows), fields, &out->from);
    case TAG_REPLY_TO:
        return slots_get(arena, SLOTS(address_rows), fields, &out->reply_to);
    case TAG_SENDER:
        return slots_get(arena, SLOTS(address_rows), fields, &out->sender);
    case TAG_HEADER:
        return take_header(arena, fields, headers);
    default:
        return false;
    }
}

/* What every message has. */
static bool is_complete(const struct message *message)
{
    return message->source && message->id && message->message_id && message->text &&
           message->has_date == (message->date_day != DAY_NONE);
}

bool wire_get_message(struct arena *arena, struct wire_record fields, struct message *out)
{
    struct wire_field field;
    struct headers headers = {0};
    bool broken = false;
    *out = (struct message){.date_day = DAY_NONE, .date_minute = MINUTE_NONE};
    while (wire_next_field(&fields, &field, &broken)) {
        enum slot_fit fit = slots_take(arena, SLOTS(message_rows), &field, out);
        if (fit == SLOT_UNKNOWN && take_nested(arena, &field, out, &headers))
            fit = SLOT_TAKEN;
        if (fit != SLOT_TAKEN)
            return false;
    }
    if (broken || !is_complete(out))
        return false;
    out->text_length = strlen(out->text);
    out->headers = headers.items;
    out->header_count = headers.count;
    return true;
}
