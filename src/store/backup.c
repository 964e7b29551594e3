/* Backup through SQLite's own copying, so that locks hold and a half-written desk is
 * never copied. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "connection.h"
#include "touchbase/base/file.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/health.h"

enum { PAGES_A_STEP = 1000 };

static bool copy_pages(struct store *store, sqlite3 *copy, const char *path,
                       struct error *err)
{
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", store->db, "main");
    if (backup == NULL)
        return error_set(err, ERROR_FAILED, "%s: %s", path, sqlite3_errmsg(copy));
    int code;
    do {
        code = sqlite3_backup_step(backup, PAGES_A_STEP);
    } while (code == SQLITE_OK);
    int finished = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE && finished == SQLITE_OK)
        return true;
    return error_set(err, ERROR_FAILED, "%s: the backup cannot be written: %s", path,
                     sqlite3_errstr(code == SQLITE_DONE ? finished : code));
}

static int see_ok(void *data, int columns, char **values, char **names)
{
    bool *whole = data;
    (void)names;
    *whole = columns == 1 && values[0] != NULL && strcmp(values[0], "ok") == 0;
    return 0;
}

static bool check_copy(sqlite3 *copy, const char *path, struct error *err)
{
    bool whole = false;
    int code = sqlite3_exec(copy, "PRAGMA quick_check(1)", see_ok, &whole, NULL);
    if (code == SQLITE_OK && whole)
        return true;
    return error_set(err, ERROR_FAILED, "%s: the copy is damaged and was thrown away",
                     path);
}

static bool sync_path(const char *path, int flags, struct error *err)
{
    int fd = open(path, flags | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (!good)
        error_set_errno(err, errno, "%s", path);
    if (fd >= 0)
        close(fd);
    return good;
}

static bool fill_copy(struct store *store, const char *temporary, const char *path,
                      struct error *err)
{
    sqlite3 *copy = NULL;
    int fd = open(temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return error_set_errno(err, errno, "%s: the backup cannot be written", path);
    close(fd);
    bool good =
        sqlite3_open_v2(temporary, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK ||
        error_set(err, ERROR_FAILED, "%s: %s", path, sqlite3_errmsg(copy));
    good = good && copy_pages(store, copy, path, err) && check_copy(copy, path, err);
    sqlite3_close(copy);
    return good && sync_path(temporary, O_RDWR, err);
}

bool store_backup(struct store *store, const char *path, struct error *err)
{
    char uuid[UUID_SIZE];
    struct arena *arena = arena_create();
    const char *folder = file_folder(arena, path);
    const char *temporary = arena_format(arena, "%s.%.8s.new", path, uuid_make(uuid));
    bool good = !store->step.open ||
                error_set(err, ERROR_FAILED, "%s: a step is being made", store->path);
    good = good && fill_copy(store, temporary, path, err);
    if (good && rename(temporary, path) != 0)
        good = error_set_errno(err, errno, "%s: the backup cannot be written", path);
    if (!good)
        unlink(temporary);
    good = good && sync_path(folder, O_RDONLY | O_DIRECTORY, err);
    arena_destroy(arena);
    return good;
}
