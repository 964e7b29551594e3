#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "touchbase/base/arena.h"

enum { CHUNK = 64 * 1024 };

static void make_room(struct source *source)
{
    if (source->capacity - source->end >= CHUNK) {
        return;
    }
    if (source->start > 0) {
        memmove(source->data, source->data + source->start, source->end - source->start);
        source->end -= source->start;
        source->start = 0;
    }
    if (source->capacity - source->end < CHUNK) {
        source->capacity = source->capacity * 2 + CHUNK;
        source->data = memory_resize(source->data, source->capacity);
    }
}

/* One more read. False and err when the system cannot. */
static bool fill(struct source *source, struct error *err)
{
    make_room(source);
    ssize_t count;
    do {
        count = read(source->descriptor, source->data + source->end, CHUNK);
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
        return error_set_errno(err, errno, "cannot read on");
    }
    source->at_end = count == 0;
    source->end += (size_t)count;
    return true;
}

static bool starts_with(const struct source *source, const char *bytes, size_t length)
{
    return source->end - source->start >= length &&
           memcmp(source->data + source->start, bytes, length) == 0;
}

static bool check_text(struct source *source, const char *path, struct error *err)
{
    if (source->end == 0) {
        return error_set(err, ERROR_FAILED, "%s is empty", path);
    }
    if (starts_with(source, "\xff\xfe", 2) || starts_with(source, "\xfe\xff", 2)) {
        return error_set(err, ERROR_FAILED,
                         "%s is written in UTF-16; save or export it again as UTF-8",
                         path);
    }
    if (memchr(source->data, '\0', source->end) != NULL) {
        return error_set(err, ERROR_FAILED,
                         "%s is not a text file, so neither vCard nor CSV", path);
    }
    if (starts_with(source, "\xef\xbb\xbf", 3)) {
        source->start = 3;
        source->position = 3;
    }
    bool old_mac = memchr(source->data, '\n', source->end) == NULL &&
                   memchr(source->data, '\r', source->end) != NULL;
    source->newline = old_mac ? '\r' : '\n';
    return true;
}

/* Pipes give little at a time; the first look wants a whole chunk. */
static bool read_first(struct source *source, const char *path, struct error *err)
{
    while (!source->at_end && source->end < CHUNK) {
        if (!fill(source, err)) {
            return error_prefix(err, "%s", path);
        }
    }
    return check_text(source, path, err);
}

static bool open_descriptor(struct source *source, const char *path, struct error *err)
{
    bool standard = strcmp(path, "-") == 0;
    source->descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (source->descriptor < 0 || fstat(source->descriptor, &status) != 0) {
        return error_set_errno(err, errno, "cannot open %s", path);
    }
    if (S_ISDIR(status.st_mode)) {
        return error_set(err, ERROR_FAILED,
                         "%s is a folder; name a .vcf or .csv file in it", path);
    }
    source->size = S_ISREG(status.st_mode) ? status.st_size : 0;
    return true;
}

bool source_open(struct source *source, const char *path, struct error *err)
{
    *source = (struct source){.line = 1};
    if (open_descriptor(source, path, err) && read_first(source, path, err)) {
        return true;
    }
    source_close(source);
    return false;
}

void source_close(struct source *source)
{
    if (source->descriptor > STDIN_FILENO) {
        (void)close(source->descriptor);
    }
    free(source->data);
    *source = (struct source){.descriptor = -1};
}

const char *source_text(const struct source *source)
{
    return source->data + source->start;
}

enum source_result source_line(struct source *source, size_t offset, size_t *length,
                               struct error *err)
{
    size_t searched = offset;
    for (;;) {
        size_t have = source->end - source->start;
        const char *from = source_text(source);
        const char *end = have > searched
                              ? memchr(from + searched, source->newline, have - searched)
                              : NULL;
        *length = (end != NULL ? (size_t)(end - from) + 1 : have) - offset;
        if (offset + *length > SOURCE_LIMIT) {
            return SOURCE_LONG;
        }
        if (end != NULL || source->at_end) {
            return *length > 0 ? SOURCE_LINE : SOURCE_END;
        }
        searched = have;
        if (!fill(source, err)) {
            return SOURCE_FAILED;
        }
    }
}

void source_take(struct source *source, size_t bytes, long lines)
{
    source->start += bytes;
    source->position += (int64_t)bytes;
    source->line += lines;
}

enum source_result source_drop_line(struct source *source, struct error *err)
{
    for (;;) {
        size_t have = source->end - source->start;
        const char *end =
            have > 0 ? memchr(source_text(source), source->newline, have) : NULL;
        if (end != NULL || source->at_end) {
            source_take(source,
                        end != NULL ? (size_t)(end - source_text(source)) + 1 : have, 1);
            return SOURCE_LINE;
        }
        source_take(source, have, 0);
        if (!fill(source, err)) {
            return SOURCE_FAILED;
        }
    }
}
