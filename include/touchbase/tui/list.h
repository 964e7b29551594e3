/* A list over rows it never holds all of: it keeps a window around what is seen and asks
 * its source for more by key. The cursor belongs to a row, not to a line: after a reload
 * it stands on the same row, wherever that went. */
#ifndef TOUCHBASE_TUI_LIST_H
#define TOUCHBASE_TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"
#include "touchbase/tui/columns.h"
#include "touchbase/tui/pane.h"

/* One row. All strings live in the arena the source was given. */
struct list_row {
    const char *id;    /* who it is: never changes, unique */
    const void *key;   /* where it stands: what the source needs to read on from here */
    const char *group; /* heading above the first row of each group, NULL: none */
    const char *const *cells; /* one text a column of the list, NULL: empty */
    const enum style *styles; /* one a column, NULL: all STYLE_NORMAL */
    bool dimmed;              /* finished, or at rest */
    bool marked;
    void *data; /* the source's own, in the same arena; may be NULL */
};

/* Which rows: from the key on with it (or, when it is gone, with what follows its place),
 * after it, before it (the rows next to it, still in list order); first and last need no
 * key. */
enum list_from { LIST_FIRST, LIST_LAST, LIST_AT, LIST_AFTER, LIST_BEFORE };

struct list_source {
    void *context;
    /* Reads up to count rows (LIST_BATCH_LEAST to LIST_BATCH_MAX; a row more than it has
     * lines when a list begins) in list order into rows; *found says
     * how many, fewer than count only where the list ends. False and err when it could
     * not. */
    bool (*load)(void *context, enum list_from from, const void *key, size_t count,
                 struct arena *arena, struct list_row *rows, size_t *found,
                 struct error *err);
    /* The key of a row by its id, in the arena; NULL when it is no longer in the list.
     * May be NULL: a row that is not in the window any more counts as gone. */
    const void *(*locate)(void *context, const char *id, struct arena *arena);
    /* The key of the next row, after key or (backward) before it, that a search meant;
     * NULL: none. May be NULL. */
    const void *(*find)(void *context, const void *key, bool backward,
                        struct arena *arena);
};

enum { LIST_BATCH_LEAST = 8, LIST_BATCH_MAX = 512 };

struct list;

/* The source and the columns are copied; strings and context they point to must outlive
 * the list. */
struct list *list_create(const struct list_source *source, const struct column *columns,
                         size_t column_count);
/* Other columns from the next load on, which gives the cells for them. */
void list_set_columns(struct list *list, const struct column *columns,
                      size_t column_count);
void list_destroy(struct list *list); /* NULL is allowed */

/* Says how many lines it has to show rows in; loads nothing. */
void list_resize(struct list *list, int lines);
/* Reads the window again around where it stands (the first time: from the first row).
 * When its row is gone the cursor goes to the one that followed it, else the one before.
 * False and err: the old window stays. */
bool list_load(struct list *list, struct error *err);
/* Back to the first row, and reads (^L, another limit, another order). */
bool list_load_first(struct list *list, struct error *err);
/* Moves the cursor to a row by id; false when the source cannot locate it (err left
 * alone) or on an error (err->text filled). */
bool list_go(struct list *list, const char *id, struct error *err);

/* Does one of the moves of action.h (ACTION_DOWN to ACTION_FIND_PREVIOUS), count 0
 * meaning none given. PANE_REPAINT when the cursor moved, PANE_HANDLED when it was a
 * move, 0 when the action is none of these. With PANE_FAILED err is filled. */
unsigned list_act(struct list *list, int action, int count, struct error *err);

/* How many rows the row drawn on a line lies behind the cursor's (less than 0: before);
 * false for a heading, and where there is no row. */
bool list_rows_to(const struct list *list, int line, int *rows);
/* Shows rows further down (less than 0: up) as far as the list goes. The cursor stays on
 * its row, or goes with the edge that pushes it. False and err as in list_load. */
bool list_scroll(struct list *list, int rows, struct error *err);

/* The row under the cursor, NULL in an empty list; valid until the next load or move. */
const struct list_row *list_current(const struct list *list);
/* Rows in the window (what was read), for a redraw hook or a range of marks: 0 to
 * list_window_count - 1. */
size_t list_window_count(const struct list *list);
struct list_row *list_window_row(struct list *list, size_t index);
/* Is the first, the last row of all among those shown? */
bool list_at_first(const struct list *list);
bool list_at_last(const struct list *list);

/* Words (any writing) whose beginnings are marked in the cells from now on; copied, none
 * takes them away. */
void list_mark_words(struct list *list, const char *const *words, size_t count);

/* Draws the rows, a heading above each group and on top, the cursor row marked as focus
 * says; empty, unless NULL, is said in a list without rows. */
void list_draw(const struct list *list, struct area area, bool focus, const char *empty);

#endif
