#include "touchbase/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *variable;
    const char *fallback; /* below $HOME */
} homes[] = {
    [FILE_DATA] = {"XDG_DATA_HOME", ".local/share"},
    [FILE_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
    [FILE_STATE] = {"XDG_STATE_HOME", ".local/state"},
    [FILE_RUNTIME] = {"XDG_RUNTIME_DIR", ".local/state"},
};

char *file_home(struct arena *arena, enum file_home home, struct error *err)
{
    const char *folder = getenv(homes[home].variable);
    const char *user = getenv("HOME");

    /* The specification has relative paths ignored. */
    if (folder != NULL && folder[0] == '/')
        return arena_format(arena, "%s/touchbase", folder);
    if (user == NULL || user[0] != '/') {
        error_set(
            err, ERROR_FAILED,
            "$HOME is not set, so there is no place for the desk; name one with --db");
        return NULL;
    }
    return arena_format(arena, "%s/%s/touchbase", user, homes[home].fallback);
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);

    if (name[0] == '/')
        return arena_string(arena, name);
    if (length > 0 && folder[length - 1] == '/')
        return arena_format(arena, "%s%s", folder, name);
    return arena_format(arena, "%s/%s", folder, name);
}

const char *file_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (slash == NULL)
        return arena_string(arena, ".");
    return arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

char *file_expand(struct arena *arena, const char *path)
{
    const char *user = getenv("HOME");

    if (path[0] != '~' || (path[1] != '/' && path[1] != '\0') || user == NULL)
        return arena_string(arena, path);
    return arena_format(arena, "%s%s", user, path + 1);
}

static bool make_one(const char *path, struct error *err)
{
    struct stat status;

    if (mkdir(path, 0700) == 0)
        return true;
    /* Some systems answer EROFS or EACCES for a folder that is there: what counts is
     * whether it is one. */
    int reason = errno;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    return error_set_errno(err, reason == EEXIST ? ENOTDIR : reason,
                           "cannot make the folder %s", path);
}

bool file_make_folder(const char *path, struct error *err)
{
    char *copy = memory_string(path);
    bool made = true;

    for (char *at = copy + 1; made && *copy != '\0' && *at != '\0'; at++) {
        if (*at != '/')
            continue;
        *at = '\0';
        made = make_one(copy, err);
        *at = '/';
    }
    made = made && make_one(path, err);
    free(copy);
    return made;
}

static int open_to_read(const char *path, struct error *err)
{
    struct stat status;
    int fd;

    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        int reason = errno;

        error_set_errno(err, reason, "cannot read %s", path);
        if (reason == ENOENT)
            err->code = ERROR_NOT_FOUND;
        return -1;
    }
    if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        error_set(err, ERROR_FAILED, "%s is a folder, not a file", path);
        close(fd);
        return -1;
    }
    return fd;
}

static bool read_all(int fd, const char *path, size_t limit, struct buffer *out,
                     struct error *err)
{
    char chunk[64 * 1024];
    size_t total = 0;

    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set_errno(err, errno, "cannot read %s", path);
        if (got == 0)
            return true;
        total += (size_t)got;
        if (total > limit)
            return error_set(err, ERROR_FAILED, "%s is larger than the %zu bytes allowed",
                             path, limit);
        buffer_add(out, chunk, (size_t)got);
    }
}

char *file_mark(struct arena *arena, const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return NULL;
    return arena_format(arena, "%s %" PRId64 ".%09ld %" PRId64, path,
                        (int64_t)status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                        (int64_t)status.st_size);
}

bool file_read(const char *path, size_t limit, struct buffer *out, struct error *err)
{
    int fd = open_to_read(path, err);
    bool done;

    if (fd < 0)
        return false;
    done =
        read_all(fd, strcmp(path, "-") == 0 ? "standard input" : path, limit, out, err);
    if (fd != STDIN_FILENO)
        close(fd);
    return done;
}

static char *beside(const char *path)
{
    size_t size = strlen(path) + sizeof ".XXXXXX.tmp";
    char *temporary = memory_alloc(size);

    snprintf(temporary, size, "%s.XXXXXX.tmp", path);
    return temporary;
}

bool file_write_begin(struct file_write *write, const char *path, struct error *err)
{
    struct stat status;
    int fd;

    *write = (struct file_write){0};
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s is a folder; name a file in it", path);
    write->path = memory_string(path);
    write->temporary = beside(path);
    fd = mkstemps(write->temporary, 4); /* 0600 by POSIX */
    write->stream =
        fd < 0 || fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 ? NULL : fdopen(fd, "w");
    if (write->stream == NULL) {
        error_set_errno(err, errno, "cannot write %s", path);
        if (fd >= 0)
            close(fd);
        file_write_cancel(write);
        return false;
    }
    return true;
}

static void sync_folder(const char *path)
{
    struct arena *arena = arena_create();
    int fd = open(file_folder(arena, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    /* Not every file system can; the file's own fsync has been checked. */
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    arena_destroy(arena);
}

static bool flush_and_rename(struct file_write *write, struct error *err)
{
    bool flushed = fflush(write->stream) == 0 && fsync(fileno(write->stream)) == 0;
    int reason = errno;

    /* An earlier write may have failed although there is room again now. */
    if (flushed && ferror(write->stream)) {
        flushed = false;
        reason = EIO;
    }
    if (fclose(write->stream) != 0 && flushed) {
        flushed = false;
        reason = errno;
    }
    write->stream = NULL;
    if (!flushed)
        return error_set_errno(err, reason, "cannot write %s", write->path);
    if (rename(write->temporary, write->path) != 0)
        return error_set_errno(err, errno, "cannot replace %s", write->path);
    return true;
}

bool file_write_commit(struct file_write *write, struct error *err)
{
    if (!flush_and_rename(write, err)) {
        file_write_cancel(write);
        return false;
    }
    sync_folder(write->path);
    free(write->path);
    free(write->temporary);
    *write = (struct file_write){0};
    return true;
}

void file_write_cancel(struct file_write *write)
{
    if (write->stream != NULL)
        fclose(write->stream);
    if (write->temporary != NULL)
        unlink(write->temporary);
    free(write->path);
    free(write->temporary);
    *write = (struct file_write){0};
}
