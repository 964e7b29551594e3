#include "touchbase/calendar/vdir.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "touchbase/base/file.h"

struct vdir {
    struct arena *arena; /* of the folder */
    struct arena *item;  /* of one call */
    const char *path;
};

static bool is_item(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && length <= COLLECTION_NAME_MAX && name[0] != '.' &&
           strchr(name, '/') == NULL && strcmp(name + length - 4, ".ics") == 0;
}

static const char *etag_of(struct arena *arena, const struct stat *status)
{
    return arena_format(arena, "%" PRIdMAX ".%09ld-%" PRIdMAX "-%" PRIuMAX,
                        (intmax_t)status->st_mtim.tv_sec, status->st_mtim.tv_nsec,
                        (intmax_t)status->st_size, (uintmax_t)status->st_ino);
}

/* The version that is there now, in arena; NULL when there is none. */
static const char *etag_at(struct arena *arena, const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) ? etag_of(arena, &status)
                                                               : NULL;
}

static bool add_item(struct vdir *vdir, const char *name, struct arena *arena,
                     struct collection_item **items, size_t *count, size_t *capacity,
                     struct error *err)
{
    const char *etag = etag_at(arena, file_join(vdir->item, vdir->path, name));
    if (etag == NULL) {
        return true; /* gone again, or a folder of that name */
    }
    if (*count == COLLECTION_ITEMS_MAX) {
        return error_set(err, ERROR_FAILED, "%s holds more than %d items", vdir->path,
                         COLLECTION_ITEMS_MAX);
    }
    *items = arena_grow(arena, *items, *count, *count + 1, sizeof **items, capacity);
    (*items)[(*count)++] = (struct collection_item){arena_string(arena, name), etag};
    return true;
}

static bool list(void *state, struct arena *arena, struct collection_item **items,
                 size_t *count, struct error *err)
{
    struct vdir *vdir = state;
    DIR *folder = opendir(vdir->path);
    size_t capacity = 0;
    bool good = true;
    *items = NULL;
    *count = 0;
    if (folder == NULL) {
        return error_set_errno(err, errno, "cannot read %s", vdir->path);
    }
    for (struct dirent *entry; good && (entry = readdir(folder)) != NULL;) {
        arena_reset(vdir->item);
        if (is_item(entry->d_name)) {
            good = add_item(vdir, entry->d_name, arena, items, count, &capacity, err);
        }
    }
    (void)closedir(folder);
    return good;
}

/* The path of an item, in vdir->item; NULL and err for a name that is none. */
static const char *path_of(struct vdir *vdir, const char *href, struct error *err)
{
    arena_reset(vdir->item);
    if (!is_item(href)) {
        (void)error_set(err, ERROR_FAILED, "%s holds no item \"%s\"", vdir->path, href);
        return NULL;
    }
    return file_join(vdir->item, vdir->path, href);
}

static enum collection_result fetch(void *state, const char *href, struct arena *arena,
                                    struct buffer *text, const char **etag,
                                    struct error *err)
{
    const char *path = path_of(state, href, err);
    struct error failure = {0};
    if (path == NULL) {
        return COLLECTION_FAILED;
    }
    /* Looked at first: when it changes while it is read, the next look finds a newer one.
     */
    *etag = etag_at(arena, path);
    if (*etag == NULL) {
        return COLLECTION_GONE;
    }
    if (file_read(path, COLLECTION_ITEM_MAX, text, &failure)) {
        return COLLECTION_DONE;
    }
    *err = failure;
    return failure.code == ERROR_NOT_FOUND ? COLLECTION_GONE : COLLECTION_FAILED;
}

/* Does the version that is there meet the condition? */
static enum collection_result compare(const char *there, const char *wanted)
{
    if (there == NULL) {
        return wanted == NULL ? COLLECTION_DONE : COLLECTION_GONE;
    }
    return wanted != NULL && strcmp(there, wanted) == 0 ? COLLECTION_DONE
                                                        : COLLECTION_CHANGED;
}

static enum collection_result put(void *state, const char *href, const char *etag,
                                  const char *text, size_t length, struct arena *arena,
                                  const char **written, struct error *err)
{
    const char *path = path_of(state, href, err);
    struct vdir *vdir = state;
    struct file_write file;
    if (path == NULL || !file_write_begin(&file, path, err)) {
        return COLLECTION_FAILED;
    }
    (void)fwrite(text, 1, length, file.stream); /* the commit tells a failure */
    enum collection_result result = compare(etag_at(vdir->item, path), etag);
    if (result != COLLECTION_DONE) {
        file_write_cancel(&file);
        return result;
    }
    if (!file_write_commit(&file, err)) {
        return COLLECTION_FAILED;
    }
    *written = etag_at(arena, path);
    return COLLECTION_DONE;
}

static enum collection_result remove_item(void *state, const char *href, const char *etag,
                                          struct error *err)
{
    const char *path = path_of(state, href, err);
    struct vdir *vdir = state;
    if (path == NULL) {
        return COLLECTION_FAILED;
    }
    enum collection_result result = compare(etag_at(vdir->item, path), etag);
    if (result != COLLECTION_DONE) {
        return result;
    }
    if (unlink(path) == 0) {
        return COLLECTION_DONE;
    }
    if (errno == ENOENT) {
        return COLLECTION_GONE;
    }
    (void)error_set_errno(err, errno, "cannot remove %s", path);
    return COLLECTION_FAILED;
}

static void close_folder(void *state)
{
    struct vdir *vdir = state;
    arena_destroy(vdir->item);
    arena_destroy(vdir->arena);
}

static const struct collection_ops ops = {
    .list = list,
    .fetch = fetch,
    .put = put,
    .remove = remove_item,
    .close = close_folder,
};

bool vdir_open(const char *path, struct collection *out, struct error *err)
{
    if (!file_make_folder(path, err)) {
        return false;
    }
    struct arena *arena = arena_create();
    struct vdir *vdir = arena_alloc(arena, sizeof *vdir);
    *vdir = (struct vdir){
        .arena = arena, .item = arena_create(), .path = arena_string(arena, path)};
    *out = (struct collection){&ops, vdir};
    return true;
}
