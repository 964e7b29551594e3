/* The one question the worker asks back: which messages were read before. */
#include <string.h>

#include "touchbase/wire/link.h"

bool wire_ask_seen(struct wire_link *link, struct buffer *out, const uint64_t *keys,
                   size_t count, bool *seen)
{
    struct wire_record record;
    struct wire_field field;
    bool broken = false;
    size_t begun = wire_begin(out, WIRE_ASK);
    wire_add_bytes(out, WIRE_TAG_BYTES, keys, count * sizeof *keys);
    wire_end(out, begun);
    if (!wire_send(link, out, WIRE_NO_LIMIT) ||
        wire_receive(link, WIRE_NO_LIMIT, &record) != WIRE_RECORD ||
        record.kind != WIRE_SEEN || !wire_next_field(&record, &field, &broken) ||
        field.tag != WIRE_TAG_BYTES || field.length != count)
        return false;
    for (size_t i = 0; i < count; i++)
        seen[i] = field.value[i] != 0;
    return true;
}

const uint64_t *wire_get_keys(struct arena *arena, struct wire_record record,
                              size_t *count)
{
    struct wire_field field;
    bool broken = false;
    if (!wire_next_field(&record, &field, &broken) || field.tag != WIRE_TAG_BYTES ||
        field.length == 0 || field.length % sizeof(uint64_t) != 0)
        return NULL;
    *count = field.length / sizeof(uint64_t);
    uint64_t *keys = arena_array(arena, *count, sizeof *keys);
    memcpy(keys, field.value, field.length);
    return keys;
}

void wire_put_seen(struct buffer *out, const bool *seen, size_t count)
{
    size_t begun = wire_begin(out, WIRE_SEEN);
    wire_add_bytes(out, WIRE_TAG_BYTES, seen, count * sizeof *seen);
    wire_end(out, begun);
}
