#include <stdlib.h>

#include "list_state.h"
#include "touchbase/tui/action.h"

/* Rows seen now, at least one. */
static size_t page_of(const struct list *list)
{
    size_t rows = 0;
    int lines = 0;

    for (size_t i = list->top; i < list->window.count; i++, rows++) {
        lines += list_has_heading(list, list->top, i) ? 2 : 1;
        if (lines > list->lines)
            break;
    }
    return rows > 0 ? rows : 1;
}

/* Rows between the cursor and the end of the window in that direction. */
static size_t at_hand(const struct list *list, bool up)
{
    return up ? list->cursor : list->window.count - 1 - list->cursor;
}

static bool read_on(struct list *list, bool up, size_t want, struct error *err, bool *end)
{
    size_t batch = list_batch(list), added, gone;
    struct list_window *window = &list->window;

    *end = up ? window->first : window->last;
    if (*end)
        return true;
    if (up) {
        window_trim_back(window, list->cursor + batch);
    } else {
        gone = window_trim_front(window, list->cursor > batch ? list->cursor - batch : 0);
        list->cursor -= gone;
        list->top = list->top > gone ? list->top - gone : 0;
    }
    if (want < batch)
        want = batch;
    if (!window_extend(window, &list->source, up,
                       want < LIST_BATCH_MAX ? want : LIST_BATCH_MAX, err, &added))
        return false;
    if (up) {
        list->cursor += added;
        list->top += added;
    }
    *end = added == 0;
    return true;
}

/* Moves the cursor by rows as far as the list goes. */
static bool step(struct list *list, bool up, size_t rows, struct error *err)
{
    bool end = false;

    while (rows > 0 && !end) {
        size_t hand = at_hand(list, up), go = rows < hand ? rows : hand;

        list->cursor = up ? list->cursor - go : list->cursor + go;
        rows -= go;
        if (rows > 0 && !read_on(list, up, rows, err, &end))
            return false;
    }
    return true;
}

/* Moves the cursor and what is seen by the same rows. */
static bool scroll(struct list *list, bool up, size_t rows, struct error *err)
{
    size_t offset = list->cursor - list->top;

    if (!step(list, up, rows, err))
        return false;
    list->top = list->cursor > offset ? list->cursor - offset : 0;
    return true;
}

static bool go_first(struct list *list, size_t number, struct error *err)
{
    return list_load_first(list, err) &&
           (number <= 1 || step(list, false, number - 1, err));
}

static bool go_last(struct list *list, struct error *err)
{
    struct list_window window;

    if (!window_start(&window, &list->source, LIST_LAST, NULL, list_batch(list), err))
        return false;
    list_take(list, window);
    list->cursor = window.count > 0 ? window.count - 1 : 0;
    return true;
}

/* H, M, L: the n-th row from the top or the bottom. */
static void go_in_window(struct list *list, int action, size_t number)
{
    size_t page = page_of(list), index = number > 0 ? number - 1 : 0;

    if (index >= page)
        index = page - 1;
    if (action == ACTION_WINDOW_MIDDLE)
        index = (page - 1) / 2;
    if (action == ACTION_WINDOW_BOTTOM)
        index = page - 1 - index;
    list->cursor = list->top + index;
}

static bool find(struct list *list, bool backward, struct error *err, bool *found)
{
    struct arena *arena = arena_create();
    const void *key = NULL;
    bool placed = true;

    if (list->source.find != NULL)
        key = list->source.find(list->source.context, list_current(list)->key, backward,
                                arena);
    *found = key != NULL;
    if (key != NULL)
        placed = list_place(list, key, list->cursor - list->top, err);
    arena_destroy(arena);
    return placed;
}

static bool move(struct list *list, int action, size_t count, struct error *err,
                 bool *found)
{
    size_t page = page_of(list), once = count > 0 ? count : 1;

    switch (action) {
    case ACTION_DOWN:
    case ACTION_UP:
        return step(list, action == ACTION_UP, once, err);
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
        return scroll(list, action == ACTION_HALF_UP, count > 0 ? count : (page + 1) / 2,
                      err);
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
        return scroll(list, action == ACTION_PAGE_UP, page * once, err);
    case ACTION_FIRST:
        return go_first(list, count, err);
    case ACTION_LAST:
        return count > 0 ? go_first(list, count, err) : go_last(list, err);
    case ACTION_FIND_NEXT:
    case ACTION_FIND_PREVIOUS:
        return find(list, action == ACTION_FIND_PREVIOUS, err, found);
    default:
        go_in_window(list, action, count);
        return true;
    }
}

unsigned list_act(struct list *list, int action, int count, struct error *err)
{
    bool found = true;

    if (action < ACTION_DOWN || action > ACTION_FIND_PREVIOUS)
        return 0;
    if (list->window.count == 0)
        return PANE_HANDLED;
    if (!move(list, action, count > 0 ? (size_t)count : 0, err, &found) ||
        !list_settle(list, err))
        return PANE_HANDLED | PANE_REPAINT | PANE_FAILED;
    return found ? PANE_HANDLED | PANE_REPAINT | PANE_MOVED : PANE_HANDLED | PANE_BELL;
}

bool list_rows_to(const struct list *list, int line, int *rows)
{
    int at = 0;

    for (size_t i = list->top; i < list->window.count && at < list->lines; i++, at++) {
        if (list_has_heading(list, list->top, i))
            at++;
        if (at == line && at < list->lines) {
            *rows = (int)i - (int)list->cursor;
            return true;
        }
    }
    return false;
}

/* Puts the cursor back on its row, as far as that is still seen. */
static void return_to(struct list *list, const char *id, bool up)
{
    size_t index = window_find(&list->window, id), last = list->top + page_of(list) - 1;

    if (index >= list->window.count) /* far out of sight on the side that was left */
        index = up ? last : list->top;
    list->cursor = index < list->top ? list->top : index > last ? last : index;
}

bool list_scroll(struct list *list, int rows, struct error *err)
{
    bool up = rows < 0, done;
    char *id;

    if (list->window.count == 0)
        return true;
    id = memory_string(list_current(list)->id);
    done = scroll(list, up, (size_t)(up ? -rows : rows), err) && list_settle(list, err);
    if (done)
        return_to(list, id, up);
    free(id);
    return done;
}

bool list_go(struct list *list, const char *id, struct error *err)
{
    size_t index = window_find(&list->window, id);
    struct arena *arena;
    const void *key;
    bool placed;

    if (index < list->window.count) {
        list->cursor = index;
        return list_settle(list, err);
    }
    if (list->source.locate == NULL)
        return false;
    arena = arena_create();
    key = list->source.locate(list->source.context, id, arena);
    placed = key != NULL && list_place(list, key, (size_t)list->lines / 2, err);
    arena_destroy(arena);
    return placed;
}

const struct list_row *list_current(const struct list *list)
{
    return list->window.count > 0 ? window_row(&list->window, list->cursor) : NULL;
}

size_t list_window_count(const struct list *list)
{
    return list->window.count;
}

struct list_row *list_window_row(struct list *list, size_t index)
{
    return window_row(&list->window, index);
}

bool list_at_first(const struct list *list)
{
    return list->top == 0 && (list->window.first || list->window.count == 0);
}

bool list_at_last(const struct list *list)
{
    return list->window.count == 0 ||
           (list->window.last && list->top + page_of(list) >= list->window.count);
}
