#include "touchbase/store/waiting.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/uuid.h"

enum { WAITING_CELLS = 12 };

static void waiting_cells(const struct waiting *waiting, struct cell cells[WAITING_CELLS])
{
    const struct cell made[WAITING_CELLS] = {
        cell_id(waiting->id),
        cell_text(waiting->uuid),
        cell_id(waiting->contact_id),
        cell_id(waiting->touch_id),
        cell_text(waiting->contact_id == 0 ? waiting->caller : NULL),
        cell_text(waiting->contact_id == 0 ? waiting->text : NULL),
        cell_number(waiting->kind),
        cell_number(waiting->reached_utc),
        cell_number(waiting->state),
        cell_number(waiting->answered_utc),
        cell_number(waiting->later_utc),
        cell_text(waiting->message_id),
    };
    memcpy(cells, made, sizeof made);
}

/* Columns of WAITING in statement_texts_record.c. */
static void waiting_read(sqlite3_stmt *s, struct arena *arena, struct waiting *waiting)
{
    *waiting = (struct waiting){
        .id = column_number(s, 0),
        .uuid = column_text(s, 1, arena),
        .contact_id = column_number(s, 2),
        .touch_id = column_number(s, 3),
        .caller = column_text(s, 4, arena),
        .text = column_text(s, 5, arena),
        .kind = (enum inbound_kind)column_number(s, 6),
        .reached_utc = column_number(s, 7),
        .state = (enum waiting_state)column_number(s, 8),
        .answered_utc = column_number(s, 9),
        .later_utc = column_number(s, 10),
        .message_id = column_text(s, 11, arena),
        .contact = column_text(s, 12, arena),
        .contact_uuid = column_text(s, 13, arena),
        .company = column_text(s, 14, arena),
        .count = (int)column_number(s, 15),
    };
}

bool waiting_insert(struct store *store, struct arena *arena, struct waiting *waiting,
                    struct error *err)
{
    struct cell cells[WAITING_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (waiting->uuid == NULL)
        waiting->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    waiting->id = 0;
    waiting_cells(waiting, cells);
    return row_insert(store, TABLE_WAITING, cells, &waiting->id, err);
}

bool waiting_update(struct store *store, const struct waiting *waiting, struct error *err)
{
    struct cell cells[WAITING_CELLS];
    bool differs;
    if (!store_may_write(store, err))
        return false;
    waiting_cells(waiting, cells);
    return row_update(store, TABLE_WAITING, cells, &differs, err);
}

static bool read_all(struct store *store, sqlite3_stmt *s, struct arena *arena,
                     struct waiting **rows, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *rows = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *rows = arena_grow(arena, *rows, *count, *count + 1, sizeof **rows, &capacity);
        waiting_read(s, arena, &(*rows)[(*count)++]);
    }
    return !failed;
}

static sqlite3_stmt *reader(struct store *store, enum statement statement, int64_t number,
                            struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s != NULL)
        bind_number(s, 1, number);
    return s;
}

bool waiting_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct waiting **waiting, struct error *err)
{
    size_t count;
    return read_all(store, reader(store, STATEMENT_WAITING_BY_ID, id, err), arena,
                    waiting, &count, err);
}

bool waiting_is_known(struct store *store, const char *message_id, bool *known,
                      struct error *err)
{
    int64_t found;
    sqlite3_stmt *s = statement_get(store, STATEMENT_WAITING_KNOWN, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, message_id);
    if (!statement_number(store, s, 0, &found, err))
        return false;
    *known = found != 0;
    return true;
}

bool waiting_window(struct store *store, size_t limit, struct arena *arena,
                    struct waiting **rows, size_t *count, struct error *err)
{
    return read_all(store, reader(store, STATEMENT_WAITING_WINDOW, (int64_t)limit, err),
                    arena, rows, count, err);
}

bool waiting_of(struct store *store, int64_t contact_id, struct arena *arena,
                struct waiting **rows, size_t *count, struct error *err)
{
    return read_all(store, reader(store, STATEMENT_WAITING_OF, contact_id, err), arena,
                    rows, count, err);
}

bool waiting_like(struct store *store, const struct waiting *row, struct arena *arena,
                  struct waiting **rows, size_t *count, struct error *err)
{
    sqlite3_stmt *s;
    if (row->contact_id != 0)
        return waiting_of(store, row->contact_id, arena, rows, count, err);
    s = reader(store, STATEMENT_WAITING_CALLER, row->id, err);
    if (s != NULL)
        bind_text(s, 2, row->caller);
    return read_all(store, s, arena, rows, count, err);
}

bool waiting_count(struct store *store, int64_t limit, int64_t *people,
                   int64_t *oldest_utc, struct error *err)
{
    bool row;
    sqlite3_stmt *s = reader(store, STATEMENT_WAITING_COUNT, limit, err);
    if (s == NULL || !statement_row(store, s, &row, err))
        return false;
    *people = row ? column_number(s, 0) : 0;
    *oldest_utc = row ? column_number(s, 1) : 0;
    statement_end(s);
    return true;
}
