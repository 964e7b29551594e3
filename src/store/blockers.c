#include "touchbase/store/blockers.h"

#include "rows.h"

/* The row of a person, 0 for none. */
static bool find(struct store *store, int64_t contact_id, int64_t *id,
                 struct blocker_note *note, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_BLOCKER_OF, err);
    bool found;
    *id = 0;
    *note = (struct blocker_note){BLOCKER_NONE, 0};
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    if (!statement_row(store, s, &found, err))
        return false;
    if (!found)
        return true;
    *id = column_number(s, 0);
    note->blocker = (enum blocker)column_number(s, 1);
    note->noted_utc = column_number(s, 2);
    statement_end(s);
    return true;
}

bool blocker_of(struct store *store, int64_t contact_id, struct blocker_note *out,
                struct error *err)
{
    int64_t id;
    return find(store, contact_id, &id, out, err);
}

bool blocker_put(struct store *store, int64_t contact_id, struct blocker_note note,
                 struct error *err)
{
    struct blocker_note before;
    int64_t id;
    bool differs;
    if (!store_may_write(store, err) || !find(store, contact_id, &id, &before, err))
        return false;
    const struct cell cells[] = {cell_id(id), cell_number(contact_id),
                                 cell_number(note.blocker), cell_number(note.noted_utc)};
    if (note.blocker == BLOCKER_NONE)
        return id == 0 || row_delete(store, TABLE_BLOCKER, id, err);
    return id != 0 ? row_update(store, TABLE_BLOCKER, cells, &differs, err)
                   : row_insert(store, TABLE_BLOCKER, cells, &id, err);
}
