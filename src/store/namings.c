#include "touchbase/store/namings.h"

#include "rows.h"

bool naming_put(struct store *store, const struct touch *touch, struct error *err)
{
    int64_t id;
    bool differs;
    sqlite3_stmt *s = statement_get(store, STATEMENT_NAMING_OF, err);
    if (s == NULL || !store_may_write(store, err))
        return false;
    bind_number(s, 1, touch->id);
    if (!statement_number(store, s, 0, &id, err))
        return false;
    const struct cell cells[] = {cell_id(id), cell_number(touch->id),
                                 cell_number(touch->named_id),
                                 cell_number(touch->named_as)};
    if (touch->named_id == 0)
        return id == 0 || row_delete(store, TABLE_NAMING, id, err);
    return id != 0 ? row_update(store, TABLE_NAMING, cells, &differs, err)
                   : row_insert(store, TABLE_NAMING, cells, &id, err);
}

bool naming_uses(struct store *store, int64_t contact_id, int64_t touch_id, size_t limit,
                 struct arena *arena, struct naming_use **uses, size_t *count,
                 struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_NAMING_USES, err);
    *uses = NULL;
    *count = 0;
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, touch_id);
        bind_number(s, 3, (int64_t)limit);
    }
    while (statement_next(store, s, &failed, err)) {
        *uses = arena_grow(arena, *uses, *count, *count + 1, sizeof **uses, &capacity);
        (*uses)[(*count)++] =
            (struct naming_use){.utc = column_number(s, 0),
                                .outcome = (enum outcome)column_number(s, 1),
                                .contact_id = column_number(s, 2)};
    }
    return !failed;
}
