/* Which rows of a list are marked, by their ids: they survive another order, another
 * limit and another pane (keys.md). */
#ifndef TOUCHBASE_SRC_PANES_MARKS_H
#define TOUCHBASE_SRC_PANES_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One step for all marked stays small enough to be made at once. */
enum { MARKS_MAX = 10000 };

/* `struct marks m = {0};` is none; marks_clear ends it. */
struct marks {
    int64_t *ids; /* ascending */
    size_t count;
    size_t capacity;
};

bool marks_has(const struct marks *marks, int64_t id);
/* False when there are MARKS_MAX already; an id that is marked stays so. */
bool marks_add(struct marks *marks, int64_t id);
void marks_remove(struct marks *marks, int64_t id);
void marks_clear(struct marks *marks);

#endif
