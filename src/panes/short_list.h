/* A list short enough to be held whole: what was found, what waits, what today has. A
 * sheet that is one has it first in its state, for the functions of its pane below. */
#ifndef TOUCHBASE_SRC_PANES_SHORT_LIST_H
#define TOUCHBASE_SRC_PANES_SHORT_LIST_H

#include "picked.h"
#include "touchbase/base/arena.h"
#include "touchbase/tui/list.h"
#include "touchbase/tui/pane.h"

enum { SHORT_LIST_MAX = 500 };

struct short_list {
    struct shared *shared;
    struct picked picked;
    struct arena
        *arenas[2]; /* of the rows, in turn: the list still looks at the old ones */
    int turn;
    struct list_row *rows;
    size_t count;
    struct list *list;
    bool shown; /* it was, at least once */
};

void short_list_open(struct short_list *list, struct shared *shared, enum list_kind kind);
void short_list_close(struct short_list *list);
/* Empties it and makes room for count rows (SHORT_LIST_MAX at most), to be filled by
 * number: id, a cell for each column of the kind, data. */
struct list_row *short_list_begin(struct short_list *list, size_t count);
/* Where their strings go; valid until the begin after the next. */
struct arena *short_list_arena(const struct short_list *list);
/* Shows the rows from the first on (fresh, or never shown before), or where the cursor
 * stood. */
bool short_list_show(struct short_list *list, bool fresh, int lines, struct error *err);
/* Makes the row under the cursor the current one, as far as it is of somebody; true when
 * it is. */
bool short_list_follow(const struct short_list *list);

/* Of a pane whose state begins with it. act moves the cursor and follows it. */
void short_list_close_pane(struct pane *pane);
unsigned short_list_act(struct pane *pane, const struct pane_call *call,
                        struct error *err);
struct list *short_list_of(struct pane *pane, struct rect *where);

#endif
