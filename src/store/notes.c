#include "touchbase/store/notes.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/drafts.h"

enum { NOTE_CELLS = 6 };

static void note_cells(const struct note *note, struct cell cells[NOTE_CELLS])
{
    cells[0] = cell_id(note->id);
    cells[1] = cell_text(note->uuid);
    cells[2] = cell_number(note->contact_id);
    cells[3] = cell_id(note->touch_id);
    cells[4] = cell_number(note->written_utc);
    cells[5] = cell_text(note->text);
}

bool note_file(struct store *store, struct arena *arena, struct note *note,
               int64_t draft_id, struct error *err)
{
    struct cell cells[NOTE_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (note->uuid == NULL)
        note->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    note->id = 0;
    note_cells(note, cells);
    return row_insert(store, TABLE_NOTE, cells, &note->id, err) &&
           (draft_id == 0 || draft_delete(store, draft_id, err));
}

bool note_update(struct store *store, const struct note *note, bool *changed,
                 struct error *err)
{
    struct cell cells[NOTE_CELLS];
    bool differs;
    if (!store_may_write(store, err))
        return false;
    note_cells(note, cells);
    if (!row_update(store, TABLE_NOTE, cells, &differs, err))
        return false;
    if (changed != NULL)
        *changed = differs;
    return true;
}

static bool read_all(struct store *store, sqlite3_stmt *s, struct arena *arena,
                     struct note **notes, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *notes = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *notes = arena_grow(arena, *notes, *count, *count + 1, sizeof **notes, &capacity);
        (*notes)[(*count)++] = (struct note){.id = column_number(s, 0),
                                             .uuid = column_text(s, 1, arena),
                                             .contact_id = column_number(s, 2),
                                             .touch_id = column_number(s, 3),
                                             .written_utc = column_number(s, 4),
                                             .text = column_text(s, 5, arena)};
    }
    return !failed;
}

bool note_by_id(struct store *store, int64_t id, struct arena *arena, struct note **note,
                struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, STATEMENT_NOTE_BY_ID, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return read_all(store, s, arena, note, &count, err);
}

bool notes_window(struct store *store, int64_t contact_id, const struct row_key *from,
                  size_t limit, struct arena *arena, struct note **notes, size_t *count,
                  struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_NOTE_WINDOW, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, from != NULL ? from->number : INT64_MAX);
    bind_number(s, 2, from != NULL ? from->id : INT64_MAX);
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, contact_id);
    return read_all(store, s, arena, notes, count, err);
}
