#include "touchbase/wire/codec.h"

#include <stddef.h>

#include "slot.h"

enum { ORDER_MAX = 2 };

#define AT(member) offsetof(struct wire_request, member)
static const struct slot rows[] = {
    {.tag = WIRE_TAG_VERSION, .type = SLOT_TEXT, .offset = AT(version)},
    {.tag = WIRE_TAG_SOURCE, .type = SLOT_PATH, .offset = AT(source)},
    {.tag = WIRE_TAG_NAME, .type = SLOT_TEXT, .offset = AT(name)},
    {.tag = WIRE_TAG_ORDER, .type = SLOT_INT, .offset = AT(order), .most = ORDER_MAX},
    {.tag = WIRE_TAG_SKIP, .type = SLOT_INT64, .offset = AT(skip)},
    {.tag = WIRE_TAG_TOTAL, .type = SLOT_INT64, .offset = AT(total)},
    {.tag = WIRE_TAG_REMEMBER, .type = SLOT_BOOL, .offset = AT(remember)},
    {.tag = WIRE_TAG_COUNT, .type = SLOT_BOOL, .offset = AT(count)},
    {.tag = WIRE_TAG_TASKS, .type = SLOT_BOOL, .offset = AT(tasks)},
    {.tag = WIRE_TAG_SEVERAL, .type = SLOT_BOOL, .offset = AT(several)},
    {.tag = WIRE_TAG_SUBSCRIBED, .type = SLOT_BOOL, .offset = AT(subscribed)},
    {.tag = WIRE_TAG_EXPLAIN, .type = SLOT_BOOL, .offset = AT(explain)},
    {.tag = WIRE_TAG_CAREFUL, .type = SLOT_BOOL, .offset = AT(careful)},
    {.tag = WIRE_TAG_ID, .type = SLOT_TEXT, .offset = AT(id)},
    {.tag = WIRE_TAG_ETAG, .type = SLOT_TEXT, .offset = AT(etag)},
    {.tag = WIRE_TAG_USER, .type = SLOT_TEXT, .offset = AT(user)},
    {.tag = WIRE_TAG_COMMAND, .type = SLOT_TEXT, .offset = AT(command)},
    {.tag = WIRE_TAG_EARLIEST, .type = SLOT_INT64, .offset = AT(earliest)},
    {.tag = WIRE_TAG_START, .type = SLOT_DAY, .offset = AT(start)},
    {.tag = WIRE_TAG_AFTER, .type = SLOT_DAY, .offset = AT(after)},
};
#undef AT

static const struct slots slots = {rows, sizeof rows / sizeof rows[0]};

bool wire_put_request(struct buffer *out, enum wire_kind kind,
                      const struct wire_request *request)
{
    size_t begun = wire_begin(out, kind);
    slots_put(out, slots, request);
    return wire_end(out, begun);
}

bool wire_get_request(struct arena *arena, struct wire_record record,
                      struct wire_request *out)
{
    *out = (struct wire_request){0};
    return slots_get(arena, slots, record, out);
}
