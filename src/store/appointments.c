#include "touchbase/store/appointments.h"

#include "rows.h"

/* Ids are 0 when that UID is not known. */
static bool find(struct store *store, const char *uid, int64_t *id, int64_t *touch_id,
                 struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_APPOINTMENT_FIND, err);
    bool failed = false;
    *id = 0;
    *touch_id = 0;
    if (s != NULL)
        bind_text(s, 1, uid);
    while (statement_next(store, s, &failed, err)) {
        *id = column_number(s, 0);
        *touch_id = column_number(s, 1);
    }
    return !failed;
}

bool appointment_touch(struct store *store, const char *uid, int64_t *touch_id,
                       struct error *err)
{
    int64_t id;
    return find(store, uid, &id, touch_id, err);
}

bool appointment_set(struct store *store, const char *uid, int64_t touch_id,
                     struct error *err)
{
    int64_t id, before;
    bool differs;
    if (!store_may_write(store, err) || !find(store, uid, &id, &before, err))
        return false;
    const struct cell cells[] = {cell_id(id), cell_text(uid), cell_number(touch_id)};
    return id != 0 ? row_update(store, TABLE_APPOINTMENT, cells, &differs, err)
                   : row_insert(store, TABLE_APPOINTMENT, cells, &id, err);
}

bool appointment_pass(struct store *store, int64_t from_id, int64_t to_id,
                      struct error *err)
{
    struct arena *arena = arena_create();
    sqlite3_stmt *s = statement_get(store, STATEMENT_APPOINTMENT_OF, err);
    const char *uid = NULL;
    bool failed = false;
    if (s != NULL)
        bind_number(s, 1, from_id);
    while (statement_next(store, s, &failed, err))
        uid = column_text(s, 0, arena);
    bool good = !failed && (uid == NULL || appointment_set(store, uid, to_id, err));
    arena_destroy(arena);
    return good;
}
