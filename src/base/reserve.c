#include "touchbase/base/reserve.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/file.h"

static bool has_free(const char *path, uint64_t least)
{
    struct arena *arena = arena_create();
    struct statvfs disk;
    bool told = statvfs(file_folder(arena, path), &disk) == 0;

    arena_destroy(arena);
    return !told || (uint64_t)disk.f_bavail * disk.f_frsize >= least;
}

bool reserve_keep(const char *path, uint64_t least)
{
    int file;

    if (!has_free(path, least))
        return false;
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return true;
    if (posix_fallocate(file, 0, RESERVE_BYTES) != 0)
        unlink(path);
    close(file);
    return true;
}

bool reserve_give(const char *path)
{
    return unlink(path) == 0;
}
