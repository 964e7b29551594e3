#include "row_set.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"

enum { FIRST_SLOTS = 64, ROW_COST = 32 };

static size_t hash(int table, int64_t row)
{
    uint64_t h =
        (uint64_t)row * 0x9E3779B97F4A7C15u + (uint64_t)table * 0xC2B2AE3D27D4EB4Fu;
    return (size_t)(h ^ (h >> 29));
}

/* The slot where a row stands or would stand. */
static size_t find_slot(const struct row_set *set, int table, int64_t row)
{
    size_t mask = set->slot_count - 1;
    size_t slot = hash(table, row) & mask;
    while (set->slots[slot] != 0) {
        const struct row_entry *entry = &set->entries[set->slots[slot] - 1];
        if (entry->table == table && entry->row == row)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void grow_slots(struct row_set *set)
{
    set->slot_count = set->slot_count == 0 ? FIRST_SLOTS : set->slot_count * 2;
    free(set->slots);
    set->slots = memory_alloc(set->slot_count * sizeof *set->slots);
    memset(set->slots, 0, set->slot_count * sizeof *set->slots);
    for (size_t i = 0; i < set->count; i++) {
        size_t slot = find_slot(set, set->entries[i].table, set->entries[i].row);
        set->slots[slot] = (uint32_t)(i + 1);
    }
}

struct row_entry *row_set_entry(struct row_set *set, int table, int64_t row, bool *fresh)
{
    if ((set->count + 1) * 2 > set->slot_count)
        grow_slots(set);
    size_t slot = find_slot(set, table, row);
    *fresh = set->slots[slot] == 0;
    if (!*fresh)
        return &set->entries[set->slots[slot] - 1];
    if (set->count == set->capacity) {
        set->capacity = set->capacity == 0 ? FIRST_SLOTS : set->capacity * 2;
        set->entries = memory_resize(set->entries, set->capacity * sizeof *set->entries);
    }
    struct row_entry *entry = &set->entries[set->count++];
    *entry = (struct row_entry){.table = table, .row = row};
    set->slots[slot] = (uint32_t)set->count;
    set->bytes += ROW_COST;
    return entry;
}

void row_set_clear(struct row_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        buffer_free(&set->entries[i].before);
        buffer_free(&set->entries[i].after);
    }
    set->count = 0;
    set->bytes = 0;
    if (set->slot_count > 0)
        memset(set->slots, 0, set->slot_count * sizeof *set->slots);
}

void row_set_free(struct row_set *set)
{
    row_set_clear(set);
    free(set->entries);
    free(set->slots);
    *set = (struct row_set){0};
}
