#include "marks.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h" /* memory_grow */

/* Where an id stands, or would. */
static size_t place_of(const struct marks *marks, int64_t id)
{
    size_t low = 0, high = marks->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (marks->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool marks_has(const struct marks *marks, int64_t id)
{
    size_t at = place_of(marks, id);

    return at < marks->count && marks->ids[at] == id;
}

bool marks_add(struct marks *marks, int64_t id)
{
    size_t at = place_of(marks, id);

    if (at < marks->count && marks->ids[at] == id)
        return true;
    if (marks->count == MARKS_MAX)
        return false;
    if (marks->count == marks->capacity) {
        marks->capacity = marks->capacity == 0 ? 16 : marks->capacity * 2;
        marks->ids = memory_resize(marks->ids, marks->capacity * sizeof *marks->ids);
    }
    memmove(marks->ids + at + 1, marks->ids + at,
            (marks->count - at) * sizeof *marks->ids);
    marks->ids[at] = id;
    marks->count++;
    return true;
}

void marks_remove(struct marks *marks, int64_t id)
{
    size_t at = place_of(marks, id);

    if (at == marks->count || marks->ids[at] != id)
        return;
    marks->count--;
    memmove(marks->ids + at, marks->ids + at + 1,
            (marks->count - at) * sizeof *marks->ids);
}

void marks_clear(struct marks *marks)
{
    free(marks->ids);
    *marks = (struct marks){0};
}
