#include "touchbase/store/seen.h"

#include "connection.h"

static int64_t as_row(uint64_t key)
{
    return (int64_t)key;
}

bool seen_ask(struct store *store, const uint64_t *keys, size_t count, bool *seen,
              struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEEN_GET, err);
    bool looking = store_look_begin(store), good = s != NULL;
    for (size_t i = 0; good && i < count; i++) {
        bind_number(s, 1, as_row(keys[i]));
        good = statement_row(store, s, &seen[i], err);
        if (good && seen[i])
            statement_end(s);
    }
    if (looking)
        store_look_end(store);
    return good;
}

static bool add_one(struct store *store, const struct seen_mark *mark, day_number today,
                    struct error *err)
{
    sqlite3_stmt *s = statement_get(
        store, mark->message_id != NULL ? STATEMENT_SEEN_ADD_LEFT : STATEMENT_SEEN_ADD,
        err);
    if (s == NULL)
        return false;
    bind_number(s, 1, as_row(mark->key));
    bind_number(s, 2, today);
    if (mark->message_id != NULL)
        bind_text(s, 3, mark->message_id);
    return statement_run(store, s, err);
}

bool seen_add(struct store *store, const struct seen_mark *marks, size_t count,
              day_number today, struct error *err)
{
    bool own, good = true;
    if (!transaction_join(store, &own, err))
        return false;
    for (size_t i = 0; good && i < count; i++)
        good = add_one(store, &marks[i], today, err);
    return transaction_leave(store, own, good, err);
}

static bool trim(struct store *store, int64_t most, struct error *err)
{
    int64_t count = 0;
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEEN_COUNT, err);
    if (s == NULL || !statement_number(store, s, 0, &count, err))
        return false;
    if (count <= most)
        return true;
    s = statement_get(store, STATEMENT_SEEN_TRIM, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, count - most);
    return statement_run(store, s, err);
}

bool seen_trim(struct store *store, int64_t most, struct error *err)
{
    bool own;
    if (!transaction_join(store, &own, err))
        return false;
    return transaction_leave(store, own, trim(store, most, err), err);
}
