#include "touchbase/tui/list.h"

#include <stdlib.h>
#include <string.h>

#include "found_words.h"
#include "list_state.h"

enum { HEADING_LINES = 3 };

struct list *list_create(const struct list_source *source, const struct column *columns,
                         size_t column_count)
{
    struct list *list = memory_alloc(sizeof *list);

    *list = (struct list){.source = *source};
    list_set_columns(list, columns, column_count);
    return list;
}

void list_set_columns(struct list *list, const struct column *columns,
                      size_t column_count)
{
    list->column_count = column_count < COLUMNS_MAX ? column_count : COLUMNS_MAX;
    memcpy(list->columns, columns, list->column_count * sizeof *columns);
}

void list_destroy(struct list *list)
{
    if (list == NULL)
        return;
    window_free(&list->window);
    found_words_destroy(list->words);
    free(list);
}

void list_mark_words(struct list *list, const char *const *words, size_t count)
{
    found_words_destroy(list->words);
    list->words = found_words_create(words, count);
}

void list_resize(struct list *list, int lines)
{
    list->lines = lines > 0 ? lines : 0;
}

/* As many as are seen: each row read beyond them is one more that the first screen waits
 * for. */
size_t list_batch(const struct list *list)
{
    size_t want = (size_t)list->lines + 1;

    return want < LIST_BATCH_LEAST ? LIST_BATCH_LEAST
           : want < LIST_BATCH_MAX ? want
                                   : LIST_BATCH_MAX;
}

void list_take(struct list *list, struct list_window window)
{
    window_free(&list->window);
    list->window = window;
    list->top = list->cursor = 0;
    list->loaded = true;
}

bool list_has_heading(const struct list *list, size_t from, size_t index)
{
    const char *group = window_row(&list->window, index)->group;
    const char *above;

    if (group == NULL || list->lines < HEADING_LINES)
        return false;
    if (index == from)
        return true;
    above = window_row(&list->window, index - 1)->group;
    return above == NULL || strcmp(above, group) != 0;
}

/* Lines that the rows from one to another (included) take. */
static int lines_of(const struct list *list, size_t from, size_t to)
{
    int lines = 0;

    for (size_t i = from; i <= to && lines <= list->lines; i++)
        lines += list_has_heading(list, from, i) ? 2 : 1;
    return lines;
}

/* The first row that can be shown together with row to. */
static size_t highest_top(const struct list *list, size_t to)
{
    size_t top = to;

    while (top > 0 && lines_of(list, top - 1, to) <= list->lines)
        top--;
    return top;
}

static bool extend(struct list *list, bool before, struct error *err, size_t *added)
{
    if (!window_extend(&list->window, &list->source, before, list_batch(list), err,
                       added))
        return false;
    if (before) {
        list->top += *added;
        list->cursor += *added;
    }
    return true;
}

/* Room for another chunk: rows more than a batch away from what is shown go. */
static void trim(struct list *list)
{
    size_t batch = list_batch(list), gone;

    if (list->window.chunk_count < LIST_CHUNKS_MAX / 2)
        return;
    gone = window_trim_front(&list->window, list->top > batch ? list->top - batch : 0);
    list->top -= gone;
    list->cursor -= gone;
    window_trim_back(&list->window, list->top + 2 * batch);
}

/* Reads on until the lines below top are filled or the list ends. */
static bool fill_below(struct list *list, struct error *err)
{
    size_t added = 1;

    while (added > 0 && !list->window.last &&
           lines_of(list, list->top, list->window.count - 1) < list->lines) {
        if (!extend(list, false, err, &added))
            return false;
    }
    return true;
}

/* No line is left empty below the last row while there are rows above the first one
 * shown. */
static bool fill_above(struct list *list, struct error *err)
{
    size_t highest = highest_top(list, list->window.count - 1), added = 1;

    while (added > 0 && highest == 0 && !list->window.first &&
           (list->top > 0 || list->window.last)) {
        if (!extend(list, true, err, &added))
            return false;
        highest = highest_top(list, list->window.count - 1);
    }
    if (list->top > highest)
        list->top = highest;
    return true;
}

bool list_settle(struct list *list, struct error *err)
{
    size_t highest;

    if (list->window.count == 0)
        return true;
    trim(list);
    if (list->cursor < list->top)
        list->top = list->cursor;
    highest = highest_top(list, list->cursor);
    if (list->top < highest)
        list->top = highest;
    return fill_below(list, err) && fill_above(list, err);
}

bool list_place(struct list *list, const void *key, size_t offset, struct error *err)
{
    struct list_window window;
    size_t added;

    if (!window_start(&window, &list->source, LIST_AT, key, list_batch(list), err))
        return false;
    if (window.count == 0) {
        window_free(&window);
        if (!window_start(&window, &list->source, LIST_LAST, NULL, list_batch(list), err))
            return false;
        list_take(list, window);
        list->cursor = window.count > 0 ? window.count - 1 : 0;
        return list_settle(list, err);
    }
    list_take(list, window);
    if (offset > 0 && !extend(list, true, err, &added))
        return false;
    list->top = list->cursor > offset ? list->cursor - offset : 0;
    return list_settle(list, err);
}

bool list_load_first(struct list *list, struct error *err)
{
    struct list_window window;

    if (!window_start(&window, &list->source, LIST_FIRST, NULL, list_batch(list), err))
        return false;
    list_take(list, window);
    return list_settle(list, err);
}

/* Where the current row of an old window is in a new one: itself, else one that followed
 * it, else one before; new->count when none of them is there. */
static size_t follow(const struct list_window *old, size_t cursor,
                     const struct list_window *new)
{
    size_t found = new->count;

    for (size_t i = cursor; i < old->count && found == new->count; i++)
        found = window_find(new, window_row(old, i)->id);
    for (size_t i = cursor; i-- > 0 && found == new->count;)
        found = window_find(new, window_row(old, i)->id);
    return found;
}

/* The current row's new place, when it is somewhere else now. */
static const void *new_place(const struct list *list, struct arena *arena)
{
    if (list->source.locate == NULL)
        return NULL;
    return list->source.locate(list->source.context, list_current(list)->id, arena);
}

static bool reload(struct list *list, struct arena *arena, struct error *err)
{
    const void *anchor = window_row(&list->window, list->top)->key, *place;
    size_t offset = list->cursor - list->top, found;
    struct list_window window;

    if (!window_start(&window, &list->source, LIST_AT, anchor, list_batch(list), err))
        return false;
    if (window_find(&window, list_current(list)->id) == window.count &&
        (place = new_place(list, arena)) != NULL) {
        window_free(&window);
        return list_place(list, place, offset, err);
    }
    if (window.count == 0) {
        window_free(&window);
        return list_place(list, anchor, offset, err);
    }
    found = follow(&list->window, list->cursor, &window);
    list_take(list, window);
    list->cursor = found < window.count ? found : offset < window.count ? offset : 0;
    return list_settle(list, err);
}

bool list_load(struct list *list, struct error *err)
{
    struct arena *arena;
    bool loaded;

    if (!list->loaded || list->window.count == 0)
        return list_load_first(list, err);
    arena = arena_create();
    loaded = reload(list, arena, err);
    arena_destroy(arena);
    return loaded;
}
