#include "names.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "key.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"

static const char *plain_name(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static int compare_names(const char *a, const char *b)
{
    int order = strcmp(plain_name(a), plain_name(b));
    return order != 0 ? order : strcmp(a, b);
}

static int by_name(const void *a, const void *b)
{
    const struct name_entry *left = a, *right = b;
    return compare_names(left->name, right->name);
}

/* The entries are a heap while they are gathered, the last name on top. */
static void swap(struct name_entry *a, struct name_entry *b)
{
    struct name_entry kept = *a;
    *a = *b;
    *b = kept;
}

static void rise(struct names *names, size_t at)
{
    struct name_entry *heap = names->entries;
    while (at > 0 && compare_names(heap[at].name, heap[(at - 1) / 2].name) > 0) {
        swap(&heap[at], &heap[(at - 1) / 2]);
        at = (at - 1) / 2;
    }
}

static void sink(struct names *names)
{
    struct name_entry *heap = names->entries;
    size_t at = 0, child;
    while ((child = 2 * at + 1) < names->count) {
        if (child + 1 < names->count &&
            compare_names(heap[child + 1].name, heap[child].name) > 0)
            child++;
        if (compare_names(heap[child].name, heap[at].name) <= 0)
            return;
        swap(&heap[child], &heap[at]);
        at = child;
    }
}

static void add_name(struct names *names, const char *name, bool regular)
{
    struct name_entry entry = {.regular = regular};
    if (names->last != NULL && compare_names(name, names->last) <= 0)
        return;
    if (names->count == NAMES_WINDOW) {
        names->more = true;
        if (compare_names(name, names->entries[0].name) >= 0)
            return;
        free(names->entries[0].name);
        entry.name = memory_string(name);
        names->entries[0] = entry;
        sink(names);
        return;
    }
    if (names->count == names->capacity) {
        names->capacity = names->capacity == 0 ? 64 : 2 * names->capacity;
        names->entries =
            memory_resize(names->entries, names->capacity * sizeof *names->entries);
    }
    entry.name = memory_string(name);
    names->entries[names->count] = entry;
    rise(names, names->count++);
}

/* Hidden files are nobody's mail; in a Maildir a hidden folder is one of its folders
 * (Maildir++), and the rest of it holds the mail program's own things. */
static bool wanted(const struct names *names, const char *prefix, const char *name)
{
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return false;
    if (names->maildir && !*prefix)
        return name[0] == '.';
    return name[0] != '.';
}

/* Adds the names of the folder's part prefix ("", "cur/", "new/"). False with errno when
 * it cannot be read. */
static bool add_part(struct names *names, const char *path, const char *prefix)
{
    struct buffer full = {0};
    buffer_add_format(&full, "%s/%s", path, prefix);
    DIR *stream = opendir(buffer_string(&full));
    struct dirent *entry;
    while (stream && (errno = 0, entry = readdir(stream)) != NULL) {
        if (!wanted(names, prefix, entry->d_name))
            continue;
        if (*prefix && names->count_only) {
            *names->count_only += 1;
            continue;
        }
        buffer_clear(&full);
        buffer_add_format(&full, "%s%s", prefix, entry->d_name);
        add_name(names, buffer_string(&full), entry->d_type == DT_REG);
    }
    int problem = errno;
    if (stream)
        closedir(stream);
    buffer_free(&full);
    errno = problem;
    return problem == 0;
}

static void clear(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->entries[i].name);
    names->count = names->at = 0;
    names->more = false;
}

static uint64_t key_of(const struct names *names, const char *path,
                       const struct name_entry *entry)
{
    struct stat status;
    struct buffer full = {0};
    if (names->half || strchr(entry->name, '/') != NULL)
        return mail_key_maildir(names->place, plain_name(entry->name));
    buffer_add_format(&full, "%s/%s", path, entry->name);
    bool file = stat(buffer_string(&full), &status) == 0 && S_ISREG(status.st_mode);
    buffer_free(&full);
    return file ? mail_key_file(names->place, entry->name, &status) : 0;
}

/* Which of the window were read before. */
static bool ask(struct names *names, const char *path, const struct mail_memory *memory)
{
    uint64_t *keys = memory_alloc((names->count + 1) * sizeof *keys);
    bool *seen = memory_alloc(names->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        names->entries[i].key = key_of(names, path, &names->entries[i]);
        if (names->entries[i].key != 0)
            keys[count++] = names->entries[i].key;
    }
    bool good = count == 0 || memory->ask(memory->context, keys, count, seen);
    for (size_t i = 0, at = 0; good && i < names->count; i++)
        if (names->entries[i].key != 0)
            names->entries[i].seen = seen[at++];
    free(keys);
    free(seen);
    return good;
}

static bool read_window(struct names *names, const char *path)
{
    clear(names);
    bool done = add_part(names, path, "") &&
                (!names->maildir ||
                 (add_part(names, path, "cur/") && add_part(names, path, "new/")));
    if (names->count > 1)
        qsort(names->entries, names->count, sizeof *names->entries, by_name);
    return done;
}

static bool is_folder(const char *path, const char *name)
{
    struct buffer full = {0};
    struct stat status;
    buffer_add_format(&full, "%s/%s", path, name);
    bool found = stat(buffer_string(&full), &status) == 0 && S_ISDIR(status.st_mode);
    buffer_free(&full);
    return found;
}

/* Where the folder's messages are at home: those of cur and new in the Maildir above. */
static uint64_t place_of(struct names *names, const char *path)
{
    const char *base = plain_name(path);
    struct buffer above = {0};
    names->half = strcmp(base, "cur") == 0 || strcmp(base, "new") == 0;
    if (!names->half)
        return mail_key_place(path);
    buffer_add_format(&above, "%s/..", path);
    uint64_t place = mail_key_place(buffer_string(&above));
    buffer_free(&above);
    return place;
}

bool names_open(struct names *names, const char *path, const struct mail_memory *memory,
                int64_t *count_only)
{
    *names = (struct names){.count_only = count_only};
    names->maildir = is_folder(path, "cur") && is_folder(path, "new");
    if (memory->ask)
        names->place = place_of(names, path);
    return read_window(names, path);
}

void names_close(struct names *names)
{
    clear(names);
    free(names->entries);
    free(names->last);
    *names = (struct names){0};
}

/* The window behind this one; an error of reading it is the end of the folder. */
static bool next_window(struct names *names, const char *path)
{
    if (!names->more)
        return false;
    free(names->last);
    names->last = memory_string(names->entries[names->count - 1].name);
    return read_window(names, path) && names->count > 0;
}

const struct name_entry *names_next(struct names *names, const char *path,
                                    const struct mail_memory *memory, bool *stopped)
{
    if (names->at == names->count && !next_window(names, path))
        return NULL;
    if (names->at == 0 && memory->ask && !ask(names, path, memory)) {
        *stopped = true;
        return NULL;
    }
    return &names->entries[names->at++];
}
