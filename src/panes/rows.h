/* A list whose rows never move under the cursor (design.md section 3): the order is the
 * one taken when the pane was opened. No copy of it is kept: of rows in sight that
 * changed since their old place is remembered, new ones are counted and left out, and the
 * rest is read by keys from the live index. */
#ifndef TOUCHBASE_SRC_PANES_ROWS_H
#define TOUCHBASE_SRC_PANES_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/window.h"
#include "touchbase/tui/list.h"

struct row {
    int64_t id;
    const void *key;    /* where it stands in the live list */
    const void *record; /* what show needs */
    bool gone;          /* it is still on the desk, but no longer in this list */
};

/* What a window is asked for, and where it puts its rows. */
struct rows_page {
    const void *from; /* a key; NULL: from the end the walk starts at */
    enum window_direction direction;
    size_t limit;
    struct arena *arena;
    struct row *rows; /* room for limit */
    size_t count;     /* of those found, 0 before */
};

struct rows_ops {
    int (*compare)(const void *a, const void *b);
    void *(*copy_key)(struct arena *arena, const void *key);
    int64_t (*key_id)(const void *key);
    /* At most limit rows beyond from, nearest first. */
    bool (*window)(void *context, struct rows_page *page, struct error *err);
    /* *found false when it is not on the desk any more. */
    bool (*by_id)(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err);
    /* Fills cells, styles, group of a row; its id and key are filled already. */
    void (*show)(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out);
    /* Is it one of those a limited list shows? */
    bool (*wants)(void *context, const struct row *row, struct arena *arena);
    bool narrowed; /* the window itself leaves out what a limit does not want */
};

/* Where a row stands, or stood. */
struct row_place {
    int64_t id;
    const void *key;
};

/* What was looked at in search of wanted rows: all between two places, which are keys
 * (from NULL: from the first row on; to NULL: nothing yet). */
struct rows_scan {
    struct arena *arena;
    const void *from;
    const void *to;
    bool over; /* there is nothing behind it */
    struct row_place *found;
    size_t count;
    size_t capacity;
};

struct rows {
    const struct rows_ops *ops;
    void *context;
    bool limited;  /* only rows that ops->wants; call rows_settle when it changes */
    bool searched; /* rows that changed are asked too: nothing is shown, but looked for */
    bool cut; /* backward, too few fit the limit and too many would have to be looked at
               */
    struct rows_scan scan; /* forward, where a limit is */
    size_t missing;        /* rows the last load wanted that are still to be found */
    struct arena *arena;   /* of what is remembered */
    struct row_place *pinned;
    size_t pinned_count;
    size_t pinned_capacity;
    int64_t *hidden;
    size_t hidden_count;
    size_t hidden_capacity;
};

/* The three on keys for lists whose keys are struct row_key. */
int row_key_order(const void *a, const void *b);
void *row_key_copy(struct arena *arena, const void *key);
int64_t row_key_id(const void *key);
#define ROW_KEY_OPS \
    .compare = row_key_order, .copy_key = row_key_copy, .key_id = row_key_id

/* For lists of two parts, one behind the other; each says itself what id a key has. */
struct part_key {
    bool second;
    struct row_key key;
};
int part_key_order(const void *a, const void *b);
void *part_key_copy(struct arena *arena, const void *key);
/* The page's key, where it is one of that part. */
const struct row_key *part_key_from(const struct rows_page *page, bool second);
/* Adds to a page the rows of one part beyond its key there, as far as its limit. */
typedef bool part_add(void *context, bool second, struct rows_page *page,
                      struct error *err);
/* A window of both: a key of the part that comes later in the walk leaves the other one
 * behind. */
bool part_window(void *context, struct rows_page *page, part_add *add, struct error *err);

void rows_open(struct rows *rows, const struct rows_ops *ops, void *context);
void rows_close(struct rows *rows);
/* The source for list_create; rows must outlive the list. */
struct list_source rows_source(struct rows *rows);
/* The desk changed: remembers the places of the rows in the list's window. Then call
 * list_load. */
bool rows_keep(struct rows *rows, struct list *list, struct error *err);
/* The order is taken anew. Then call list_load. */
void rows_settle(struct rows *rows);
/* The last load found fewer than it was asked for, and did not look at all: rows_look_on
 * finds more. */
bool rows_is_unfinished(const struct rows *rows);
/* Looks for the rows that are missing until stop says so, asked after a few rows each;
 * then load gives what was found. False and err when reading failed. */
bool rows_look_on(struct rows *rows, bool (*stop)(void *context), void *context,
                  struct error *err);
/* How many new ones are left out. */
size_t rows_new(const struct rows *rows);
/* The id of a list row, 0 for NULL. */
int64_t rows_id(const struct list_row *row);

#endif
