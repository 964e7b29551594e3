#include "touchbase/store/series.h"

#include <stdlib.h>

#include "rows.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/uuid.h"

enum { SERIES_CELLS = 6, EXCEPTION_CELLS = 5, OCCURRENCE_CELLS = 4 };

bool series_insert(struct store *store, struct arena *arena, struct series *series,
                   struct error *err)
{
    if (!store_may_write(store, err))
        return false;
    if (series->uuid == NULL)
        series->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    const struct cell cells[SERIES_CELLS] = {
        cell_id(0),
        cell_text(series->uuid),
        cell_text(series->rule),
        cell_day(series->start.day),
        cell_minute(series->start.minute),
        cell_text(series->zone),
    };
    return row_insert(store, TABLE_SERIES, cells, &series->id, err);
}

bool series_except(struct store *store, int64_t id,
                   const struct series_exception *exception, struct error *err)
{
    const struct cell cells[EXCEPTION_CELLS] = {
        cell_id(0),
        cell_number(id),
        cell_day(exception->day),
        cell_day(exception->to.day),
        cell_minute(exception->to.minute),
    };
    int64_t row;
    return store_may_write(store, err) &&
           row_insert(store, TABLE_EXCEPTION, cells, &row, err);
}

/* The row of a touch, 0 for none. */
static bool find_occurrence(struct store *store, int64_t touch_id, int64_t *id,
                            struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_OCCURRENCE_OF, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, touch_id);
    return statement_number(store, s, 0, id, err);
}

bool series_join(struct store *store, int64_t id, int64_t touch_id, day_number day,
                 struct error *err)
{
    int64_t row;
    bool differs;
    if (!store_may_write(store, err) || !find_occurrence(store, touch_id, &row, err))
        return false;
    const struct cell cells[OCCURRENCE_CELLS] = {cell_id(row), cell_number(touch_id),
                                                 cell_number(id), cell_day(day)};
    return row != 0 ? row_update(store, TABLE_OCCURRENCE, cells, &differs, err)
                    : row_insert(store, TABLE_OCCURRENCE, cells, &row, err);
}

bool series_leave(struct store *store, int64_t touch_id, struct error *err)
{
    int64_t row;
    return store_may_write(store, err) && find_occurrence(store, touch_id, &row, err) &&
           (row == 0 || row_delete(store, TABLE_OCCURRENCE, row, err));
}

bool series_by_id(struct store *store, int64_t id, struct arena *arena,
                  struct series **series, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SERIES_LOAD, err);
    bool failed = false;
    *series = NULL;
    if (s != NULL)
        bind_number(s, 1, id);
    while (statement_next(store, s, &failed, err)) {
        *series = arena_alloc(arena, sizeof **series);
        **series = (struct series){.id = column_number(s, 0),
                                   .uuid = column_text(s, 1, arena),
                                   .rule = column_text(s, 2, arena),
                                   .start = {column_day(s, 3), column_minute(s, 4)},
                                   .zone = column_text(s, 5, arena)};
    }
    return !failed;
}

bool series_exceptions(struct store *store, int64_t id, size_t limit, struct arena *arena,
                       struct series_exception **exceptions, size_t *count,
                       struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_EXCEPTIONS_OF, err);
    *exceptions = NULL;
    *count = 0;
    if (s != NULL) {
        bind_number(s, 1, id);
        bind_number(s, 2, (int64_t)limit);
    }
    while (statement_next(store, s, &failed, err)) {
        *exceptions = arena_grow(arena, *exceptions, *count, *count + 1,
                                 sizeof **exceptions, &capacity);
        (*exceptions)[(*count)++] = (struct series_exception){
            .day = column_day(s, 0), .to = {column_day(s, 1), column_minute(s, 2)}};
    }
    return !failed;
}

/* ---- The days known to come ---- */

static void read_days(struct arena *arena, const char *text, struct series_days *out)
{
    day_number *days = NULL;
    size_t capacity = 0;
    for (char *end; *text != '\0'; text = end) {
        long number = strtol(text, &end, 10);
        if (end == text)
            break;
        days =
            arena_grow(arena, days, out->count, out->count + 1, sizeof *days, &capacity);
        days[out->count++] = (day_number)number;
    }
    out->days = days;
}

bool series_coming(struct store *store, int64_t id, struct arena *arena,
                   struct series_days *out, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_COMING_OF, err);
    bool failed = false;
    *out = (struct series_days){.after = INT32_MAX};
    if (s != NULL)
        bind_number(s, 1, id);
    while (statement_next(store, s, &failed, err)) {
        out->after = column_day(s, 0);
        read_days(arena, column_text(s, 1, arena), out);
        out->complete = column_number(s, 2) != 0;
    }
    return !failed;
}

static bool set_coming(struct store *store, int64_t id, const struct series_days *days,
                       struct error *err)
{
    struct buffer text = {0};
    sqlite3_stmt *s = statement_get(store, STATEMENT_COMING_SET, err);
    bool good = s != NULL;
    for (size_t i = 0; i < days->count; i++)
        buffer_add_format(&text, "%s%d", i == 0 ? "" : " ", (int)days->days[i]);
    if (good) {
        bind_number(s, 1, id);
        bind_number(s, 2, days->after);
        bind_text(s, 3, buffer_string(&text));
        bind_number(s, 4, days->complete);
        good = statement_run(store, s, err);
    }
    buffer_free(&text);
    return good;
}

bool series_coming_set(struct store *store, int64_t id, const struct series_days *days,
                       struct error *err)
{
    bool own;
    return transaction_join(store, &own, err) &&
           transaction_leave(store, own, set_coming(store, id, days, err), err);
}
