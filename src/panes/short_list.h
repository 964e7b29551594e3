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
    /* Reads those behind the rows that are held (short_list_grow) and sets itself to
     * NULL; called when the list comes to them. NULL: it is held whole. */
    bool (*read_on)(struct short_list *list, struct error *err);
};

/* Of a pane whose state begins with one: its pane_ops.of, and their operations but load,
 * title and act, for a table of them. */
struct short_list_of {
    enum list_kind kind;
    const char *empty; /* a hint (shared_hint) where there are no rows */
};
#define SHORT_LIST_OPS                                            \
    .open = short_list_open_pane, .close = short_list_close_pane, \
    .draw = short_list_draw, .list = short_list_list

void short_list_open(struct short_list *list, struct shared *shared, enum list_kind kind);
void short_list_close(struct short_list *list);
/* Empties it and makes room for count rows (SHORT_LIST_MAX at most), to be filled by
 * number: id, a cell for each column of the kind, data. */
struct list_row *short_list_begin(struct short_list *list, size_t count);
/* Makes room for count rows in all: those held stay in front, and count is theirs until
 * the caller has filled more behind them. */
struct list_row *short_list_grow(struct short_list *list, size_t count);
/* Where their strings go; valid until the begin after the next. */
struct arena *short_list_arena(const struct short_list *list);
/* Shows the rows from the first on (fresh, or never shown before), or where the cursor
 * stood. */
bool short_list_show(struct short_list *list, bool fresh, int lines, struct error *err);
/* Makes the row under the cursor the current one, as far as it is of somebody; true when
 * it is. */
bool short_list_follow(const struct short_list *list);

bool short_list_open_pane(struct pane *pane, void *setup, struct error *err);
void short_list_close_pane(struct pane *pane);
void short_list_draw(const struct pane *pane, struct area area);
/* Moves the cursor and follows it. */
unsigned short_list_act(struct pane *pane, const struct pane_call *call,
                        struct error *err);
struct list *short_list_list(struct pane *pane, struct rect *where);

#endif
