#include "spans.h"

enum { LEVELS = 5, SPANS_IN_ONE = 64 };

static int64_t divide_down(int64_t number, int64_t by)
{
    return number / by - (number % by < 0 ? 1 : 0);
}

int64_t span_of_due(int64_t due_utc)
{
    return divide_down(due_utc, SPAN_SECONDS);
}

void span_add(struct store *store, enum span_kind kind, int64_t number, int64_t by)
{
    bool fresh;
    row_set_entry(&store->spans, (int)kind, number, &fresh)->operation += (int)by;
}

static bool change(struct store *store, enum statement statement, int kind, int level,
                   int64_t number, int64_t by, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, kind);
    bind_number(s, 2, level);
    bind_number(s, 3, number);
    bind_number(s, 4, by);
    return statement_run(store, s, err);
}

/* A span that would hold none is taken out, since there is no row of 0. */
static bool write_span(struct store *store, const struct row_entry *entry,
                       struct error *err)
{
    int64_t number = entry->row, by = entry->operation;
    for (int level = 0; level < LEVELS && by != 0; level++) {
        bool good = by > 0 || change(store, STATEMENT_SPAN_EMPTY, entry->table, level,
                                     number, by, err);
        if (!good || !change(store, by > 0 ? STATEMENT_SPAN_MORE : STATEMENT_SPAN_LESS,
                             entry->table, level, number, by, err))
            return false;
        number = divide_down(number, SPANS_IN_ONE);
    }
    return true;
}

bool spans_write(struct store *store, struct error *err)
{
    for (size_t i = 0; i < store->spans.count; i++) {
        if (!write_span(store, &store->spans.entries[i], err))
            return false;
    }
    row_set_clear(&store->spans);
    return true;
}

bool span_count_below(struct store *store, enum span_kind kind, int64_t number,
                      int64_t *count, struct error *err)
{
    *count = 0;
    for (int level = 0; level < LEVELS; level++) {
        int64_t above = divide_down(number, SPANS_IN_ONE), part;
        sqlite3_stmt *s = statement_get(store, STATEMENT_SPAN_SUM, err);
        if (s == NULL)
            return false;
        bind_number(s, 1, kind);
        bind_number(s, 2, level);
        bind_number(s, 3, level < LEVELS - 1 ? above * SPANS_IN_ONE : INT64_MIN);
        bind_number(s, 4, number);
        if (!statement_number(store, s, 0, &part, err))
            return false;
        *count += part;
        number = above;
    }
    return true;
}
