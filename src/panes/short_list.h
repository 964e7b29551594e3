/* A list short enough to be held whole: what was found, what waits, the last steps. */
#ifndef TOUCHBASE_SRC_PANES_SHORT_LIST_H
#define TOUCHBASE_SRC_PANES_SHORT_LIST_H

#include "touchbase/base/arena.h"
#include "touchbase/tui/list.h"

enum { SHORT_LIST_MAX = 500 };

struct short_list {
    struct arena
        *arenas[2]; /* of the rows, in turn: the list still looks at the old ones */
    int turn;
    struct list_row *rows;
    size_t count;
    struct list *list;
};

void short_list_open(struct short_list *list, const struct column *columns, size_t count);
void short_list_close(struct short_list *list);
/* Empties it and makes room for count rows (SHORT_LIST_MAX at most), to be filled by
 * number: id, cells, data. */
struct list_row *short_list_begin(struct short_list *list, size_t count);
/* Where their strings go; valid until the begin after the next. */
struct arena *short_list_arena(const struct short_list *list);
/* Shows the rows from the first on (fresh), or where the cursor stood. */
bool short_list_show(struct short_list *list, bool fresh, int lines, struct error *err);

#endif
