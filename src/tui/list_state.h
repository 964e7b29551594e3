/* The list from inside. */
#ifndef TOUCHBASE_TUI_LIST_STATE_H
#define TOUCHBASE_TUI_LIST_STATE_H

#include "list_window.h"

struct list {
    struct list_source source;
    struct column columns[COLUMNS_MAX];
    size_t column_count;
    struct list_window window;
    size_t top;    /* index of the first row shown */
    size_t cursor; /* index of the current row; 0 in an empty list */
    int lines;
    bool loaded;
    struct found_words *words; /* to be marked, NULL none */
};

/* Is a heading shown above the row when from is the first row shown? */
bool list_has_heading(const struct list *list, size_t from, size_t index);
/* How many rows to read at once. */
size_t list_batch(const struct list *list);
/* Moves top so that the cursor is seen and no line is left empty, reading what is
 * missing. */
bool list_settle(struct list *list, struct error *err);
/* A window around a key, its row (or the one that follows its place) as the current one,
 * offset rows below the top. */
bool list_place(struct list *list, const void *key, size_t offset, struct error *err);
/* Replaces the window. */
void list_take(struct list *list, struct list_window window);

#endif
