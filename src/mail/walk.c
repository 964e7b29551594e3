#include "touchbase/mail/mail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"

#include "folder.h"
#include "jotted.h"
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
    bool loaded;              /* bytes are there */
    enum mail_kind kind;      /* of bytes */
    bool several;             /* an mbox of several */
    int number;               /* of the message within the mbox, from 1 */
    int total;                /* how many messages an mbox holds; 1 else */
    size_t start, end;        /* the message the walk stands on, within bytes */
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
        walk->folder = mail_folder_open(path);
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
    free(walk->path);
    free(walk);
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
    walk->start = walk->end = 0;
    walk->number = 0;
}

/* Goes on to the next file; false when there is none. */
static bool next_file(struct mail_walk *walk)
{
    if (walk->path) {
        load(walk, walk->path);
        free(walk->path);
        walk->path = NULL;
        return true;
    }
    struct mail_file file;
    while (walk->folder && mail_folder_next(walk->folder, &file)) {
        load(walk, file.path);
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
    buffer_add_format(&walk->source, "#%d", walk->number);
    buffer_add_format(&walk->id, "#%d", walk->number);
}

/* The first message of the bytes: all of them, but in an mbox. */
static void first_message(struct mail_walk *walk)
{
    walk->number = 1;
    walk->start = mail_kind_lead(walk->bytes, walk->length);
    walk->end = walk->length;
    walk->several = false;
    walk->total = 1;
    if (walk->kind != MAIL_KIND_MBOX)
        return;
    walk->end = mail_mbox_next(walk->bytes, walk->length, walk->start);
    walk->several = walk->end < walk->length;
    if (walk->folder)
        return;
    for (size_t at = walk->end; at < walk->length; walk->total++)
        at = mail_mbox_next(walk->bytes, walk->length, at);
}

static bool next_of_mbox(struct mail_walk *walk)
{
    if (walk->end >= walk->length)
        return false;
    walk->number++;
    walk->start = walk->end;
    walk->end = mail_mbox_next(walk->bytes, walk->length, walk->start);
    return true;
}

bool mail_next(struct mail_walk *walk)
{
    if (walk->number > 0 && !next_of_mbox(walk)) {
        walk->loaded = false;
        walk->number = 0;
    }
    if (walk->number == 0) {
        if (!walk->loaded && !next_file(walk))
            return false;
        first_message(walk);
    }
    name_message(walk);
    return true;
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
