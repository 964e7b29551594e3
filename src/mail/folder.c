#include "folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "names.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"

enum { DEPTH_MAX = 40 }; /* folders within folders; also the end of a loop of links */

/* A folder on the way down. */
struct level {
    struct names names;
    size_t path_length; /* of the folder within the path */
    dev_t device;
    ino_t inode;
};

struct mail_folder {
    struct level levels[DEPTH_MAX];
    int depth;          /* levels in use */
    bool begun;         /* the folder itself was gone down into */
    bool stopped;       /* the memory said to */
    struct buffer path; /* of what the walk stands on */
    struct buffer problem;
    struct mail_memory memory;
    int64_t passed;
    int64_t *count_only;
};

/* The path of level's folder with a name behind it. */
static void set_path(struct mail_folder *folder, const struct level *level,
                     const char *name)
{
    size_t extra = folder->path.length - level->path_length;
    buffer_remove(&folder->path, level->path_length, extra);
    if (*name) {
        buffer_add_char(&folder->path, '/');
        buffer_add_string(&folder->path, name);
    }
}

static bool on_the_way(const struct mail_folder *folder, const struct stat *status)
{
    for (int i = 0; i < folder->depth; i++)
        if (folder->levels[i].device == status->st_dev &&
            folder->levels[i].inode == status->st_ino)
            return true;
    return false;
}

/* Goes down into the folder at path. False and words in problem when it cannot be read; a
 * loop of links and what lies too deep is passed over. */
static bool descend(struct mail_folder *folder, const struct stat *status)
{
    if (folder->depth == DEPTH_MAX || on_the_way(folder, status))
        return true;
    struct level *level = &folder->levels[folder->depth];
    *level = (struct level){.path_length = folder->path.length,
                            .device = status->st_dev,
                            .inode = status->st_ino};
    if (names_open(&level->names, buffer_string(&folder->path), &folder->memory,
                   folder->count_only)) {
        folder->depth++;
        return true;
    }
    struct error err = {0};
    error_set_errno(&err, errno, "cannot read this folder");
    names_close(&level->names);
    buffer_clear(&folder->problem);
    buffer_add_string(&folder->problem, err.text);
    return false;
}

struct mail_folder *mail_folder_open(const char *path, int64_t *count_only)
{
    struct mail_folder *folder = memory_alloc(sizeof *folder);
    *folder = (struct mail_folder){.count_only = count_only};
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    buffer_add(&folder->path, path, length);
    return folder;
}

void mail_folder_close(struct mail_folder *folder)
{
    if (!folder)
        return;
    for (int i = 0; i < folder->depth; i++)
        names_close(&folder->levels[i].names);
    buffer_free(&folder->path);
    buffer_free(&folder->problem);
    free(folder);
}

void mail_folder_set_memory(struct mail_folder *folder, const struct mail_memory *memory)
{
    folder->memory = *memory;
}

int64_t mail_folder_passed(const struct mail_folder *folder)
{
    return folder->passed;
}

/* Hands out the problem noted, once. */
static bool give_problem(struct mail_folder *folder, struct mail_file *out)
{
    *out = (struct mail_file){.path = buffer_string(&folder->path),
                              .problem = buffer_string(&folder->problem)};
    return true;
}

/* One name of a level: a folder is gone down into, a file is handed out. False: go on
 * with the next. */
static bool take_name(struct mail_folder *folder, const struct level *level,
                      const struct name_entry *entry, struct mail_file *out)
{
    struct stat status = {.st_mode = S_IFREG};
    bool in_maildir = strchr(entry->name, '/') != NULL;
    set_path(folder, level, entry->name);
    if (!entry->regular && stat(buffer_string(&folder->path), &status) != 0)
        return false;
    if (S_ISDIR(status.st_mode))
        return !descend(folder, &status) && give_problem(folder, out);
    if (!S_ISREG(status.st_mode) || (level->names.maildir && !in_maildir))
        return false;
    *out = (struct mail_file){
        .path = buffer_string(&folder->path), .maildir = in_maildir, .key = entry->key};
    return true;
}

/* Goes down into the folder itself. True when that failed: the problem is handed out. */
static bool begin(struct mail_folder *folder, struct mail_file *out)
{
    struct stat status;
    folder->begun = true;
    if (stat(buffer_string(&folder->path), &status) != 0)
        buffer_add_string(&folder->problem, "this folder is gone");
    else if (descend(folder, &status))
        return false;
    return give_problem(folder, out);
}

bool mail_folder_next(struct mail_folder *folder, struct mail_file *out)
{
    if (!folder->begun && begin(folder, out))
        return true;
    while (folder->depth > 0 && !folder->stopped) {
        struct level *level = &folder->levels[folder->depth - 1];
        set_path(folder, level, "");
        const struct name_entry *entry =
            names_next(&level->names, buffer_string(&folder->path), &folder->memory,
                       &folder->stopped);
        if (!entry && !folder->stopped) {
            names_close(&level->names);
            folder->depth--;
        } else if (entry && entry->seen) {
            folder->passed++;
        } else if (entry && take_name(folder, level, entry, out)) {
            return true;
        }
    }
    return false;
}
