/* Opening, making and closing a desk (endurance.md 16, 19, 22, 23, 24). */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "connection.h"
#include "journal.h"
#include "schema.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"
#include "touchbase/base/uuid.h"

enum { BUSY_MS = 5000, TEXT_LIMIT = 50 * 1024 * 1024 };

/* Short sleeps for five seconds in all, then the lock is refused. */
static int on_busy(void *data, int count)
{
    struct store *store = data;
    int64_t now = clock_ticks_ms();
    if (count == 0)
        store->busy_since_ms = now;
    if (now - store->busy_since_ms >= BUSY_MS)
        return 0;
    struct timespec pause = {.tv_nsec = (1 + count % 5) * 1000000L};
    nanosleep(&pause, NULL);
    return 1;
}

static bool set_up(struct store *store, struct error *err)
{
    static const char pragmas[] =
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;"
        "PRAGMA cache_size = -2000";
    sqlite3 *db = store->db;
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_handler(db, on_busy, store);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, TEXT_LIMIT);
    int code = sqlite3_exec(db, pragmas, NULL, NULL, NULL);
    return code == SQLITE_OK || store_fail(store, code, err);
}

static void read_only_because(struct store *store, const char *words)
{
    struct error sentence;
    if (store->read_only != NULL)
        return;
    error_set(&sentence, ERROR_FAILED, "%s %s", store->path, words);
    store->read_only = memory_string(sentence.text);
}

void store_only_read(struct store *store, const char *words)
{
    read_only_because(store, words);
}

/* Is it a desk, and one that we may write? *version gets which. */
static bool check_identity(struct store *store, int64_t *version, struct error *err)
{
    int64_t application = 0;
    uint64_t fingerprint;
    if (!store_number(store, "PRAGMA application_id", &application, err) ||
        !store_number(store, "PRAGMA user_version", version, err))
        return false;
    if (application != SCHEMA_APPLICATION || *version < SCHEMA_FIRST)
        return error_set(err, ERROR_FAILED, "%s: this is no touchbase desk", store->path);
    if (*version > SCHEMA_VERSION) {
        read_only_because(store,
                          "was written by a newer touchbase: it opens for reading only; "
                          "update touchbase to change it");
        return true;
    }
    if (!schema_fingerprint(store, &fingerprint, err))
        return false;
    if (!schema_is_known((int)*version, fingerprint))
        read_only_because(
            store, "holds tables or triggers that touchbase did not make: it opens "
                   "for reading only; touchbase check says more");
    return true;
}

/* May it be written where it lies? An older one has to be. */
static bool check_place(struct store *store, enum store_mode mode, int64_t version,
                        struct error *err)
{
    bool file = access(store->path, W_OK) == 0 &&
                (mode == STORE_READ || sqlite3_db_readonly(store->db, "main") == 0);
    bool folder = access(store->folder, W_OK) == 0;
    if (version < SCHEMA_VERSION && (store->read_only != NULL || !file || !folder))
        return error_set(err, ERROR_FAILED,
                         "%s was made by an older touchbase and cannot be brought up to "
                         "date: %s",
                         store->path,
                         !file     ? "the file cannot be written"
                         : !folder ? "its folder cannot be written"
                                   : "it holds tables or triggers that touchbase did not "
                                     "make");
    if (mode == STORE_READ)
        read_only_because(store, "was opened for reading only");
    else if (!file)
        read_only_because(store, "is a read-only file: it opens for reading only");
    else if (!folder)
        read_only_because(
            store, "lies in a folder that cannot be written: it opens for reading only");
    return true;
}

static bool set_journal_mode(struct store *store, struct error *err)
{
    if (store->read_only != NULL)
        return true;
    int code =
        sqlite3_exec(store->db, "PRAGMA journal_mode = TRUNCATE", NULL, NULL, NULL);
    return code == SQLITE_OK || store_fail(store, code, err);
}

/* What can be said about the file without SQLite; never opens it (endurance.md 24). */
static bool check_file(const char *path, struct error *err)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return error_set_errno(err, errno, "%s cannot be opened", path);
    if (S_ISDIR(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s is a folder, not a desk", path);
    if (!S_ISREG(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s is no file", path);
    if (status.st_size == 0)
        return error_set(
            err, ERROR_FAILED,
            "%s is empty: this is no touchbase desk, or it was emptied; restore a "
            "backup or remove it",
            path);
    return true;
}

/* A writer that was killed leaves a journal which a reader may not play back, and without
 * that nothing can be read: a writer opens the desk for a moment. */
static bool play_back(struct store *store)
{
    sqlite3 *db = NULL;
    if (sqlite3_exec(store->db, "PRAGMA user_version", NULL, NULL, NULL) !=
        SQLITE_READONLY_ROLLBACK)
        return false;
    bool good =
        sqlite3_open_v2(store->path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW,
                        NULL) == SQLITE_OK &&
        sqlite3_busy_timeout(db, BUSY_MS) == SQLITE_OK &&
        sqlite3_exec(db, "PRAGMA user_version", NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return good;
}

static bool get_ready(struct store *store, int64_t *version, struct error *err)
{
    if (!set_up(store, err))
        return false;
    bool looking = store_look_begin(store); /* one lock for all that is asked */
    bool good = check_identity(store, version, err);
    if (looking)
        store_look_end(store);
    return good;
}

/* One that is only read is brought up to date by a writer that opens it for a moment. */
static bool bring_up_to_date(struct store *store, int64_t version, struct error *err)
{
    if (version >= SCHEMA_VERSION)
        return true;
    if (store->read_only == NULL)
        return schema_migrate(store, (int)version, err);
    struct store *writer = store_open(store->path, STORE_WRITE, err);
    if (writer == NULL)
        return false;
    store_close(writer);
    return true;
}

static bool connect_to(struct store *store, enum store_mode mode, struct error *err)
{
    /* Counting every allocation under a lock is for those who read the count; refused
     * once SQLite runs. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    int code = sqlite3_open_v2(store->path, &store->db,
                               flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);
    if ((code & 0xFF) == SQLITE_CANTOPEN)
        return error_set(err, ERROR_FAILED,
                         "%s cannot be opened: no permission, or no such file",
                         store->path);
    if (code != SQLITE_OK)
        return store_fail(store, code, err);
    bool changed;
    int64_t version = 0;
    if ((!get_ready(store, &version, err) &&
         (!play_back(store) || !get_ready(store, &version, err))) ||
        !check_place(store, mode, version, err) || !set_journal_mode(store, err) ||
        !bring_up_to_date(store, version, err) ||
        !store_changed_elsewhere(store, &changed, err))
        return false;
    journal_watch(store);
    return true;
}

/* A journal left behind by a desk that is gone would be played back into the new one. It
 * is moved aside, since its desk may be brought back. */
static bool set_journal_aside(struct arena *arena, const char *path,
                              const char *temporary, struct error *err)
{
    const char *journal = arena_format(arena, "%s-journal", path);
    if (rename(journal, arena_format(arena, "%s-journal", temporary)) == 0 ||
        errno == ENOENT)
        return true;
    return error_set_errno(err, errno, "%s: the desk cannot be made", journal);
}

/* Makes the desk under a name of its own and links it to path, so that a half-made desk
 * is never seen and an existing file never overwritten. */
static bool make_desk(const char *path, struct error *err)
{
    char uuid[UUID_SIZE];
    struct arena *arena = arena_create();
    char *temporary = arena_format(arena, "%s.%.8s.new", path, uuid_make(uuid));
    sqlite3 *db = NULL;
    bool good = file_make_folder(file_folder(arena, path), err);
    int fd = good ? open(temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600) : -1;
    if (good && fd < 0)
        good = error_set_errno(err, errno, "%s: the desk cannot be made", path);
    if (fd >= 0)
        close(fd);
    if (good) {
        good =
            sqlite3_open_v2(temporary, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK ||
            error_set(err, ERROR_FAILED, "%s: the desk cannot be made: %s", path,
                      sqlite3_errmsg(db));
        good = good && schema_make(db, path, SCHEMA_VERSION, err);
        sqlite3_close(db);
        good = good && set_journal_aside(arena, path, temporary, err);
        if (good && link(temporary, path) != 0 && errno != EEXIST)
            good = error_set_errno(err, errno, "%s: the desk cannot be made", path);
        unlink(temporary);
    }
    arena_destroy(arena);
    return good;
}

struct store *store_open(const char *path, enum store_mode mode, struct error *err)
{
    struct stat status;
    char resolved[PATH_MAX];
    bool missing = stat(path, &status) != 0 && errno == ENOENT;
    if (missing && mode != STORE_CREATE) {
        error_set(err, ERROR_FAILED, "there is no desk at %s", path);
        return NULL;
    }
    if (missing && !make_desk(path, err))
        return NULL;
    if (realpath(path, resolved) == NULL) {
        error_set_errno(err, errno, "%s cannot be opened", path);
        return NULL;
    }
    if (!check_file(resolved, err))
        return NULL;
    struct store *store = memory_alloc(sizeof *store);
    *store = (struct store){.path = memory_string(resolved), .data_version = -1};
    store->scratch = arena_create();
    store->settling = arena_create();
    store->folder = memory_string(file_folder(store->scratch, resolved));
    store->reserve = memory_string(arena_format(store->scratch, "%s-reserve", resolved));
    store->today = DAY_NONE;
    store->change_seen = -1;
    if (stat(resolved, &status) == 0) {
        store->device = status.st_dev;
        store->inode = status.st_ino;
    }
    if (connect_to(store, mode, err))
        return store;
    store_close(store);
    return NULL;
}

void store_close(struct store *store)
{
    struct error ignored;
    if (store == NULL)
        return;
    if (store->db != NULL && store->step.open)
        store_step_cancel(store, &ignored);
    statements_finalize(store);
    sqlite3_close(store->db);
    row_set_free(&store->changes);
    row_set_free(&store->dirty);
    row_set_free(&store->spans);
    arena_destroy(store->scratch);
    arena_destroy(store->settling);
    buffer_free(&store->who);
    buffer_free(&store->reach);
    free(store->path);
    free(store->folder);
    free(store->reserve);
    free(store->read_only);
    free(store);
}
