#include "touchbase/wire/codec.h"

#include <stddef.h>

#include "slot.h"
#include "touchbase/model/collection.h"

#define AT(member) offsetof(struct wire_item, member)
static const struct slot rows[] = {
    {.tag = 1, .type = SLOT_INT, .offset = AT(result), .most = COLLECTION_GONE},
    {.tag = 2, .type = SLOT_TEXT, .offset = AT(etag)},
    {.tag = 3, .type = SLOT_BOOL, .offset = AT(understood)},
    {.tag = 4, .type = SLOT_TEXT, .offset = AT(entry.uid)},
    {.tag = 5, .type = SLOT_TEXT, .offset = AT(entry.title)},
    {.tag = 6, .type = SLOT_DAY, .offset = AT(entry.when.day)},
    {.tag = 7, .type = SLOT_MINUTE, .offset = AT(entry.when.minute)},
    {.tag = 8, .type = SLOT_BOOL, .offset = AT(entry.utc)},
    {.tag = 9, .type = SLOT_INT, .offset = AT(entry.state), .most = ENTRY_CANCELLED},
    {.tag = 10, .type = SLOT_INT64, .offset = AT(entry.done_utc)},
    {.tag = 11, .type = SLOT_INT32, .offset = AT(entry.sequence), .most = INT32_MAX},
    {.tag = 12, .type = SLOT_BOOL, .offset = AT(entry.repeats)},
};
#undef AT

static const struct slots slots = {rows, sizeof rows / sizeof rows[0]};

void wire_put_item(struct buffer *out, const struct wire_item *item)
{
    slots_put(out, slots, item);
}

bool wire_get_item(struct arena *arena, struct wire_record fields, struct wire_item *out)
{
    *out = (struct wire_item){.entry.when = {DAY_NONE, MINUTE_NONE}};
    return slots_get(arena, slots, fields, out) &&
           (!out->understood || out->entry.title != NULL);
}
