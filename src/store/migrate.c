/* An older desk brought up to date (endurance.md 21). */
#include "schema.h"

static bool run(struct store *store, const char *sql, struct error *err)
{
    int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || store_fail(store, code, err);
}

/* What a document left must hold together. */
static bool check_references(struct store *store, struct error *err)
{
    int64_t broken = 0;
    if (!store_number(store, "SELECT count(*) FROM pragma_foreign_key_check", &broken,
                      err))
        return false;
    return broken == 0 || error_set(err, ERROR_FAILED,
                                    "%s cannot be brought up to date: it is damaged; "
                                    "put a backup in its place",
                                    store->path);
}

/* One document in a transaction of its own; nothing when another process was faster. */
static bool advance(struct store *store, int version, struct error *err)
{
    struct error ignored;
    int64_t now = 0;
    if (!run(store, "BEGIN IMMEDIATE", err))
        return false;
    bool good = store_number(store, "PRAGMA user_version", &now, err);
    if (good && now < version)
        good = schema_advance(store->db, store->path, version, err) &&
               check_references(store, err);
    if (good && run(store, "COMMIT", err))
        return true;
    if (!sqlite3_get_autocommit(store->db))
        run(store, "ROLLBACK", &ignored);
    return false;
}

bool schema_migrate(struct store *store, int version, struct error *err)
{
    struct arena *arena = arena_create();
    bool good = store_backup_before(
        store, version, arena_format(arena, "%s.before-%d", store->path, SCHEMA_VERSION),
        err);
    arena_destroy(arena);
    for (int i = version + 1; good && i <= SCHEMA_VERSION; i++)
        good = advance(store, i, err);
    return good;
}
