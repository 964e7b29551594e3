#include "plain.h"

#include <gmime/gmime.h>
#include <string.h>
#include <strings.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

/* Every byte that is no UTF-8 as the Windows-1252 character it stands for. */
static void add_mixed(struct buffer *out, const char *bytes, size_t length)
{
    struct arena *arena = arena_create();
    const char *at = bytes, *end = bytes + length;
    while (at < end) {
        const char *before = at;
        uint32_t code = text_next(&at, end);
        if (code == 0xFFFD && at - before == 1)
            buffer_add_string(out, text_from_latin(arena, before, 1));
        else
            buffer_add(out, before, (size_t)(at - before));
        if (out->length % 4096 == 0)
            arena_reset(arena);
    }
    arena_destroy(arena);
}

/* Through iconv, what does not convert as "?". False when the charset is unknown. */
static bool add_converted(struct buffer *out, const char *charset, const char *bytes,
                          size_t length)
{
    GMimeFilter *filter = g_mime_filter_charset_new(charset, "utf-8");
    if (!filter)
        return false;
    char *copy = memory_alloc(length + 1);
    memcpy(copy, bytes, length);
    char *converted = NULL;
    size_t converted_length = 0, prespace = 0;
    g_mime_filter_complete(filter, copy, length, 0, &converted, &converted_length,
                           &prespace);
    if (text_is_utf8(converted, converted_length))
        buffer_add(out, converted, converted_length);
    else
        add_mixed(out, converted, converted_length);
    g_object_unref(filter);
    free(copy);
    return true;
}

static const char *utf16_of(const char *bytes, size_t length)
{
    if (length < 2)
        return NULL;
    if (memcmp(bytes, "\xff\xfe", 2) == 0)
        return "UTF-16LE";
    return memcmp(bytes, "\xfe\xff", 2) == 0 ? "UTF-16BE" : NULL;
}

void mail_plain_repair(struct buffer *out, const char *bytes, size_t length)
{
    const char *wide = utf16_of(bytes, length);
    if (wide && add_converted(out, wide, bytes + 2, length - 2))
        return;
    if (text_is_utf8(bytes, length))
        buffer_add(out, bytes, length);
    else
        add_mixed(out, bytes, length);
}

static bool is_narrow(const char *charset)
{
    static const char *const names[] = {
        "utf-8",  "utf8",   "us-ascii", "ascii",        "iso-8859-1", "windows-1252",
        "latin1", "cp1252", "ansi",     "unknown-8bit", "x-unknown"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcasecmp(charset, names[i]) == 0)
            return true;
    return false;
}

void mail_plain_decode(struct buffer *out, const char *charset, const char *bytes,
                       size_t length)
{
    if (!charset || is_narrow(charset) || !add_converted(out, charset, bytes, length))
        mail_plain_repair(out, bytes, length);
}

/* One line of a flowed text taken apart. */
struct flowed {
    size_t depth; /* quote marks */
    const char *text;
    size_t length;
    bool soft; /* goes on in the next line */
};

static struct flowed take_apart(const char *line, size_t length)
{
    struct flowed flowed = {0};
    if (length > 0 && line[length - 1] == '\r')
        length--;
    while (flowed.depth < length && line[flowed.depth] == '>')
        flowed.depth++;
    flowed.text = line + flowed.depth;
    flowed.length = length - flowed.depth;
    if (flowed.length > 0 && flowed.text[0] == ' ') {
        flowed.text++;
        flowed.length--;
    }
    bool signature = flowed.length == 3 && memcmp(flowed.text, "-- ", 3) == 0;
    flowed.soft =
        !signature && flowed.length > 0 && flowed.text[flowed.length - 1] == ' ';
    return flowed;
}

static void start_line(struct buffer *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        buffer_add_char(out, '>');
    if (depth > 0)
        buffer_add_char(out, ' ');
}

void mail_plain_flow(struct buffer *out, const char *text, size_t length, bool delsp)
{
    const char *end = text + length;
    bool open = false; /* the line before ended in a soft break */
    size_t open_depth = 0;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline ? newline : end;
        struct flowed line = take_apart(text, (size_t)(stop - text));
        bool signature = line.length == 3 && memcmp(line.text, "-- ", 3) == 0;
        if (open && (line.depth != open_depth || signature)) {
            buffer_add_char(out, '\n');
            open = false;
        }
        if (!open)
            start_line(out, line.depth);
        buffer_add(out, line.text, line.length - (line.soft && delsp));
        open = line.soft;
        open_depth = line.depth;
        if (!open)
            buffer_add_char(out, '\n');
        text = newline ? newline + 1 : end;
    }
}

size_t mail_plain_cut(const char *text, size_t limit)
{
    while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}
