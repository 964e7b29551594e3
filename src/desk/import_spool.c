#include "import_spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "touchbase/base/file.h"

static const char *temporary_folder(void)
{
    static const char *const variables[] = {"XDG_RUNTIME_DIR", "TMPDIR"};

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *folder = getenv(variables[i]);

        if (folder != NULL && folder[0] == '/' && access(folder, W_OK) == 0)
            return folder;
    }
    return "/tmp";
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(fd, bytes, length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

static bool copy(int from, int to, const struct spool *spool, struct error *err)
{
    char chunk[64 * 1024];

    for (;;) {
        ssize_t got = read(from, chunk, sizeof chunk);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set_errno(err, errno, "cannot read %s", spool->name);
        if (got == 0)
            return true;
        if (!write_all(to, chunk, (size_t)got))
            return error_set_errno(err, errno, "cannot copy %s to %s", spool->name,
                                   spool->path);
    }
}

static bool make_copy(struct arena *arena, int from, const char *path, struct spool *out,
                      struct error *err)
{
    const char *dot = strrchr(file_base_name(path), '.');
    const char *ending = dot != NULL ? dot : "";
    char *name =
        arena_format(arena, "%s/touchbase-import-XXXXXX%s", temporary_folder(), ending);
    int to = mkstemps(name, (int)strlen(ending));
    bool copied;

    if (to < 0)
        return error_set_errno(err, errno, "cannot make a copy of %s in %s", out->name,
                               temporary_folder());
    out->path = name;
    out->copied = true;
    copied = copy(from, to, out, err);
    close(to);
    if (!copied)
        unlink(name);
    return copied;
}

/* elsewhere: it is read by another process, whose standard input is another one. */
static bool open_for(struct arena *arena, const char *path, bool elsewhere,
                     struct spool *out, struct error *err)
{
    bool standard = strcmp(path, "-") == 0;
    struct stat status;
    bool copied;
    int fd;

    *out = (struct spool){.path = path, .name = standard ? "standard input" : path};
    if (standard ? fstat(STDIN_FILENO, &status) != 0 : stat(path, &status) != 0)
        return true; /* whoever reads it says what is wrong */
    if (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode) &&
        !S_ISSOCK(status.st_mode) && !(standard && elsewhere))
        return true;
    fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return error_set_errno(err, errno, "cannot read %s", path);
    copied = make_copy(arena, fd, path, out, err);
    if (!standard)
        close(fd);
    return copied;
}

bool spool_open(struct arena *arena, const char *path, struct spool *out,
                struct error *err)
{
    return open_for(arena, path, false, out, err);
}

bool spool_open_for_worker(struct arena *arena, const char *path, struct spool *out,
                           struct error *err)
{
    return open_for(arena, path, true, out, err);
}

void spool_close(const struct spool *spool)
{
    if (spool->copied)
        unlink(spool->path);
}

bool spool_error(const struct spool *spool, struct error *err)
{
    char text[ERROR_TEXT_SIZE];
    char *at = spool->copied ? strstr(err->text, spool->path) : NULL;
    enum error_code code = err->code;

    if (at == NULL)
        return false;
    memcpy(text, err->text, sizeof text);
    text[at - err->text] = '\0';
    return error_set(err, code, "%s%s%s", text, spool->name,
                     text + (at - err->text) + strlen(spool->path));
}
