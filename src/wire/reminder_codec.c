#include "touchbase/wire/codec.h"

#include <stddef.h>

#include "slot.h"

enum { ALARM_MINUTES_MAX = 60 * 24 * 366 };

#define AT(member) offsetof(struct reminder, member)
static const struct slot rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = AT(uid)},
    {.tag = 2, .type = SLOT_INT32, .offset = AT(sequence), .most = INT32_MAX},
    {.tag = 3, .type = SLOT_INT64, .offset = AT(created_utc)},
    {.tag = 4, .type = SLOT_INT64, .offset = AT(changed_utc)},
    {.tag = 5, .type = SLOT_TEXT, .offset = AT(title)},
    {.tag = 6, .type = SLOT_TEXT, .offset = AT(description)},
    {.tag = 7, .type = SLOT_TEXT, .offset = AT(link)},
    {.tag = 8, .type = SLOT_DAY, .offset = AT(due) + offsetof(struct wall, day)},
    {.tag = 9, .type = SLOT_MINUTE, .offset = AT(due) + offsetof(struct wall, minute)},
    {.tag = 10, .type = SLOT_TEXT, .offset = AT(zone)},
    {.tag = 11, .type = SLOT_INT64, .offset = AT(due_utc)},
    {.tag = 12,
     .type = SLOT_INT,
     .offset = AT(alarm_minutes),
     .least = -ALARM_MINUTES_MAX,
     .most = ALARM_MINUTES_MAX},
    {.tag = 13, .type = SLOT_BOOL, .offset = AT(busy)},
};
#undef AT

static const struct slots slots = {rows, sizeof rows / sizeof rows[0]};

void wire_put_reminder(struct buffer *out, const struct reminder *reminder)
{
    slots_put(out, slots, reminder);
}

bool wire_get_reminder(struct arena *arena, struct wire_record fields,
                       struct reminder *out)
{
    *out = (struct reminder){.due = {.day = DAY_NONE, .minute = MINUTE_NONE}};
    return slots_get(arena, slots, fields, out) && out->uid && out->title &&
           out->due.day != DAY_NONE;
}
