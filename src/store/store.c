#include "connection.h"

#include <sys/stat.h>

#include "touchbase/base/process_mark.h"
#include "touchbase/base/reserve.h"

enum { ROOM_LEAST = 50 * 1024 * 1024 }; /* endurance.md 18 */

const char *store_path(const struct store *store)
{
    return store->path;
}

const char *store_folder(const struct store *store)
{
    return store->folder;
}

const char *store_read_only(const struct store *store)
{
    return store->read_only;
}

bool store_keep_room(const struct store *store)
{
    return store->read_only != NULL || reserve_keep(store->reserve, ROOM_LEAST);
}

void store_set_today(struct store *store, day_number today)
{
    store->today = today;
}

bool store_changed_elsewhere(struct store *store, bool *changed, struct error *err)
{
    int64_t version;
    sqlite3_stmt *s = statement_get(store, STATEMENT_DATA_VERSION, err);
    if (s == NULL || !statement_number(store, s, 0, &version, err))
        return false;
    *changed = store->data_version != -1 && store->data_version != version;
    store->data_version = version;
    for (int i = 0; *changed && i < RECORD_KIND_COUNT; i++)
        store->generations[i]++;
    return true;
}

uint64_t store_generation(const struct store *store, enum record_kind kind)
{
    return store->generations[kind];
}

bool store_look_begin(struct store *store)
{
    struct error ignored;
    return sqlite3_get_autocommit(store->db) != 0 &&
           statement_once(store, STATEMENT_BEGIN_LOOK, &ignored);
}

void store_look_end(struct store *store)
{
    struct error ignored;
    bool writing = store->step.open && !store->step.paused;
    if (!writing && sqlite3_get_autocommit(store->db) == 0)
        statement_once(store, STATEMENT_ROLLBACK, &ignored);
}

bool store_is_replaced(const struct store *store)
{
    struct stat status;
    return stat(store->path, &status) != 0 || status.st_dev != store->device ||
           status.st_ino != store->inode;
}

bool store_changes_elsewhere(struct store *store, int64_t most, int64_t *count,
                             struct error *err)
{
    bool first = store->change_seen < 0, row;
    sqlite3_stmt *s = statement_get(
        store, first ? STATEMENT_CHANGE_LAST : STATEMENT_CHANGES_ELSEWHERE, err);
    *count = 0;
    if (s == NULL)
        return false;
    if (!first) {
        bind_number(s, 1, store->change_seen);
        bind_number(s, 2, process_mark());
        bind_number(s, 3, most);
    }
    if (!statement_row(store, s, &row, err))
        return false;
    if (row && column_number(s, 0) > store->change_seen)
        store->change_seen = column_number(s, 0);
    if (row && !first)
        *count = column_number(s, 1);
    statement_end(s);
    return true;
}
