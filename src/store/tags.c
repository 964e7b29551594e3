#include "touchbase/store/tags.h"

#include "rows.h"
#include "touchbase/base/text.h"

enum { TAG_CELLS = 3 };

/* The row of a tag on a contact, 0 when it has none such. */
static bool find_tag(struct store *store, int64_t contact_id, const char *folded,
                     int64_t *id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TAG_FIND, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    bind_text(s, 2, folded);
    return statement_number(store, s, 0, id, err);
}

/* Tags in use from folded on, up to and with limit. */
static bool known_from(struct store *store, const char *folded, size_t limit,
                       struct arena *arena, const char ***names, size_t *count,
                       struct error *err)
{
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_TAG_NAMES, err);
    *names = arena_array(arena, limit, sizeof **names);
    *count = 0;
    if (s == NULL)
        return false;
    bind_text(s, 1, folded);
    bind_number(s, 2, (int64_t)limit);
    while (statement_next(store, s, &failed, err))
        (*names)[(*count)++] = column_text(s, 0, arena);
    return !failed;
}

/* How others spell it, else as typed. */
static bool spelling(struct store *store, const char *name, struct arena *arena,
                     const char **out, struct error *err)
{
    const char **known;
    size_t count;
    *out = name;
    if (!known_from(store, text_fold(arena, name), 1, arena, &known, &count, err))
        return false;
    if (count > 0 && text_same_folded(known[0], name))
        *out = known[0];
    return true;
}

bool tag_put(struct store *store, int64_t contact_id, const char *name, bool *changed,
             struct error *err)
{
    struct arena *arena = arena_create();
    const char *spelled = name;
    int64_t id = 0;
    bool good = store_may_write(store, err) &&
                find_tag(store, contact_id, text_fold(arena, name), &id, err);
    if (changed != NULL)
        *changed = id == 0;
    if (good && id == 0) {
        good = spelling(store, name, arena, &spelled, err);
        const struct cell cells[TAG_CELLS] = {cell_id(0), cell_number(contact_id),
                                              cell_text(spelled)};
        good = good && row_insert(store, TABLE_TAG, cells, &id, err);
    }
    arena_destroy(arena);
    return good;
}

bool tag_take(struct store *store, int64_t contact_id, const char *name, bool *changed,
              struct error *err)
{
    struct arena *arena = arena_create();
    int64_t id = 0;
    bool good = store_may_write(store, err) &&
                find_tag(store, contact_id, text_fold(arena, name), &id, err);
    arena_destroy(arena);
    if (changed != NULL)
        *changed = id != 0;
    return good && (id == 0 || row_delete(store, TABLE_TAG, id, err));
}

bool tags_of(struct store *store, int64_t contact_id, struct arena *arena,
             const char ***names, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_TAGS_OF, err);
    *names = NULL;
    *count = 0;
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    while (statement_next(store, s, &failed, err)) {
        *names = arena_grow(arena, *names, *count, *count + 1, sizeof **names, &capacity);
        (*names)[(*count)++] = column_text(s, 0, arena);
    }
    return !failed;
}

bool tags_known(struct store *store, const char *prefix, size_t limit,
                struct arena *arena, const char ***names, size_t *count,
                struct error *err)
{
    return known_from(store, text_fold(arena, prefix), limit, arena, names, count, err);
}
