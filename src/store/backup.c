/* Backup through SQLite's own copying, so that locks hold and a half-written desk is
 * never copied. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "connection.h"
#include "schema.h"
#include "touchbase/base/file.h"
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

/* Is what stands at path still what was opened? */
static bool is_still(int fd, const char *path)
{
    struct stat opened, named;
    return fstat(fd, &opened) == 0 && stat(path, &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/* Opens the temporary file and waits for its lock; -1 and errno, EAGAIN when who held it
 * has ended its copy. The name is always the same, so that what a killed touchbase left
 * of a copy is used again and never fills the disk. */
static int claim(const char *temporary)
{
    int fd = open(temporary, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -1;
    if (flock(fd, LOCK_EX) == 0 && is_still(fd, temporary))
        return fd;
    close(fd);
    errno = EAGAIN;
    return -1;
}

static bool fill_copy(struct store *store, const char *temporary, const char *path,
                      struct error *err)
{
    sqlite3 *copy = NULL;
    bool good =
        sqlite3_open_v2(temporary, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK ||
        error_set(err, ERROR_FAILED, "%s: %s", path, sqlite3_errmsg(copy));
    good = good && copy_pages(store, copy, path, err) && check_copy(copy, path, err);
    sqlite3_close(copy);
    return good && sync_path(temporary, O_RDWR, err);
}

/* With the temporary file claimed. */
static bool copy_to(struct store *store, struct arena *arena, int claimed,
                    const char *temporary, const char *path, struct error *err)
{
    unlink(arena_format(arena, "%s-journal", temporary));
    bool good = (ftruncate(claimed, 0) == 0 ||
                 error_set_errno(err, errno, "%s: the backup cannot be written", path)) &&
                fill_copy(store, temporary, path, err);
    if (good && rename(temporary, path) != 0)
        good = error_set_errno(err, errno, "%s: the backup cannot be written", path);
    if (!good)
        unlink(temporary);
    return good && sync_path(file_folder(arena, path), O_RDONLY | O_DIRECTORY, err);
}

bool store_backup(struct store *store, const char *path, struct error *err)
{
    if (store->step.open)
        return error_set(err, ERROR_FAILED, "%s: a step is being made", store->path);
    struct arena *arena = arena_create();
    const char *temporary = arena_format(arena, "%s.touchbase-new", path);
    int claimed = claim(temporary);
    bool good = claimed >= 0 ? copy_to(store, arena, claimed, temporary, path, err)
                             : error_set_errno(err, errno,
                                               "%s: the backup cannot be written", path);
    if (claimed >= 0)
        close(claimed); /* only now: SQLite's locks on a file go with any close of it */
    arena_destroy(arena);
    return good;
}

bool store_backup_before(struct store *store, int version, const char *path,
                         struct error *err)
{
    struct arena *arena = arena_create();
    const char *temporary = arena_format(arena, "%s.touchbase-new", path);
    int claimed = claim(temporary);
    int64_t now = 0;
    bool good;
    if (claimed < 0)
        good = (errno == EAGAIN && access(path, F_OK) == 0) ||
               error_set_errno(err, errno, "%s: the backup cannot be written", path);
    else if (!store_number(store, "PRAGMA user_version", &now, err))
        good = false;
    else
        good = now != version || copy_to(store, arena, claimed, temporary, path, err);
    if (claimed >= 0 && now != version)
        unlink(temporary);
    if (claimed >= 0)
        close(claimed);
    arena_destroy(arena);
    return good;
}
