#include "picked.h"

static const struct list_picks *picks_of(const struct picked *picked)
{
    return &picked->shared->picks[picked->kind];
}

static void pick_cells(const struct list_picks *picks, struct arena *arena,
                       struct list_row *row)
{
    const char **cells = arena_array(arena, picks->count, sizeof *cells);
    enum style *styles = arena_array(arena, picks->count, sizeof *styles);

    for (size_t i = 0; i < picks->count; i++) {
        size_t from = picks->picks[i].column;

        cells[i] = row->cells[from];
        styles[i] = row->styles == NULL ? STYLE_NORMAL : row->styles[from];
    }
    row->cells = cells;
    row->styles = styles;
}

static bool load(void *context, enum list_from from, const void *key, size_t limit,
                 struct arena *arena, struct list_row *rows, size_t *found,
                 struct error *err)
{
    const struct picked *picked = context;

    if (!picked->source.load(picked->source.context, from, key, limit, arena, rows, found,
                             err))
        return false;
    for (size_t i = 0; i < *found; i++)
        pick_cells(picks_of(picked), arena, &rows[i]);
    return true;
}

static const void *locate(void *context, const char *id, struct arena *arena)
{
    const struct picked *picked = context;

    return picked->source.locate(picked->source.context, id, arena);
}

static const void *find(void *context, const void *key, bool backward,
                        struct arena *arena)
{
    const struct picked *picked = context;

    return picked->source.find(picked->source.context, key, backward, arena);
}

static size_t columns_of(struct picked *picked, struct column columns[COLUMNS_MAX])
{
    const struct list_picks *picks = picks_of(picked);

    for (size_t i = 0; i < picks->count; i++)
        columns[i] = list_pick_column(picked->kind, &picks->picks[i]);
    picked->as_of = picked->shared->picked;
    return picks->count;
}

struct list *picked_list(struct picked *picked, const struct shared *shared,
                         enum list_kind kind, const struct list_source *source)
{
    struct list_source all = {.context = picked,
                              .load = load,
                              .locate = source->locate == NULL ? NULL : locate,
                              .find = source->find == NULL ? NULL : find};
    struct column columns[COLUMNS_MAX];

    *picked = (struct picked){.shared = shared, .kind = kind, .source = *source};
    return list_create(&all, columns, columns_of(picked, columns));
}

void picked_renew(struct picked *picked, struct list *list)
{
    struct column columns[COLUMNS_MAX];

    if (picked->as_of != picked->shared->picked)
        list_set_columns(list, columns, columns_of(picked, columns));
}
