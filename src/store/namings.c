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

static bool find_mention(struct store *store, int64_t script_id, int64_t *id,
                         struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_MENTION_OF, err);
    if (s == NULL || !store_may_write(store, err))
        return false;
    bind_number(s, 1, script_id);
    return statement_number(store, s, 0, id, err);
}

bool mention_put(struct store *store, int64_t script_id, int64_t contact_id,
                 struct error *err)
{
    int64_t id;
    bool differs;
    if (!find_mention(store, script_id, &id, err))
        return false;
    const struct cell cells[] = {cell_id(id), cell_number(script_id),
                                 cell_number(contact_id)};
    return id != 0 ? row_update(store, TABLE_MENTION, cells, &differs, err)
                   : row_insert(store, TABLE_MENTION, cells, &id, err);
}

bool mention_drop(struct store *store, int64_t script_id, struct error *err)
{
    int64_t id;
    return find_mention(store, script_id, &id, err) &&
           (id == 0 || row_delete(store, TABLE_MENTION, id, err));
}

struct uses {
    struct arena *arena;
    struct naming_use *all;
    size_t count, capacity;
};

static struct naming_use *add_use(struct uses *uses)
{
    uses->all = arena_grow(uses->arena, uses->all, uses->count, uses->count + 1,
                           sizeof *uses->all, &uses->capacity);
    return &uses->all[uses->count++];
}

static sqlite3_stmt *ask(struct store *store, enum statement statement,
                         int64_t contact_id, int64_t touch_id, size_t limit,
                         struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, touch_id);
        bind_number(s, 3, (int64_t)limit);
    }
    return s;
}

bool naming_uses(struct store *store, int64_t contact_id, int64_t touch_id, size_t limit,
                 struct arena *arena, struct naming_use **uses, size_t *count,
                 struct error *err)
{
    struct uses found = {.arena = arena};
    bool failed = false;
    sqlite3_stmt *s = ask(store, STATEMENT_NAMING_USES, contact_id, touch_id, limit, err);
    while (statement_next(store, s, &failed, err))
        *add_use(&found) =
            (struct naming_use){.utc = column_number(s, 0),
                                .outcome = (enum outcome)column_number(s, 1),
                                .contact_id = column_number(s, 2)};
    s = failed ? NULL
               : ask(store, STATEMENT_MENTION_USES, contact_id, touch_id, limit, err);
    while (!failed && statement_next(store, s, &failed, err))
        *add_use(&found) = (struct naming_use){.utc = column_number(s, 0),
                                               .outcome = OUTCOME_SENT,
                                               .contact_id = column_number(s, 1)};
    *uses = found.all;
    *count = found.count;
    return !failed;
}
