#include "touchbase/mail/mail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"

#include "box.h"
#include "folder.h"
#include "jotted.h"
#include "key.h"
#include "kind.h"
#include "mapped.h"
#include "mbox.h"
#include "parse.h"

struct mail_walk {
    struct mail_folder *folder; /* NULL for one file or bytes */
    char *path;                 /* of one file, until it was opened */
    struct mail_mapped file;    /* the file the walk is in */
    const char *bytes;          /* what is being divided into messages */
    size_t length;
    bool loaded;            /* bytes are there, and were not begun yet */
    enum mail_kind kind;    /* of bytes */
    bool several;           /* an mbox of several */
    int total;              /* how many messages an mbox holds; 1 else */
    bool in_box;            /* the walk goes through an mbox */
    struct mail_box *box;   /* made when first needed */
    size_t start, end;      /* the message the walk stands on, within bytes */
    uint64_t file_key, key; /* of the file, and of the message */
    struct mail_memory memory;
    bool stopped;             /* the memory said to */
    int64_t given;            /* messages so far */
    int64_t passed;           /* those of boxes that were passed by */
    struct buffer name;       /* source of the whole file */
    struct buffer short_name; /* its id */
    struct buffer source, id; /* of the message */
    struct buffer unquoted;
    struct error problem; /* why the message cannot be read; text "" when it can */
    struct mail_parser *parser;
};

static struct mail_walk *walk_create(void)
{
    struct mail_walk *walk = memory_alloc(sizeof *walk);
    *walk = (struct mail_walk){.bytes = "", .file = {.bytes = ""}};
    walk->parser = mail_parser_create();
    return walk;
}

struct mail_walk *mail_open(const char *path, struct error *err)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT)
            error_set(err, ERROR_NOT_FOUND, "%s: there is no such file or folder", path);
        else
            error_set_errno(err, errno, "%s: cannot be read", path);
        return NULL;
    }
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) {
        error_set(err, ERROR_FAILED, "%s: is neither a file nor a folder", path);
        return NULL;
    }
    struct mail_walk *walk = walk_create();
    if (S_ISDIR(status.st_mode))
        walk->folder = mail_folder_open(path, NULL);
    else
        walk->path = memory_string(path);
    return walk;
}

struct mail_walk *mail_open_bytes(const char *name, const char *bytes, size_t length)
{
    struct mail_walk *walk = walk_create();
    buffer_add_string(&walk->name, name);
    buffer_add_string(&walk->short_name, name);
    walk->bytes = bytes;
    walk->length = length;
    walk->loaded = true;
    walk->kind = mail_kind_of(bytes, length);
    return walk;
}

void mail_close(struct mail_walk *walk)
{
    if (!walk)
        return;
    mail_folder_close(walk->folder);
    mail_unmap(&walk->file);
    mail_parser_destroy(walk->parser);
    buffer_free(&walk->name);
    buffer_free(&walk->short_name);
    buffer_free(&walk->source);
    buffer_free(&walk->id);
    buffer_free(&walk->unquoted);
    free(walk->box);
    free(walk->path);
    free(walk);
}

void mail_set_memory(struct mail_walk *walk, const struct mail_memory *memory)
{
    walk->memory = *memory;
    if (walk->folder)
        mail_folder_set_memory(walk->folder, memory);
}

static bool has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

static bool in_cur_or_new(const char *path)
{
    const char *name = file_base_name(path);
    size_t folder = name > path ? (size_t)(name - path) - 1 : 0;
    return folder >= 3 && (folder == 3 || path[folder - 4] == '/') &&
           (memcmp(path + folder - 3, "cur", 3) == 0 ||
            memcmp(path + folder - 3, "new", 3) == 0);
}

/* A file's name may be any bytes; what is shown of it is UTF-8. */
static void set_text(struct buffer *out, const char *bytes, size_t length)
{
    buffer_clear(out);
    if (text_is_utf8(bytes, length)) {
        buffer_add(out, bytes, length);
        return;
    }
    struct arena *arena = arena_create();
    buffer_add_string(out, text_repair(arena, bytes, length));
    arena_destroy(arena);
}

/* The short name of a file: up to the colon in a Maildir, else without its ending. */
static void name_file(struct mail_walk *walk, const char *path)
{
    const char *name = file_base_name(path);
    const char *cut = in_cur_or_new(path) ? strchr(name, ':') : strrchr(name, '.');
    size_t length = cut && cut > name ? (size_t)(cut - name) : strlen(name);
    set_text(&walk->name, path, strlen(path));
    set_text(&walk->short_name, name, length);
}

/* In a plain folder other things lie about: taken is what is called a message or looks
 * like one. */
static bool is_meant(const struct mail_walk *walk, const struct mail_file *file)
{
    static const char *const endings[] = {".eml", ".txt", ".mbox", ".mbx"};
    if (file->maildir || in_cur_or_new(file->path) || walk->problem.text[0])
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (has_ending(file->path, endings[i]))
            return true;
    return walk->kind == MAIL_KIND_MAIL || walk->kind == MAIL_KIND_MBOX;
}

static void load(struct mail_walk *walk, const char *path)
{
    name_file(walk, path);
    mail_unmap(&walk->file);
    walk->problem.text[0] = '\0';
    mail_map(&walk->file, path, &walk->problem);
    walk->bytes = walk->file.bytes;
    walk->length = walk->file.length;
    walk->kind = mail_kind_of(walk->bytes, walk->length);
    walk->loaded = true;
}

/* Goes on to the next file; false when there is none. */
static bool next_file(struct mail_walk *walk)
{
    walk->file_key = 0;
    if (walk->path) {
        load(walk, walk->path);
        free(walk->path);
        walk->path = NULL;
        return true;
    }
    struct mail_file file;
    while (walk->folder && mail_folder_next(walk->folder, &file)) {
        load(walk, file.path);
        walk->file_key = file.key;
        if (file.problem)
            error_set(&walk->problem, ERROR_FAILED, "%s: %s", file.path, file.problem);
        if (is_meant(walk, &file))
            return true;
    }
    return false;
}

static void name_message(struct mail_walk *walk)
{
    buffer_clear(&walk->source);
    buffer_clear(&walk->id);
    buffer_add_string(&walk->source, buffer_string(&walk->name));
    buffer_add_string(&walk->id, buffer_string(&walk->short_name));
    if (!walk->several)
        return;
    buffer_add_format(&walk->source, "#%lld", (long long)walk->box->number);
    buffer_add_format(&walk->id, "#%lld", (long long)walk->box->number);
}

static int64_t count_box(struct mail_walk *walk, int64_t until_ms)
{
    size_t at = mail_kind_lead(walk->bytes, walk->length);
    int64_t count = 0;
    while (at < walk->length && clock_ticks_ms() <= until_ms) {
        at = mail_mbox_next(walk->bytes, walk->length, at);
        mail_unload(&walk->file, at);
        count++;
    }
    return count;
}

/* Messages of a box alone are no collection and have no keys; bytes have no place. */
static void begin_box(struct mail_walk *walk)
{
    size_t start = mail_kind_lead(walk->bytes, walk->length);
    size_t end = mail_mbox_next(walk->bytes, walk->length, start);
    walk->several = end < walk->length;
    bool keys = walk->memory.ask && walk->file.memory && mail_collected(walk);
    if (!walk->box)
        walk->box = memory_alloc(sizeof *walk->box);
    mail_box_begin(walk->box, walk->bytes, walk->length, start,
                   keys ? mail_key_place(buffer_string(&walk->name)) : 0);
    walk->in_box = true;
    walk->total = walk->folder ? 0 : (int)count_box(walk, INT64_MAX);
}

/* The next message of the box; false when there is none left. */
static bool next_of_box(struct mail_walk *walk)
{
    const struct box_span *span = mail_box_next(walk->box, &walk->memory, &walk->stopped);
    if (!span) {
        walk->in_box = false;
        walk->passed += walk->box->passed;
        walk->box->passed = 0;
        return false;
    }
    walk->start = span->start;
    walk->end = span->end;
    walk->key = span->key;
    mail_unload(&walk->file, walk->start);
    return true;
}

bool mail_next(struct mail_walk *walk)
{
    for (;;) {
        if (walk->in_box && next_of_box(walk))
            break;
        if (walk->stopped || (!walk->loaded && !next_file(walk)))
            return false;
        walk->loaded = false;
        walk->several = false;
        if (walk->kind == MAIL_KIND_MBOX) {
            begin_box(walk);
            continue;
        }
        walk->start = mail_kind_lead(walk->bytes, walk->length);
        walk->end = walk->length;
        walk->total = 1;
        walk->key = walk->file_key;
        break;
    }
    walk->given++;
    name_message(walk);
    return true;
}

uint64_t mail_key(const struct mail_walk *walk)
{
    return mail_collected(walk) ? walk->key : 0;
}

int64_t mail_number(const struct mail_walk *walk)
{
    int64_t in_box = walk->in_box ? walk->box->passed : 0;
    int64_t in_folder = walk->folder ? mail_folder_passed(walk->folder) : 0;
    return walk->given + walk->passed + in_box + in_folder;
}

const char *mail_source(const struct mail_walk *walk)
{
    return buffer_string(&walk->source);
}

const char *mail_id(const struct mail_walk *walk)
{
    return buffer_string(&walk->id);
}

bool mail_collected(const struct mail_walk *walk)
{
    return walk->folder != NULL || walk->several;
}

int mail_total(const struct mail_walk *walk)
{
    return walk->folder ? 0 : walk->total;
}

/* A mail of an mbox: without its From_ line and quoting, at most MAIL_MESSAGE_MAX of it.
 */
static bool read_boxed(struct mail_walk *walk, struct arena *arena, struct message *out,
                       struct error *err)
{
    const char *start = walk->bytes + walk->start, *end = walk->bytes + walk->end;
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    start = newline ? newline + 1 : end;
    size_t length = (size_t)(end - start);
    out->cut = length > MAIL_MESSAGE_MAX;
    buffer_clear(&walk->unquoted);
    mail_mbox_unquote(&walk->unquoted, start, out->cut ? MAIL_MESSAGE_MAX : length);
    return mail_parse(walk->parser, arena, buffer_string(&walk->unquoted),
                      walk->unquoted.length, out, err);
}

static bool read_kind(struct mail_walk *walk, struct arena *arena, struct message *out,
                      struct error *err)
{
    const char *bytes = walk->bytes + walk->start;
    size_t length = walk->end - walk->start;
    switch (walk->kind) {
    case MAIL_KIND_EMPTY:
        return error_set(err, ERROR_FAILED, "there is nothing in it");
    case MAIL_KIND_NOISE:
        return error_set(err, ERROR_FAILED,
                         "this is no message: neither a mail nor text is in it");
    case MAIL_KIND_MBOX:
        return read_boxed(walk, arena, out, err);
    case MAIL_KIND_MAIL:
        out->cut = length > MAIL_MESSAGE_MAX;
        return mail_parse(walk->parser, arena, bytes,
                          out->cut ? MAIL_MESSAGE_MAX : length, out, err);
    case MAIL_KIND_JOTTED:
        break;
    }
    return mail_jotted(arena, bytes, length, out, err);
}

bool mail_read(struct mail_walk *walk, struct arena *arena, struct message *out,
               struct error *err)
{
    struct message message = {.source = arena_string(arena, mail_source(walk)),
                              .id = arena_string(arena, mail_id(walk)),
                              .date_day = DAY_NONE,
                              .date_minute = MINUTE_NONE,
                              .text = ""};
    *out = message;
    if (walk->problem.text[0]) {
        *err = walk->problem;
        return false;
    }
    if (read_kind(walk, arena, &message, err)) {
        *out = message;
        return true;
    }
    return error_prefix(err, "%s", mail_source(walk));
}

int64_t mail_count(const char *path, int limit)
{
    struct error ignored = {0};
    int64_t count = 0, until_ms = clock_ticks_ms() + limit;
    struct mail_walk *walk = mail_open(path, &ignored);
    if (!walk)
        return -1;
    if (walk->folder) {
        mail_folder_close(walk->folder);
        walk->folder = mail_folder_open(path, &count);
    }
    while (clock_ticks_ms() <= until_ms && next_file(walk))
        count += walk->kind == MAIL_KIND_MBOX ? count_box(walk, until_ms) : 1;
    mail_close(walk);
    return clock_ticks_ms() <= until_ms ? count : -1;
}
