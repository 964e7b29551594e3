#include "short_list.h"

#include <string.h>

#include "list_pane.h"

/* Are rows asked for that are behind those held? */
static bool is_beyond(const struct short_list *list, enum list_from from, size_t first,
                      size_t count)
{
    return from == LIST_LAST || (from != LIST_BEFORE && first + count > list->count);
}

/* Row i's key points at a size_t i. */
static bool load(void *context, enum list_from from, const void *key, size_t count,
                 struct arena *arena, struct list_row *rows, size_t *found,
                 struct error *err)
{
    struct short_list *list = context;
    size_t at = key == NULL ? 0 : *(const size_t *)key;
    size_t first = 0, end;

    (void)arena;
    if (from == LIST_AT || from == LIST_AFTER)
        first = at + (from == LIST_AFTER);
    if (list->read_on != NULL && is_beyond(list, from, first, count) &&
        !list->read_on(list, err))
        return false;
    end = list->count;
    if (from == LIST_BEFORE)
        end = at < end ? at : end;
    if ((from == LIST_BEFORE || from == LIST_LAST) && end > count)
        first = end - count;
    *found = 0;
    for (size_t i = first; i < end && *found < count; i++)
        rows[(*found)++] = list->rows[i];
    return true;
}

static const void *locate(void *context, const char *id, struct arena *arena)
{
    struct short_list *list = context;

    (void)arena;
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->rows[i].id, id) == 0)
            return list->rows[i].key;
    }
    return NULL;
}

void short_list_open(struct short_list *list, struct shared *shared, enum list_kind kind)
{
    struct list_source source = {.context = list, .load = load, .locate = locate};

    *list =
        (struct short_list){.shared = shared, .arenas = {arena_create(), arena_create()}};
    list->list = picked_list(&list->picked, shared, kind, &source);
}

void short_list_close(struct short_list *list)
{
    list_destroy(list->list);
    arena_destroy(list->arenas[0]);
    arena_destroy(list->arenas[1]);
}

struct arena *short_list_arena(const struct short_list *list)
{
    return list->arenas[list->turn];
}

struct list_row *short_list_grow(struct short_list *list, size_t count)
{
    struct arena *arena = short_list_arena(list);
    struct list_row *rows = arena_array(arena, count, sizeof *rows);
    size_t *keys = arena_array(arena, count, sizeof *keys);

    for (size_t i = 0; i < count; i++) {
        if (i < list->count)
            rows[i] = list->rows[i];
        keys[i] = i;
        rows[i].key = &keys[i];
    }
    list->rows = rows;
    return rows;
}

struct list_row *short_list_begin(struct short_list *list, size_t count)
{
    list->turn = 1 - list->turn;
    arena_reset(short_list_arena(list));
    list->count = 0;
    short_list_grow(list, count);
    list->count = count;
    return list->rows;
}

bool short_list_show(struct short_list *list, bool fresh, int lines, struct error *err)
{
    bool first = fresh || !list->shown;

    picked_renew(&list->picked, list->list);
    list_resize(list->list, lines);
    list->shown = true;
    return first ? list_load_first(list->list, err) : list_load(list->list, err);
}

bool short_list_follow(const struct short_list *list)
{
    const struct list_row *row = list_current(list->list);
    const struct row_of *of = row == NULL ? NULL : row->data;

    if (of != NULL)
        shared_set(list->shared, of->person_id, of->name, of->touch_id, of->absence_id);
    return of != NULL;
}

bool short_list_open_pane(struct pane *pane, void *setup, struct error *err)
{
    const struct short_list_of *of = pane->ops->of;

    (void)setup;
    (void)err;
    short_list_open(pane->state, pane->shared, of->kind);
    return true;
}

void short_list_close_pane(struct pane *pane)
{
    short_list_close(pane->state);
}

void short_list_draw(const struct pane *pane, struct area area)
{
    const struct short_list_of *of = pane->ops->of;
    const struct short_list *list = pane->state;
    struct buffer words = {0};

    keymap_words(list->shared->keymap, pane->ops->context, of->empty, &words);
    list_draw(list->list, area, pane->focus, buffer_string(&words));
    buffer_free(&words);
}

unsigned short_list_act(struct pane *pane, const struct pane_call *call,
                        struct error *err)
{
    struct short_list *list = pane->state;
    unsigned result = list_act(list->list, call->action, call->count, err);

    if ((result & PANE_REPAINT) != 0)
        short_list_follow(list);
    return result;
}

struct list *short_list_list(struct pane *pane, struct rect *where)
{
    (void)where;
    return ((struct short_list *)pane->state)->list;
}
