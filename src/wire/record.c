#include "touchbase/wire/record.h"

#include <string.h>

enum { LENGTH_SIZE = 4, NUMBER_SIZE = 8 };

static void put_length(char *at, size_t length)
{
    for (int i = 0; i < LENGTH_SIZE; i++)
        at[i] = (char)((length >> (8 * i)) & 0xFF);
}

static size_t get_length(const char *at)
{
    size_t length = 0;
    for (int i = LENGTH_SIZE - 1; i >= 0; i--)
        length = length << 8 | (unsigned char)at[i];
    return length;
}

/* Room for a length that is known later; returns where it stands. */
static size_t open_length(struct buffer *out)
{
    size_t at = out->length;
    buffer_add(out, "\0\0\0\0", LENGTH_SIZE);
    return at;
}

static void close_length(struct buffer *out, size_t at)
{
    put_length(out->data + at, out->length - at - LENGTH_SIZE);
}

size_t wire_begin(struct buffer *out, enum wire_kind kind)
{
    size_t begun = open_length(out);
    buffer_add_char(out, (char)kind);
    return begun;
}

bool wire_end(struct buffer *out, size_t begun)
{
    if (out->length - begun - LENGTH_SIZE > WIRE_RECORD_MAX) {
        buffer_remove(out, begun, out->length - begun);
        return false;
    }
    close_length(out, begun);
    return true;
}

void wire_add_bytes(struct buffer *out, uint8_t tag, const void *bytes, size_t length)
{
    size_t opened = wire_open_field(out, tag);
    buffer_add(out, bytes, length);
    wire_close_field(out, opened);
}

void wire_add_string(struct buffer *out, uint8_t tag, const char *text)
{
    if (text)
        wire_add_bytes(out, tag, text, strlen(text));
}

void wire_add_number(struct buffer *out, uint8_t tag, int64_t number)
{
    char bytes[NUMBER_SIZE];
    for (int i = 0; i < NUMBER_SIZE; i++)
        bytes[i] = (char)(((uint64_t)number >> (8 * i)) & 0xFF);
    wire_add_bytes(out, tag, bytes, sizeof bytes);
}

size_t wire_open_field(struct buffer *out, uint8_t tag)
{
    buffer_add_char(out, (char)tag);
    return open_length(out);
}

void wire_close_field(struct buffer *out, size_t opened)
{
    close_length(out, opened);
}

enum wire_fit wire_parse(const char *bytes, size_t length, struct wire_record *out,
                         size_t *used)
{
    if (length < LENGTH_SIZE)
        return WIRE_PART;
    size_t whole = get_length(bytes);
    if (whole < 1 || whole > WIRE_RECORD_MAX)
        return WIRE_BROKEN;
    if (length < LENGTH_SIZE + 1)
        return WIRE_PART;
    int kind = (unsigned char)bytes[LENGTH_SIZE];
    if (kind < WIRE_READ_PATH || kind >= WIRE_KIND_END)
        return WIRE_BROKEN;
    if (length - LENGTH_SIZE < whole)
        return WIRE_PART;
    *out = (struct wire_record){.kind = (enum wire_kind)kind,
                                .bytes = bytes + LENGTH_SIZE + 1,
                                .length = whole - 1};
    *used = LENGTH_SIZE + whole;
    return WIRE_WHOLE;
}

bool wire_next_field(struct wire_record *fields, struct wire_field *out, bool *broken)
{
    enum { HEAD = 1 + LENGTH_SIZE };
    if (fields->length == 0)
        return false;
    size_t length = fields->length >= HEAD ? get_length(fields->bytes + 1) : 0;
    if (fields->length < HEAD || length > fields->length - HEAD) {
        *broken = true;
        return false;
    }
    *out = (struct wire_field){.tag = (uint8_t)fields->bytes[0],
                               .value = fields->bytes + HEAD,
                               .length = length};
    fields->bytes += HEAD + length;
    fields->length -= HEAD + length;
    return true;
}

bool wire_number(const struct wire_field *field, int64_t *number)
{
    if (field->length != NUMBER_SIZE)
        return false;
    uint64_t bits = 0;
    for (int i = NUMBER_SIZE - 1; i >= 0; i--)
        bits = bits << 8 | (unsigned char)field->value[i];
    memcpy(number, &bits, sizeof *number);
    return true;
}
