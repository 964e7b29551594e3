#include "rows.h"

#include <stdlib.h>

#include "rows_places.h"
#include "rows_scan.h"

enum {
    LIMITED_SLICES = 3,  /* a key looks at, forward; the rest is looked at between keys */
    LIMITED_BATCH = 256, /* rows read at once where nothing is kept, as backward */
    LIMITED_LOOKED = 64  /* and so many times at most, so that no key waits for long */
};

void rows_open(struct rows *rows, const struct rows_ops *ops, void *context)
{
    *rows = (struct rows){.ops = ops,
                          .context = context,
                          .arena = arena_create(),
                          .scan = {.arena = arena_create()}};
}

void rows_close(struct rows *rows)
{
    arena_destroy(rows->arena);
    arena_destroy(rows->scan.arena);
    *rows = (struct rows){0};
}

void rows_settle(struct rows *rows)
{
    arena_reset(rows->arena);
    rows_scan_forget(rows);
    rows->missing = 0;
    rows->cut = false;
    rows->pinned = NULL;
    rows->hidden = NULL;
    rows->pinned_count = rows->pinned_capacity = 0;
    rows->hidden_count = rows->hidden_capacity = 0;
}

bool rows_is_unfinished(const struct rows *rows)
{
    return rows->missing > 0;
}

size_t rows_new(const struct rows *rows)
{
    return rows->hidden_count;
}

int64_t rows_id(const struct list_row *row)
{
    return row == NULL ? 0 : strtoll(row->id, NULL, 10);
}

/* Two streams in the order of the walk: the live index without what is pinned or hidden,
 * and the pins. */
struct walk {
    struct rows *rows;
    bool backward;
    struct arena *arena;
    struct row *live;
    size_t live_at, live_count;
    const void *live_from;
    bool live_ended;
    int looked;    /* batches, where it looks at once */
    int slices;    /* to be looked at yet, forward */
    bool short_of; /* there may be more behind them */
    size_t pins_left;
    const struct row_place *pin; /* the next one, NULL none */
    size_t batch;
};

/* <0 when a comes before b in the walk. */
static int walk_compare(const struct walk *walk, const void *a, const void *b)
{
    int order = walk->rows->ops->compare(a, b);

    return walk->backward ? -order : order;
}

static void next_pin(struct walk *walk)
{
    const struct rows *rows = walk->rows;

    walk->pin = NULL;
    if (walk->pins_left == 0)
        return;
    walk->pin = walk->backward ? &rows->pinned[walk->pins_left - 1]
                               : &rows->pinned[rows->pinned_count - walk->pins_left];
    walk->pins_left--;
}

static void begin_walk(struct walk *walk, const void *from, bool inclusive)
{
    walk->live_from = from;
    walk->pins_left = walk->rows->pinned_count;
    next_pin(walk);
    while (walk->pin != NULL && from != NULL) {
        int order = walk_compare(walk, walk->pin->key, from);

        if (order > 0 || (inclusive && order == 0))
            break;
        next_pin(walk);
    }
}

/* The next rows of the live index. */
static struct rows_page live_page(const struct walk *walk, struct arena *arena,
                                  size_t limit)
{
    return (struct rows_page){
        .from = walk->live_from,
        .direction = walk->backward ? WINDOW_BACKWARD : WINDOW_FORWARD,
        .limit = limit,
        .arena = arena,
        .rows = arena_array(arena, limit, sizeof(struct row)),
    };
}

static bool read_live(struct walk *walk, struct rows_page *page, struct error *err)
{
    const struct rows *rows = walk->rows;

    if (!rows->ops->window(rows->context, page, err))
        return false;
    walk->live_ended = page->count < page->limit;
    if (page->count > 0)
        walk->live_from = page->rows[page->count - 1].key;
    return true;
}

/* Does it stand among the pins, or not at all? */
static bool is_elsewhere(const struct rows *rows, const struct row *row)
{
    return rows_find_pinned(rows, row->id) != NULL || rows_is_hidden(rows, row->id);
}

/* One batch read aside; what is wanted of it is read again to stay. */
static bool take_wanted(struct walk *walk, struct arena *aside, struct error *err)
{
    const struct rows *rows = walk->rows;
    struct rows_page batch = live_page(walk, aside, LIMITED_BATCH);
    bool found;

    if (!read_live(walk, &batch, err))
        return false;
    if (batch.count > 0)
        walk->live_from = rows->ops->copy_key(walk->arena, walk->live_from);
    for (size_t i = 0; i < batch.count; i++) {
        if (is_elsewhere(rows, &batch.rows[i]) ||
            !rows_is_wanted(rows, &batch.rows[i], aside))
            continue;
        if (!rows->ops->by_id(rows->context, batch.rows[i].id, walk->arena,
                              &walk->live[walk->live_count], &found, err))
            return false;
        walk->live_count += found ? 1 : 0;
    }
    return true;
}

static bool fill_at_once(struct walk *walk, struct error *err)
{
    struct arena *aside = arena_create();
    bool good = true;

    if (walk->live == NULL)
        walk->live = arena_array(walk->arena, LIMITED_BATCH, sizeof *walk->live);
    while (good && walk->live_at == walk->live_count && !walk->live_ended) {
        walk->live_at = walk->live_count = 0;
        good = take_wanted(walk, aside, err);
        arena_reset(aside);
        if (++walk->looked == LIMITED_LOOKED && !walk->live_ended)
            walk->live_ended = walk->rows->cut = true;
    }
    arena_destroy(aside);
    return good;
}

/* Who looks for something waits for it: what is looked for is another each time, and
 * nothing of it is kept. */
static bool is_scanned(const struct walk *walk)
{
    const struct rows *rows = walk->rows;

    return rows->limited && !rows->ops->narrowed && !walk->backward && !rows->searched;
}

/* The next wanted row, of those found already or in the slices a key looks at. */
static bool fill_limited(struct walk *walk, struct error *err)
{
    struct rows *rows = walk->rows;
    const struct row_place *place;
    bool found = false;

    if (walk->live == NULL)
        walk->live = arena_array(walk->arena, 1, sizeof *walk->live);
    while (walk->live_at == walk->live_count && !walk->live_ended) {
        walk->live_at = walk->live_count = 0;
        if (!rows_scan_next(rows, walk->live_from, &walk->slices, &place, err))
            return false;
        walk->live_ended = place == NULL;
        walk->short_of = place == NULL && !rows_scan_is_over(rows);
        if (place == NULL)
            break;
        walk->live_from = rows->ops->copy_key(walk->arena, place->key);
        if (!rows->ops->by_id(rows->context, place->id, walk->arena, walk->live, &found,
                              err))
            return false;
        walk->live_count = found ? 1 : 0;
    }
    return true;
}

static bool fill_live(struct walk *walk, struct error *err)
{
    const struct rows *rows = walk->rows;

    if (is_scanned(walk))
        return fill_limited(walk, err);
    if (rows->limited && !rows->ops->narrowed)
        return fill_at_once(walk, err);
    while (walk->live_at == walk->live_count && !walk->live_ended) {
        struct rows_page page = live_page(walk, walk->arena, walk->batch);

        if (!read_live(walk, &page, err))
            return false;
        walk->live = page.rows;
        walk->live_at = walk->live_count = 0;
        for (size_t i = 0; i < page.count; i++) {
            if (!is_elsewhere(rows, &page.rows[i]))
                walk->live[walk->live_count++] = page.rows[i];
        }
    }
    return true;
}

/* The next row of the walk; *more false at its end. A pinned row that left the desk is
 * passed over. */
static bool next_row(struct walk *walk, struct row *out, bool *more, struct error *err)
{
    const struct rows *rows = walk->rows;

    for (;;) {
        bool live, found;

        if (!fill_live(walk, err))
            return false;
        live = walk->live_at < walk->live_count;
        *more = live || walk->pin != NULL;
        if (!*more)
            return true;
        if (live &&
            (walk->pin == NULL ||
             walk_compare(walk, walk->live[walk->live_at].key, walk->pin->key) < 0)) {
            *out = walk->live[walk->live_at++];
            return true;
        }
        if (!rows->ops->by_id(rows->context, walk->pin->id, walk->arena, out, &found,
                              err))
            return false;
        out->key = rows->ops->copy_key(walk->arena, walk->pin->key);
        next_pin(walk);
        if (found && (!rows->searched || rows_is_wanted(rows, out, walk->arena)))
            return true;
    }
}

static void fill(const struct rows *rows, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    *out = (struct list_row){.id = arena_format(arena, "%lld", (long long)row->id),
                             .key = row->key,
                             .dimmed = row->gone};
    rows->ops->show(rows->context, row, arena, out);
}

/* The row at a key itself: live rows are only read beyond one. */
static bool row_at(struct walk *walk, const void *key, struct row *out, bool *found,
                   struct error *err)
{
    const struct rows *rows = walk->rows;
    int64_t id = rows->ops->key_id(key);

    *found = false;
    if (rows_find_pinned(rows, id) != NULL || rows_is_hidden(rows, id))
        return true;
    if (!rows->ops->by_id(rows->context, id, walk->arena, out, found, err))
        return false;
    *found = *found && !out->gone && rows->ops->compare(out->key, key) == 0 &&
             rows_is_wanted(rows, out, walk->arena);
    return true;
}

static void reverse(struct list_row *rows, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct list_row other = rows[i];

        rows[i] = rows[count - 1 - i];
        rows[count - 1 - i] = other;
    }
}

static bool load(void *context, enum list_from from, const void *key, size_t count,
                 struct arena *arena, struct list_row *out, size_t *found,
                 struct error *err)
{
    struct rows *rows = context;
    struct walk walk = {.rows = rows,
                        .backward = from == LIST_LAST || from == LIST_BEFORE,
                        .arena = arena,
                        .slices = LIMITED_SLICES,
                        .batch = count};
    bool more = false;

    *found = 0;
    if (from == LIST_AT) {
        struct row row;
        bool there;

        if (!row_at(&walk, key, &row, &there, err))
            return false;
        if (there)
            fill(rows, &row, arena, &out[(*found)++]);
    }
    begin_walk(&walk, from == LIST_FIRST || from == LIST_LAST ? NULL : key,
               from == LIST_AT);
    while (*found < count) {
        struct row row;

        if (!next_row(&walk, &row, &more, err))
            return false;
        if (!more)
            break;
        fill(rows, &row, arena, &out[(*found)++]);
    }
    if (walk.backward)
        reverse(out, *found);
    if (is_scanned(&walk))
        rows->missing = walk.short_of ? count - *found : 0;
    return true;
}

static const void *locate(void *context, const char *id, struct arena *arena)
{
    struct rows *rows = context;
    int64_t number = strtoll(id, NULL, 10);
    const struct row_place *place = rows_find_pinned(rows, number);
    struct row row;
    struct error err;
    bool found;

    if (place != NULL)
        return rows->ops->copy_key(arena, place->key);
    if (!rows->ops->by_id(rows->context, number, arena, &row, &found, &err) || !found ||
        row.gone || !rows_is_wanted(rows, &row, arena))
        return NULL;
    return row.key;
}

struct list_source rows_source(struct rows *rows)
{
    return (struct list_source){.context = rows, .load = load, .locate = locate};
}
