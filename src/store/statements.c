#include "statements.h"

#include "connection.h"
#include "statement_texts.h"

const char *statement_text(enum statement statement)
{
    if (statement < STATEMENT_ROW_END)
        return statement_texts_row[statement];
    if (statement < STATEMENT_CONTACT_END)
        return statement_texts_contact[statement - STATEMENT_ROW_END];
    if (statement < STATEMENT_RECORD_END)
        return statement_texts_record[statement - STATEMENT_CONTACT_END];
    return statement_texts_desk[statement - STATEMENT_RECORD_END];
}

sqlite3_stmt *statement_get(struct store *store, enum statement statement,
                            struct error *err)
{
    sqlite3_stmt **s = &store->statements[statement];
    if (*s == NULL) {
        int code = sqlite3_prepare_v3(store->db, statement_text(statement), -1,
                                      SQLITE_PREPARE_PERSISTENT, s, NULL);
        if (code != SQLITE_OK) {
            store_fail(store, code, err);
            return NULL;
        }
    }
    sqlite3_reset(*s);
    sqlite3_clear_bindings(*s);
    return *s;
}

bool statement_row(struct store *store, sqlite3_stmt *s, bool *row, struct error *err)
{
    int code = sqlite3_step(s);
    *row = code == SQLITE_ROW;
    if (*row)
        return true;
    if (code != SQLITE_DONE)
        store_fail(store, code, err);
    sqlite3_reset(s);
    return code == SQLITE_DONE;
}

bool statement_next(struct store *store, sqlite3_stmt *s, bool *failed, struct error *err)
{
    bool row = false;
    *failed = s == NULL || !statement_row(store, s, &row, err);
    return row;
}

bool statement_run(struct store *store, sqlite3_stmt *s, struct error *err)
{
    bool failed;
    while (statement_next(store, s, &failed, err))
        continue;
    return !failed;
}

void statement_end(sqlite3_stmt *s)
{
    sqlite3_reset(s);
}

bool statement_once(struct store *store, enum statement statement, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    return s != NULL && statement_run(store, s, err);
}

bool statement_number(struct store *store, sqlite3_stmt *s, int64_t fallback,
                      int64_t *number, struct error *err)
{
    bool row;
    if (!statement_row(store, s, &row, err))
        return false;
    *number = row ? column_number(s, 0) : fallback;
    statement_end(s);
    return true;
}

bool store_number(struct store *store, const char *sql, int64_t *number,
                  struct error *err)
{
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &s, NULL);
    bool good = code == SQLITE_OK ? statement_number(store, s, 0, number, err)
                                  : store_fail(store, code, err);
    sqlite3_finalize(s);
    return good;
}

void statements_finalize(struct store *store)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
}

void bind_number(sqlite3_stmt *s, int index, int64_t number)
{
    if (index <= sqlite3_bind_parameter_count(s))
        sqlite3_bind_int64(s, index, number);
}

void bind_text(sqlite3_stmt *s, int index, const char *text)
{
    if (text != NULL)
        sqlite3_bind_text(s, index, text, -1, SQLITE_STATIC);
}

void bind_id(sqlite3_stmt *s, int index, int64_t id)
{
    if (id != 0)
        sqlite3_bind_int64(s, index, id);
}

int64_t column_number(sqlite3_stmt *s, int column)
{
    return sqlite3_column_int64(s, column);
}

char *column_text(sqlite3_stmt *s, int column, struct arena *arena)
{
    const unsigned char *text = sqlite3_column_text(s, column);
    if (text == NULL)
        return NULL;
    return arena_copy(arena, (const char *)text, (size_t)sqlite3_column_bytes(s, column));
}

day_number column_day(sqlite3_stmt *s, int column)
{
    if (sqlite3_column_type(s, column) == SQLITE_NULL)
        return DAY_NONE;
    return (day_number)sqlite3_column_int64(s, column);
}

int column_minute(sqlite3_stmt *s, int column)
{
    if (sqlite3_column_type(s, column) == SQLITE_NULL)
        return MINUTE_NONE;
    return sqlite3_column_int(s, column);
}
