#include "slot.h"

#include <string.h>

#include "touchbase/base/day.h"
#include "touchbase/base/text.h"
#include "touchbase/wire/codec.h"

enum { MINUTES_A_DAY = 1440 };

char *wire_get_string(struct arena *arena, const struct wire_field *field)
{
    if (memchr(field->value, '\0', field->length) != NULL ||
        !text_is_utf8(field->value, field->length))
        return NULL;
    return arena_copy(arena, field->value, field->length);
}

/* A member's value as a number. */
static int64_t number_of(const struct slot *slot, const char *member)
{
    int small;
    int32_t middle;
    int64_t large;
    size_t size;
    switch (slot->type) {
    case SLOT_BOOL:
        return *member != 0;
    case SLOT_INT:
    case SLOT_MINUTE:
        memcpy(&small, member, sizeof small);
        return small;
    case SLOT_INT32:
    case SLOT_DAY:
        memcpy(&middle, member, sizeof middle);
        return middle;
    case SLOT_SIZE:
        memcpy(&size, member, sizeof size);
        return (int64_t)size;
    case SLOT_INT64:
    case SLOT_TEXT:
    case SLOT_PATH:
        break;
    }
    memcpy(&large, member, sizeof large);
    return large;
}

static void store_number(const struct slot *slot, char *member, int64_t number)
{
    int small = (int)number;
    int32_t middle = (int32_t)number;
    size_t size = (size_t)number;
    bool truth = number != 0;
    switch (slot->type) {
    case SLOT_BOOL:
        memcpy(member, &truth, sizeof truth);
        break;
    case SLOT_INT:
    case SLOT_MINUTE:
        memcpy(member, &small, sizeof small);
        break;
    case SLOT_INT32:
    case SLOT_DAY:
        memcpy(member, &middle, sizeof middle);
        break;
    case SLOT_SIZE:
        memcpy(member, &size, sizeof size);
        break;
    case SLOT_INT64:
    case SLOT_TEXT:
    case SLOT_PATH:
        memcpy(member, &number, sizeof number);
        break;
    }
}

static bool in_range(const struct slot *slot, int64_t number)
{
    switch (slot->type) {
    case SLOT_BOOL:
        return number == 0 || number == 1;
    case SLOT_INT:
    case SLOT_INT32:
        return number >= slot->least && number <= slot->most;
    case SLOT_MINUTE:
        return number == MINUTE_NONE || (number >= 0 && number < MINUTES_A_DAY);
    case SLOT_DAY:
        return number == DAY_NONE ||
               (number >= day_of(1, 1, 1) && number <= day_of(9999, 12, 31));
    case SLOT_SIZE:
        return number >= 0 && number <= WIRE_RECORD_MAX;
    case SLOT_INT64:
    case SLOT_TEXT:
    case SLOT_PATH:
        break;
    }
    return true;
}

static bool is_text(const struct slot *slot)
{
    return slot->type == SLOT_TEXT || slot->type == SLOT_PATH;
}

void slots_put(struct buffer *out, struct slots slots, const void *record)
{
    for (size_t i = 0; i < slots.count; i++) {
        const struct slot *slot = &slots.rows[i];
        const char *member = (const char *)record + slot->offset;
        if (is_text(slot)) {
            const char *text;
            memcpy(&text, member, sizeof text);
            wire_add_string(out, slot->tag, text);
        } else {
            wire_add_number(out, slot->tag, number_of(slot, member));
        }
    }
}

static bool take(struct arena *arena, const struct slot *slot,
                 const struct wire_field *field, char *member)
{
    if (is_text(slot)) {
        const char *text = slot->type == SLOT_PATH
                               ? arena_copy(arena, field->value, field->length)
                               : wire_get_string(arena, field);
        memcpy(member, &text, sizeof text);
        return text != NULL;
    }
    int64_t number;
    if (!wire_number(field, &number) || !in_range(slot, number))
        return false;
    store_number(slot, member, number);
    return true;
}

enum slot_fit slots_take(struct arena *arena, struct slots slots,
                         const struct wire_field *field, void *record)
{
    for (size_t i = 0; i < slots.count; i++) {
        const struct slot *slot = &slots.rows[i];
        if (slot->tag == field->tag)
            return take(arena, slot, field, (char *)record + slot->offset) ? SLOT_TAKEN
                                                                           : SLOT_BROKEN;
    }
    return SLOT_UNKNOWN;
}

bool slots_get(struct arena *arena, struct slots slots, struct wire_record fields,
               void *record)
{
    struct wire_field field;
    bool broken = false;
    while (wire_next_field(&fields, &field, &broken))
        if (slots_take(arena, slots, &field, record) != SLOT_TAKEN)
            return false;
    return !broken;
}
