/* Planned times in UTC, derived anew when zones change. */
#include "rows.h"
#include "touchbase/store/touches.h"

enum { RENEW_MAX = 1000 };

struct renewed {
    int64_t id;
    int64_t utc;
};

static bool look(struct store *store, sqlite3_stmt *s, struct arena *arena,
                 bool (*derive)(void *context, struct wall due, const char *zone,
                                int64_t *utc),
                 void *context, struct renewed *renewed, size_t *count, int64_t *last,
                 struct error *err)
{
    bool failed = false;
    *count = 0;
    *last = 0;
    while (statement_next(store, s, &failed, err)) {
        struct renewed one = {.id = column_number(s, 0), .utc = column_number(s, 4)};
        struct wall due = {column_day(s, 1), column_minute(s, 2)};
        int64_t before = one.utc;
        *last = one.id;
        if (due.day != DAY_NONE &&
            derive(context, due, column_text(s, 3, arena), &one.utc) && one.utc != before)
            renewed[(*count)++] = one;
    }
    return !failed;
}

static bool write_all(struct store *store, const struct renewed *renewed, size_t count,
                      struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        sqlite3_stmt *s = statement_get(store, STATEMENT_TOUCH_RENEW, err);
        if (s == NULL)
            return false;
        bind_number(s, 1, renewed[i].id);
        bind_number(s, 2, renewed[i].utc);
        if (!statement_run(store, s, err))
            return false;
    }
    store->kinds |= 1u << RECORD_TOUCH;
    return true;
}

bool touches_renew(struct store *store, int64_t after, size_t limit,
                   bool (*derive)(void *context, struct wall due, const char *zone,
                                  int64_t *utc),
                   void *context, int64_t *last, struct error *err)
{
    struct arena *arena = arena_create();
    struct renewed *renewed = arena_array(arena, RENEW_MAX, sizeof *renewed);
    size_t count;
    bool own;
    sqlite3_stmt *s = statement_get(store, STATEMENT_TOUCH_PLANNED, err);
    bool good = s != NULL;
    if (good) {
        bind_number(s, 1, after);
        bind_number(s, 2, (int64_t)(limit < RENEW_MAX ? limit : RENEW_MAX));
        good = look(store, s, arena, derive, context, renewed, &count, last, err);
    }
    if (good && count > 0)
        good = transaction_join(store, &own, err) &&
               transaction_leave(store, own, write_all(store, renewed, count, err), err);
    arena_destroy(arena);
    return good;
}
