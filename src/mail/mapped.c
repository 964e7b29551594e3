#include "mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { UNLOAD_BYTES = 8 << 20 }; /* a whole number of pages */

static bool map_open(struct mail_mapped *mapped, int file, const char *path,
                     struct error *err)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return error_set_errno(err, errno, "%s: cannot be read", path);
    if (S_ISDIR(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s: is a folder, not a message", path);
    if (!S_ISREG(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s: is neither a file nor a folder", path);
    if (status.st_size == 0)
        return true;
    if ((uintmax_t)status.st_size > SIZE_MAX)
        return error_set(err, ERROR_FAILED, "%s: is too long to be read", path);
    size_t length = (size_t)status.st_size;
    void *memory = mmap(NULL, length, PROT_READ, MAP_PRIVATE, file, 0);
    if (memory == MAP_FAILED)
        return error_set_errno(err, errno, "%s: cannot be read", path);
    *mapped = (struct mail_mapped){.bytes = memory, .length = length, .memory = memory};
    return true;
}

bool mail_map(struct mail_mapped *mapped, const char *path, struct error *err)
{
    *mapped = (struct mail_mapped){.bytes = ""};
    /* Without O_NONBLOCK a pipe put where a file should be would hold the walk for ever.
     */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return error_set_errno(err, errno, "%s: cannot be read", path);
    bool done = map_open(mapped, file, path, err);
    close(file);
    return done;
}

void mail_unload(struct mail_mapped *mapped, size_t at)
{
    at -= at % UNLOAD_BYTES;
    if (at < mapped->unloaded)
        mapped->unloaded = 0; /* from the start once more */
    if (mapped->memory == NULL || at <= mapped->unloaded)
        return;
    madvise((char *)mapped->memory + mapped->unloaded, at - mapped->unloaded,
            MADV_DONTNEED);
    mapped->unloaded = at;
}

void mail_unmap(struct mail_mapped *mapped)
{
    if (mapped->memory)
        munmap(mapped->memory, mapped->length);
    *mapped = (struct mail_mapped){.bytes = ""};
}
