#include "touchbase/store/sync.h"

#include "rows.h"
#include "touchbase/store/touches.h"

enum { PARTING_CELLS = 8 };

/* ---- Agreements ---- */

static bool read_agreed(struct store *store, sqlite3_stmt *s, struct arena *arena,
                        struct agreed **rows, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *rows = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *rows = arena_grow(arena, *rows, *count, *count + 1, sizeof **rows, &capacity);
        (*rows)[(*count)++] = (struct agreed){
            .href = column_text(s, 0, arena),
            .etag = column_text(s, 1, arena),
            .uuid = column_text(s, 2, arena),
            .content = column_number(s, 3),
            .core = column_number(s, 4),
            .title = column_text(s, 5, arena),
            .day = {column_day(s, 6), MINUTE_NONE},
            .utc = column_number(s, 7),
        };
    }
    return !failed;
}

bool agreed_of(struct store *store, const char *place, struct arena *arena,
               struct agreed **rows, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_AGREED_OF, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, place);
    return read_agreed(store, s, arena, rows, count, err);
}

bool agreed_by_uuid(struct store *store, const char *place, const char *uuid,
                    struct arena *arena, struct agreed **row, struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, STATEMENT_AGREED_BY_UUID, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, place);
    bind_text(s, 2, uuid);
    return read_agreed(store, s, arena, row, &count, err);
}

static bool set_row(struct store *store, const char *place, const struct agreed *row,
                    struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_AGREED_SET, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, place);
    bind_text(s, 2, row->href);
    bind_text(s, 3, row->etag);
    bind_text(s, 4, row->uuid);
    bind_number(s, 5, row->content);
    bind_number(s, 6, row->core);
    bind_text(s, 7, row->title);
    if (row->day.day != DAY_NONE)
        bind_number(s, 8, row->day.day);
    bind_number(s, 9, row->utc);
    return statement_run(store, s, err);
}

bool agreed_set(struct store *store, const char *place, const struct agreed *row,
                struct error *err)
{
    bool own;
    return transaction_join(store, &own, err) &&
           transaction_leave(store, own, set_row(store, place, row, err), err);
}

static bool forget_row(struct store *store, const char *place, const char *href,
                       struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_AGREED_FORGET, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, place);
    bind_text(s, 2, href);
    return statement_run(store, s, err);
}

bool agreed_forget(struct store *store, const char *place, const char *href,
                   struct error *err)
{
    bool own;
    return transaction_join(store, &own, err) &&
           transaction_leave(store, own, forget_row(store, place, href, err), err);
}

bool touch_sequence_seen(struct store *store, int64_t id, int32_t sequence,
                         struct error *err)
{
    sqlite3_stmt *s = store_may_write(store, err)
                          ? statement_get(store, STATEMENT_TOUCH_SEQUENCE, err)
                          : NULL;
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_number(s, 2, sequence);
    return statement_run(store, s, err);
}

/* ---- What a person decides ---- */

bool parting_insert(struct store *store, const struct parting *parting, struct error *err)
{
    const struct cell cells[PARTING_CELLS] = {
        cell_id(0),
        cell_number(parting->touch.contact_id),
        cell_number(parting->touch.id),
        cell_number(parting->kind),
        cell_text(parting->title),
        cell_day(parting->due.day),
        cell_minute(parting->due.minute),
        cell_number(parting->asked_utc),
    };
    int64_t id;
    return store_may_write(store, err) &&
           row_insert(store, TABLE_PARTING, cells, &id, err);
}

bool parting_delete(struct store *store, int64_t id, struct error *err)
{
    return store_may_write(store, err) && row_delete(store, TABLE_PARTING, id, err);
}

/* The touches are read behind it: one statement at a time is open. */
static bool fill_touches(struct store *store, struct arena *arena, struct parting *rows,
                         size_t *count, struct error *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct touch *touch;
        if (!touch_by_id(store, rows[i].touch.id, arena, &touch, err))
            return false;
        if (touch == NULL)
            continue;
        rows[kept] = rows[i];
        rows[kept++].touch = *touch;
    }
    *count = kept;
    return true;
}

static bool read_partings(struct store *store, sqlite3_stmt *s, struct arena *arena,
                          struct parting **rows, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *rows = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *rows = arena_grow(arena, *rows, *count, *count + 1, sizeof **rows, &capacity);
        (*rows)[(*count)++] = (struct parting){
            .id = column_number(s, 0),
            .touch.id = column_number(s, 1),
            .kind = (enum parting_kind)column_number(s, 2),
            .title = column_text(s, 3, arena),
            .due = {column_day(s, 4), column_minute(s, 5)},
            .asked_utc = column_number(s, 6),
        };
    }
    return !failed && fill_touches(store, arena, *rows, count, err);
}

bool partings(struct store *store, size_t limit, struct arena *arena,
              struct parting **rows, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_PARTINGS, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, (int64_t)limit);
    return read_partings(store, s, arena, rows, count, err);
}

bool parting_of(struct store *store, int64_t touch_id, struct arena *arena,
                struct parting **row, struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, STATEMENT_PARTING_OF, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, touch_id);
    if (!read_partings(store, s, arena, row, &count, err))
        return false;
    if (count == 0)
        *row = NULL;
    return true;
}

bool partings_count(struct store *store, int64_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_PARTING_COUNT, err);
    return s != NULL && statement_number(store, s, 0, count, err);
}

/* ---- The log ---- */

static bool add_line(struct store *store, int64_t at_utc, const char *words,
                     struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SYNC_LOG_ADD, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, at_utc);
    bind_text(s, 2, words);
    if (!statement_run(store, s, err))
        return false;
    s = statement_get(store, STATEMENT_SYNC_LOG_TRIM, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, SYNC_LOG_MOST);
    return statement_run(store, s, err);
}

bool sync_log_add(struct store *store, int64_t at_utc, const char *words,
                  struct error *err)
{
    bool own;
    return transaction_join(store, &own, err) &&
           transaction_leave(store, own, add_line(store, at_utc, words, err), err);
}

bool sync_log_read(struct store *store, size_t limit, struct arena *arena,
                   struct sync_line **lines, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_SYNC_LOG_READ, err);
    *lines = NULL;
    *count = 0;
    if (s == NULL)
        return false;
    bind_number(s, 1, (int64_t)limit);
    while (statement_next(store, s, &failed, err)) {
        *lines = arena_grow(arena, *lines, *count, *count + 1, sizeof **lines, &capacity);
        (*lines)[(*count)++] =
            (struct sync_line){column_number(s, 0), column_text(s, 1, arena)};
    }
    return !failed;
}
