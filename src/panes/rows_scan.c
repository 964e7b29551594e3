#include "rows_scan.h"

#include "rows_places.h"

enum {
    SLICE = 64,        /* rows looked at in one go */
    FOUND_MOST = 20000 /* kept; with more it begins again where it is */
};

void rows_scan_forget(struct rows *rows)
{
    struct arena *arena = rows->scan.arena;

    arena_reset(arena);
    rows->scan = (struct rows_scan){.arena = arena};
}

bool rows_scan_is_over(const struct rows *rows)
{
    return rows->scan.over;
}

/* NULL stands before every key. */
static int compare(const struct rows *rows, const void *a, const void *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    return rows->ops->compare(a, b);
}

static const void *keep_key(struct rows *rows, const void *key)
{
    return key == NULL ? NULL : rows->ops->copy_key(rows->scan.arena, key);
}

static void begin_at(struct rows *rows, const void *key)
{
    struct arena *arena = arena_create();

    arena_destroy(rows->scan.arena); /* not before the key, which may lie there */
    rows->scan = (struct rows_scan){.arena = arena};
    rows->scan.from = rows->scan.to = keep_key(rows, key);
}

static void add_found(struct rows *rows, const struct row *row)
{
    struct rows_scan *scan = &rows->scan;

    scan->found = arena_grow(scan->arena, scan->found, scan->count, scan->count + 1,
                             sizeof *scan->found, &scan->capacity);
    scan->found[scan->count++] = (struct row_place){row->id, keep_key(rows, row->key)};
}

static bool read_slice(struct rows *rows, struct arena *aside, struct error *err)
{
    struct rows_scan *scan = &rows->scan;
    struct rows_page page = {.from = scan->to,
                             .direction = WINDOW_FORWARD,
                             .limit = SLICE,
                             .arena = aside,
                             .rows = arena_array(aside, SLICE, sizeof(struct row))};

    if (!rows->ops->window(rows->context, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++) {
        const struct row *row = &page.rows[i];

        if (rows_find_pinned(rows, row->id) == NULL && !rows_is_hidden(rows, row->id) &&
            rows_is_wanted(rows, row, aside))
            add_found(rows, row);
    }
    if (page.count > 0)
        scan->to = keep_key(rows, page.rows[page.count - 1].key);
    scan->over = page.count < page.limit;
    return true;
}

static bool look_on(struct rows *rows, struct error *err)
{
    struct arena *aside = arena_create();
    bool good = read_slice(rows, aside, err);

    arena_destroy(aside);
    return good;
}

/* The first found behind a key; NULL when there is none. */
static const struct row_place *found_after(const struct rows *rows, const void *key)
{
    size_t low = 0, high = rows->scan.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(rows, rows->scan.found[middle].key, key) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low < rows->scan.count ? &rows->scan.found[low] : NULL;
}

bool rows_scan_next(struct rows *rows, const void *after, int *slices,
                    const struct row_place **place, struct error *err)
{
    struct rows_scan *scan = &rows->scan;

    if (scan->count > FOUND_MOST || compare(rows, after, scan->from) < 0 ||
        (!scan->over && compare(rows, after, scan->to) > 0))
        begin_at(rows, after);
    while ((*place = found_after(rows, after)) == NULL && !scan->over && *slices > 0) {
        if (!look_on(rows, err))
            return false;
        (*slices)--;
    }
    return true;
}

bool rows_look_on(struct rows *rows, bool (*stop)(void *context), void *context,
                  struct error *err)
{
    size_t enough = rows->scan.count + rows->missing;

    while (!rows->scan.over && rows->scan.count < enough && !stop(context)) {
        if (!look_on(rows, err))
            return false;
    }
    return true;
}
