#include "connection.h"

#include "journal.h"
#include "settle.h"
#include "touchbase/base/reserve.h"

static const char *reason(const struct store *store, int code)
{
    if (code == SQLITE_READONLY_ROLLBACK)
        return "something stopped while writing it; it can be read once somebody who may "
               "write it has opened it";
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another window is writing to this desk; try again in a moment";
    case SQLITE_FULL:
        return store->reserve_given
                   ? "the disk is full, nothing was changed; the reserve was freed for "
                     "it: "
                     "try again, and make room"
                   : "the disk is full, nothing was changed; free some space and try "
                     "again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return "the file or its folder cannot be written, nothing was changed";
    case SQLITE_NOTADB:
        return "this is no touchbase desk";
    case SQLITE_CORRUPT:
        return "the desk is damaged; put a backup in its place";
    case SQLITE_IOERR:
        return "the disk reports an error, nothing was changed";
    case SQLITE_TOOBIG:
        return "a text is too long (50 MB is the most)";
    case SQLITE_INTERRUPT:
        return "stopped";
    default:
        return store->db != NULL ? sqlite3_errmsg(store->db) : sqlite3_errstr(code);
    }
}

bool store_fail(struct store *store, int code, struct error *err)
{
    if ((code & 0xFF) == SQLITE_FULL)
        store->reserve_given = reserve_give(store->reserve);
    return error_set(err, ERROR_FAILED, "%s: %s", store->path, reason(store, code));
}

bool store_writable(const struct store *store, struct error *err)
{
    if (store->read_only == NULL)
        return true;
    return error_set(err, ERROR_FAILED, "%s", store->read_only);
}

bool store_may_write(struct store *store, struct error *err)
{
    if (!store_writable(store, err))
        return false;
    if (store->step.open && !store->step.paused && !sqlite3_get_autocommit(store->db))
        return true;
    return error_set(err, ERROR_FAILED, "%s: a change outside of a step", store->path);
}

static void forget_changes(struct store *store)
{
    row_set_clear(&store->changes);
    row_set_clear(&store->dirty);
    row_set_clear(&store->spans);
    for (int i = 0; i < TALLY_COUNT; i++)
        store->tally[i] = 0;
    store->kinds = 0;
}

bool transaction_begin(struct store *store, struct error *err)
{
    if (!store_writable(store, err))
        return false;
    forget_changes(store);
    return statement_once(store, STATEMENT_BEGIN, err);
}

static bool write_tally(struct store *store, struct error *err)
{
    for (int i = 0; i < TALLY_COUNT; i++) {
        if (store->tally[i] == 0)
            continue;
        sqlite3_stmt *s = statement_get(store, STATEMENT_TALLY_ADD, err);
        if (s == NULL)
            return false;
        bind_number(s, 1, i);
        bind_number(s, 2, store->tally[i]);
        if (!statement_run(store, s, err))
            return false;
        store->tally[i] = 0;
    }
    return true;
}

void transaction_rollback(struct store *store)
{
    struct error ignored;
    /* After a full disk or an I/O error SQLite has rolled back already (endurance.md 18).
     */
    if (!sqlite3_get_autocommit(store->db))
        statement_once(store, STATEMENT_ROLLBACK, &ignored);
    forget_changes(store);
}

static void raise_generations(struct store *store)
{
    for (int i = 0; i < RECORD_KIND_COUNT; i++) {
        if ((store->kinds & 1u << i) != 0)
            store->generations[i]++;
    }
}

bool transaction_commit(struct store *store, struct error *err)
{
    bool good = settle(store, err) && write_tally(store, err) &&
                statement_once(store, STATEMENT_COMMIT, err);
    if (good)
        raise_generations(store);
    transaction_rollback(store);
    return good;
}

bool transaction_join(struct store *store, bool *own, struct error *err)
{
    *own = !store->step.open || store->step.paused;
    return *own ? transaction_begin(store, err) : store_may_write(store, err);
}

bool transaction_leave(struct store *store, bool own, bool good, struct error *err)
{
    if (!own)
        return good;
    if (good)
        return transaction_commit(store, err);
    transaction_rollback(store);
    return false;
}
