#include "rows.h"

#include <string.h>

struct cell cell_number(int64_t number)
{
    return (struct cell){.type = CELL_NUMBER, .number = number};
}

struct cell cell_id(int64_t id)
{
    return id == 0 ? (struct cell){.type = CELL_NULL} : cell_number(id);
}

struct cell cell_text(const char *text)
{
    if (text == NULL)
        return (struct cell){.type = CELL_NULL};
    return (struct cell){.type = CELL_TEXT, .text = text, .length = strlen(text)};
}

struct cell cell_day(day_number day)
{
    return day == DAY_NONE ? (struct cell){.type = CELL_NULL} : cell_number(day);
}

struct cell cell_minute(int minute)
{
    return minute == MINUTE_NONE ? (struct cell){.type = CELL_NULL} : cell_number(minute);
}

bool cell_same(const struct cell *a, const struct cell *b)
{
    if (a->type != b->type)
        return false;
    if (a->type == CELL_NUMBER)
        return a->number == b->number;
    return a->type == CELL_NULL ||
           (a->length == b->length && memcmp(a->text, b->text, a->length) == 0);
}

static bool bind_cells(struct store *store, sqlite3_stmt *s,
                       const struct table_info *info, const struct cell *cells,
                       struct error *err)
{
    for (int i = 0; i < info->cells; i++) {
        int code = SQLITE_OK;
        if (cells[i].type == CELL_NUMBER)
            code = sqlite3_bind_int64(s, i + 1, cells[i].number);
        else if (cells[i].type == CELL_TEXT)
            code = sqlite3_bind_text64(s, i + 1, cells[i].text, cells[i].length,
                                       SQLITE_STATIC, SQLITE_UTF8);
        if (code != SQLITE_OK)
            return store_fail(store, code, err);
    }
    if (info->derive != NULL)
        info->derive(store, s, cells);
    return true;
}

static bool run_with_cells(struct store *store, enum statement statement,
                           const struct table_info *info, const struct cell *cells,
                           struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    bool good = s != NULL && bind_cells(store, s, info, cells, err) &&
                statement_run(store, s, err);
    arena_reset(store->scratch);
    return good;
}

bool row_insert(struct store *store, enum table table, const struct cell *cells,
                int64_t *id, struct error *err)
{
    const struct table_info *info = table_info(table);
    if (!run_with_cells(store, info->insert, info, cells, err))
        return false;
    *id = sqlite3_last_insert_rowid(store->db);
    return true;
}

bool row_write(struct store *store, enum table table, const struct cell *cells,
               struct error *err)
{
    const struct table_info *info = table_info(table);
    return run_with_cells(store, info->insert + 1, info, cells, err);
}

bool row_delete(struct store *store, enum table table, int64_t id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, table_info(table)->insert + 2, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return statement_run(store, s, err);
}

static struct cell column_cell(sqlite3_stmt *s, int column, struct arena *arena)
{
    switch (sqlite3_column_type(s, column)) {
    case SQLITE_INTEGER:
        return cell_number(column_number(s, column));
    case SQLITE_TEXT:
        return (struct cell){.type = CELL_TEXT,
                             .text = column_text(s, column, arena),
                             .length = (size_t)sqlite3_column_bytes(s, column)};
    default:
        return (struct cell){.type = CELL_NULL};
    }
}

bool row_load(struct store *store, enum table table, int64_t id, struct arena *arena,
              struct cell *cells, bool *found, struct error *err)
{
    const struct table_info *info = table_info(table);
    sqlite3_stmt *s = statement_get(store, info->insert + 3, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    if (!statement_row(store, s, found, err))
        return false;
    for (int i = 0; *found && i < info->cells; i++)
        cells[i] = column_cell(s, i, arena);
    statement_end(s);
    return true;
}

static bool rows_differ(const struct table_info *info, const struct cell *a,
                        const struct cell *b)
{
    for (int i = 0; i < info->cells; i++) {
        if (i != info->ignored && !cell_same(&a[i], &b[i]))
            return true;
    }
    return false;
}

bool row_update(struct store *store, enum table table, const struct cell *cells,
                bool *changed, struct error *err)
{
    const struct table_info *info = table_info(table);
    struct cell stored[CELLS_MAX] = {{.type = CELL_NULL}};
    struct arena *arena = arena_create();
    bool found;
    bool good = row_load(store, table, cells[0].number, arena, stored, &found, err);
    if (good && !found)
        good =
            error_set(err, ERROR_NOT_FOUND, "there is no such %s any more", info->name);
    *changed = good && rows_differ(info, cells, stored);
    arena_destroy(arena);
    if (!good || !*changed)
        return good;
    return row_write(store, table, cells, err);
}
