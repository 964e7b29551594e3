#include "touchbase/calendar/folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plain_text.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/calendar/item.h"

enum { LIST_LIMIT = 256 << 20 };

static const char list_name[] = ".touchbase";
static const char ending[] = ".ics";

struct calendar_folder {
    struct calendar_options options;
    struct calendar_folder_totals totals;
    struct arena *arena;    /* of the whole export */
    struct arena *item;     /* of one item */
    const char *path;       /* without a '/' at its end */
    struct buffer before;   /* the list as it was */
    struct file_write list; /* the list as it will be */
    const char **added;     /* names of files, sorted when the last one is in */
    size_t added_count;
    size_t added_capacity;
    struct buffer old; /* an item as its file has it */
};

/* A name that this program writes: nothing else is ever removed. */
static bool is_own_name(const char *name)
{
    size_t length = strlen(name);
    return length > strlen(ending) && name[0] != '.' &&
           strcmp(name + length - strlen(ending), ending) == 0 && plain_uid(name);
}

/* The next name of the list behind *at, NULL at its end. */
static const char *next_name(struct arena *arena, const struct buffer *list, size_t *at)
{
    if (*at >= list->length) {
        return NULL;
    }
    const char *start = list->data + *at;
    const char *end = memchr(start, '\n', list->length - *at);
    size_t length = end != NULL ? (size_t)(end - start) : list->length - *at;
    *at += length + 1;
    return arena_copy(arena, start, length);
}

static bool read_list(struct calendar_folder *folder, const char *path, struct error *err)
{
    struct error missing = {0};
    const char *name;
    size_t at = 0;
    if (!file_read(path, LIST_LIMIT, &folder->before, &missing)) {
        if (missing.code == ERROR_NOT_FOUND) {
            return true;
        }
        *err = missing;
        return false;
    }
    while ((name = next_name(folder->item, &folder->before, &at)) != NULL) {
        if (!is_own_name(name)) {
            return error_set(err, ERROR_FAILED,
                             "%s is not a list that touchbase wrote; take it away, and "
                             "the files it lists when they are no longer wanted",
                             path);
        }
    }
    arena_reset(folder->item);
    return true;
}

/* The calendar's name for those who look into the folder; a person may change it. */
static bool write_display_name(struct calendar_folder *folder, struct error *err)
{
    struct file_write name;
    char *path = file_join(folder->item, folder->path, "displayname");
    if (folder->options.name == NULL || access(path, F_OK) == 0) {
        return true;
    }
    if (!file_write_begin(&name, path, err)) {
        return false;
    }
    (void)fputs(folder->options.name, name.stream);
    return file_write_commit(&name, err);
}

static bool open_folder(struct calendar_folder *folder, struct error *err)
{
    char *list = file_join(folder->arena, folder->path, list_name);
    return file_make_folder(folder->path, err) && read_list(folder, list, err) &&
           write_display_name(folder, err) && file_write_begin(&folder->list, list, err);
}

static void free_folder(struct calendar_folder *folder)
{
    buffer_free(&folder->before);
    buffer_free(&folder->old);
    arena_destroy(folder->item);
    arena_destroy(folder->arena);
    free(folder);
}

static char *without_slash(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    return arena_copy(arena, path, length);
}

struct calendar_folder *calendar_folder_begin(const char *path,
                                              const struct calendar_options *options,
                                              struct error *err)
{
    struct calendar_folder *folder = memory_alloc(sizeof *folder);
    *folder = (struct calendar_folder){
        .options = *options, .arena = arena_create(), .item = arena_create()};
    folder->path = without_slash(folder->arena, path);
    folder->options.name = arena_string(folder->arena, options->name);
    folder->options.product = arena_string(folder->arena, options->product);
    folder->options.several = false;
    folder->options.subscribed = false;
    if (!open_folder(folder, err)) {
        free_folder(folder);
        return NULL;
    }
    return folder;
}

static bool is_in_file(struct calendar_folder *folder, const char *path, const char *text,
                       size_t length)
{
    struct error ignored; /* whatever stands in the way is met again on writing */
    buffer_clear(&folder->old);
    return file_read(path, length, &folder->old, &ignored) &&
           folder->old.length == length && memcmp(folder->old.data, text, length) == 0;
}

static bool write_item(struct calendar_folder *folder, const char *path, const char *text,
                       size_t length, struct error *err)
{
    struct file_write file;
    if (is_in_file(folder, path, text, length)) {
        return true;
    }
    if (!file_write_begin(&file, path, err)) {
        return false;
    }
    (void)fwrite(text, 1, length, file.stream); /* the commit tells a failure */
    if (!file_write_commit(&file, err)) {
        return false;
    }
    folder->totals.written++;
    return true;
}

/* Says in the list that the file is the program's own, before it is there. */
static bool remember(struct calendar_folder *folder, const char *name, struct error *err)
{
    folder->added = arena_grow(folder->arena, folder->added, folder->added_count,
                               folder->added_count + 1, sizeof *folder->added,
                               &folder->added_capacity);
    folder->added[folder->added_count++] = name;
    if (fprintf(folder->list.stream, "%s\n", name) < 0) {
        return error_set_errno(err, errno, "cannot write %s", folder->list.path);
    }
    return true;
}

bool calendar_folder_add(struct calendar_folder *folder, const struct reminder *reminder,
                         struct error *err)
{
    size_t length;
    arena_reset(folder->item);
    char *text = calendar_item_text(&folder->options, reminder, &length, err);
    if (text == NULL) {
        return false;
    }
    const char *name =
        arena_format(folder->arena, "%s%s%s", reminder->uid,
                     folder->options.kind == CALENDAR_TASKS ? "-task" : "", ending);
    char *path = file_join(folder->item, folder->path, name);
    bool written =
        is_own_name(name)
            ? remember(folder, name, err) && write_item(folder, path, text, length, err)
            : error_set(err, ERROR_FAILED, "a reminder has no usable identity (UID)");
    free(text);
    folder->totals.items += written;
    return written;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Goes over what was in the list before and was not added again. */
static bool each_gone(struct calendar_folder *folder,
                      bool (*each)(struct calendar_folder *folder, const char *name,
                                   struct error *err),
                      struct error *err)
{
    const char *name;
    size_t at = 0;
    if (folder->added_count > 0) {
        qsort(folder->added, folder->added_count, sizeof *folder->added, compare_names);
    }
    arena_reset(folder->item);
    while ((name = next_name(folder->item, &folder->before, &at)) != NULL) {
        bool again = folder->added_count > 0 &&
                     bsearch(&name, folder->added, folder->added_count,
                             sizeof *folder->added, compare_names) != NULL;
        if (!again && !each(folder, name, err)) {
            return false;
        }
    }
    return true;
}

static bool remove_item(struct calendar_folder *folder, const char *name,
                        struct error *err)
{
    char *path = file_join(folder->item, folder->path, name);
    if (unlink(path) == 0) {
        folder->totals.removed++;
        return true;
    }
    return errno == ENOENT || error_set_errno(err, errno, "cannot remove %s", path);
}

static bool keep_name(struct calendar_folder *folder, const char *name, struct error *err)
{
    (void)err;
    (void)fprintf(folder->list.stream, "%s\n", name); /* the commit tells a failure */
    return true;
}

bool calendar_folder_end(struct calendar_folder *folder,
                         struct calendar_folder_totals *totals, struct error *err)
{
    if (!each_gone(folder, remove_item, err)) {
        calendar_folder_cancel(folder);
        return false;
    }
    bool done = file_write_commit(&folder->list, err);
    *totals = folder->totals;
    free_folder(folder);
    return done;
}

void calendar_folder_cancel(struct calendar_folder *folder)
{
    if (folder == NULL) {
        return;
    }
    struct error ignored; /* an error is told already, or nobody asks */
    (void)each_gone(folder, keep_name, &ignored);
    (void)file_write_commit(&folder->list, &ignored);
    free_folder(folder);
}
