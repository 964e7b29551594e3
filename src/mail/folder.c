#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"

enum { DEPTH_MAX = 40 }; /* folders within folders; also the end of a loop of links */

/* A folder on the way down: its names, and how far the walk is. */
struct level {
    struct arena *arena;
    const char **names; /* sorted; those of a Maildir with "cur/" or "new/" in front */
    size_t count;
    size_t at;
    size_t path_length; /* of the folder within the path */
    bool maildir;
    dev_t device;
    ino_t inode;
};

struct mail_folder {
    struct level levels[DEPTH_MAX];
    int depth;          /* levels in use */
    struct buffer path; /* of what the walk stands on */
    struct buffer problem;
};

static const char *plain_name(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static int by_name(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(plain_name(*left), plain_name(*right));
}

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

static bool is_folder(struct mail_folder *folder, const struct level *level,
                      const char *name)
{
    struct stat status;
    set_path(folder, level, name);
    bool found =
        stat(buffer_string(&folder->path), &status) == 0 && S_ISDIR(status.st_mode);
    set_path(folder, level, "");
    return found;
}

/* Hidden files are nobody's mail; in a Maildir a hidden folder is one of its folders
 * (Maildir++), and the rest of it holds the mail program's own things. */
static bool wanted(const struct level *level, const char *prefix, const char *name)
{
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return false;
    if (level->maildir && !*prefix)
        return name[0] == '.';
    return name[0] != '.';
}

/* Adds the names of the folder's part prefix ("", "cur/", "new/"). False with errno when
 * it cannot be read. */
static bool add_names(struct mail_folder *folder, struct level *level, const char *prefix,
                      size_t *capacity)
{
    set_path(folder, level, prefix);
    DIR *stream = opendir(buffer_string(&folder->path));
    set_path(folder, level, "");
    if (!stream)
        return false;
    struct dirent *entry;
    while ((errno = 0, entry = readdir(stream)) != NULL) {
        if (!wanted(level, prefix, entry->d_name))
            continue;
        level->names = arena_grow(level->arena, level->names, level->count,
                                  level->count + 1, sizeof *level->names, capacity);
        level->names[level->count++] =
            arena_format(level->arena, "%s%s", prefix, entry->d_name);
    }
    int problem = errno;
    closedir(stream);
    errno = problem;
    return problem == 0;
}

static bool read_level(struct mail_folder *folder, struct level *level)
{
    size_t capacity = 0;
    level->maildir = is_folder(folder, level, "cur") && is_folder(folder, level, "new");
    bool done = add_names(folder, level, "", &capacity);
    if (done && level->maildir)
        done = add_names(folder, level, "cur/", &capacity) &&
               add_names(folder, level, "new/", &capacity);
    if (level->count > 1)
        qsort(level->names, level->count, sizeof *level->names, by_name);
    return done;
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
    *level = (struct level){.arena = arena_create(),
                            .path_length = folder->path.length,
                            .device = status->st_dev,
                            .inode = status->st_ino};
    if (read_level(folder, level)) {
        folder->depth++;
        return true;
    }
    struct error err = {0};
    error_set_errno(&err, errno, "cannot read this folder");
    arena_destroy(level->arena);
    buffer_clear(&folder->problem);
    buffer_add_string(&folder->problem, err.text);
    return false;
}

struct mail_folder *mail_folder_open(const char *path)
{
    struct mail_folder *folder = memory_alloc(sizeof *folder);
    *folder = (struct mail_folder){0};
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    buffer_add(&folder->path, path, length);
    struct stat status;
    if (stat(path, &status) != 0)
        buffer_add_string(&folder->problem, "this folder is gone");
    else
        descend(folder, &status);
    return folder;
}

void mail_folder_close(struct mail_folder *folder)
{
    if (!folder)
        return;
    for (int i = 0; i < folder->depth; i++)
        arena_destroy(folder->levels[i].arena);
    buffer_free(&folder->path);
    buffer_free(&folder->problem);
    free(folder);
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
static bool take_name(struct mail_folder *folder, struct level *level, const char *name,
                      struct mail_file *out)
{
    struct stat status;
    set_path(folder, level, name);
    if (stat(buffer_string(&folder->path), &status) != 0)
        return false;
    if (S_ISDIR(status.st_mode))
        return !descend(folder, &status) && give_problem(folder, out);
    bool in_maildir = strchr(name, '/') != NULL;
    if (!S_ISREG(status.st_mode) || (level->maildir && !in_maildir))
        return false;
    *out =
        (struct mail_file){.path = buffer_string(&folder->path), .maildir = in_maildir};
    return true;
}

bool mail_folder_next(struct mail_folder *folder, struct mail_file *out)
{
    if (folder->problem.length > 0 && folder->depth == 0) {
        give_problem(folder, out);
        folder->problem.length = 0;
        return true;
    }
    while (folder->depth > 0) {
        struct level *level = &folder->levels[folder->depth - 1];
        if (level->at == level->count) {
            arena_destroy(level->arena);
            folder->depth--;
            continue;
        }
        if (take_name(folder, level, level->names[level->at++], out))
            return true;
    }
    return false;
}
