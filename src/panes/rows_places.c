/* What a list remembers so that its rows stay: the old places of those that changed, and
 * the new ones left out. */
#include "rows_places.h"

#include "rows_scan.h"

enum { NEW_LOOK = 64 }; /* rows beyond the window's own looked at for new ones */

const struct row_place *rows_find_pinned(const struct rows *rows, int64_t id)
{
    for (size_t i = 0; i < rows->pinned_count; i++) {
        if (rows->pinned[i].id == id)
            return &rows->pinned[i];
    }
    return NULL;
}

bool rows_is_hidden(const struct rows *rows, int64_t id)
{
    for (size_t i = 0; i < rows->hidden_count; i++) {
        if (rows->hidden[i] == id)
            return true;
    }
    return false;
}

bool rows_is_wanted(const struct rows *rows, const struct row *row, struct arena *arena)
{
    return !rows->limited || rows->ops->wants(rows->context, row, arena);
}

static void pin(struct rows *rows, int64_t id, const void *key)
{
    size_t at = rows->pinned_count;

    rows->pinned = arena_grow(rows->arena, rows->pinned, at, at + 1, sizeof *rows->pinned,
                              &rows->pinned_capacity);
    while (at > 0 && rows->ops->compare(rows->pinned[at - 1].key, key) > 0) {
        rows->pinned[at] = rows->pinned[at - 1];
        at--;
    }
    rows->pinned[at] = (struct row_place){id, rows->ops->copy_key(rows->arena, key)};
    rows->pinned_count++;
}

static void hide(struct rows *rows, int64_t id)
{
    if (rows_is_hidden(rows, id))
        return;
    rows->hidden =
        arena_grow(rows->arena, rows->hidden, rows->hidden_count, rows->hidden_count + 1,
                   sizeof *rows->hidden, &rows->hidden_capacity);
    rows->hidden[rows->hidden_count++] = id;
}

static bool pin_changed(struct rows *rows, struct list *list, struct arena *arena,
                        struct error *err)
{
    for (size_t i = 0; i < list_window_count(list); i++) {
        const struct list_row *shown = list_window_row(list, i);
        int64_t id = rows_id(shown);
        struct row row;
        bool found;

        if (rows_find_pinned(rows, id) != NULL)
            continue;
        if (!rows->ops->by_id(rows->context, id, arena, &row, &found, err))
            return false;
        if (found && (row.gone || rows->ops->compare(row.key, shown->key) != 0))
            pin(rows, id, shown->key);
    }
    return true;
}

static bool was_shown(struct list *list, int64_t id)
{
    for (size_t i = 0; i < list_window_count(list); i++) {
        if (rows_id(list_window_row(list, i)) == id)
            return true;
    }
    return false;
}

static bool hide_new(struct rows *rows, struct list *list, struct arena *arena,
                     struct error *err)
{
    size_t shown = list_window_count(list);
    struct rows_page live = {.limit = shown + NEW_LOOK, .arena = arena};
    const void *last;

    if (shown < 2)
        return true;
    last = list_window_row(list, shown - 1)->key;
    live.from = list_window_row(list, 0)->key;
    live.rows = arena_array(arena, live.limit, sizeof *live.rows);
    if (!rows->ops->window(rows->context, &live, err))
        return false;
    for (size_t i = 0; i < live.count; i++) {
        const struct row *row = &live.rows[i];

        if (rows->ops->compare(row->key, last) >= 0)
            break;
        if (!was_shown(list, row->id) && rows_find_pinned(rows, row->id) == NULL &&
            rows_is_wanted(rows, row, arena))
            hide(rows, row->id);
    }
    return true;
}

/* New ones that left the list again are counted no more. */
static bool forget_gone(struct rows *rows, struct arena *arena, struct error *err)
{
    size_t kept = 0;

    for (size_t i = 0; i < rows->hidden_count; i++) {
        struct row row;
        bool found;

        if (!rows->ops->by_id(rows->context, rows->hidden[i], arena, &row, &found, err))
            return false;
        if (found && !row.gone)
            rows->hidden[kept++] = rows->hidden[i];
    }
    rows->hidden_count = kept;
    return true;
}

bool rows_keep(struct rows *rows, struct list *list, struct error *err)
{
    struct arena *arena = arena_create();
    bool done = forget_gone(rows, arena, err) && pin_changed(rows, list, arena, err) &&
                hide_new(rows, list, arena, err);

    rows_scan_forget(rows);
    arena_destroy(arena);
    return done;
}
