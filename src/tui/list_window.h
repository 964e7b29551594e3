/* The rows of a list that are in memory: chunks as the source gave them, each with its
 * arena, seen as one array. */
#ifndef TOUCHBASE_TUI_LIST_WINDOW_H
#define TOUCHBASE_TUI_LIST_WINDOW_H

#include "touchbase/tui/list.h"

struct list_chunk {
    struct arena *arena;
    struct list_row *rows;
    size_t count;
};

enum { LIST_CHUNKS_MAX = 16 };

struct list_window {
    struct list_chunk chunks[LIST_CHUNKS_MAX];
    size_t chunk_count;
    size_t count; /* rows in all */
    bool first;   /* row 0 is the first of the list, as far as is known */
    bool last;    /* the last row is the last of the list */
};

void window_free(struct list_window *window);
struct list_row *window_row(const struct list_window *window, size_t index);
/* The index of a row by id; count when it is not there. */
size_t window_find(const struct list_window *window, const char *id);

/* Fills an empty window from a place on. */
bool window_start(struct list_window *window, const struct list_source *source,
                  enum list_from from, const void *key, size_t count, struct error *err);
/* Reads on behind the last row, or before the first, of a window that has rows;
 * *added gets the rows that came. A full window reads nothing. */
bool window_extend(struct list_window *window, const struct list_source *source,
                   bool before, size_t count, struct error *err, size_t *added);
/* Gives up whole chunks that end before row index keep; returns the rows given up. */
size_t window_trim_front(struct list_window *window, size_t keep);
/* Gives up whole chunks that begin behind row index keep. */
void window_trim_back(struct list_window *window, size_t keep);

#endif
