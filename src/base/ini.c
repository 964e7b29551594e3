#include "touchbase/base/ini.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "touchbase/base/text.h"

struct reader {
    struct arena *arena;
    const char *name;
    const char *section;
    struct ini_entry *entries;
    size_t count;
    size_t capacity;
    char *value; /* of the last entry, with room for more of its lines */
    size_t value_length;
    size_t value_room;
    int line;
    bool broken; /* the last line with words was wrong, and what goes on behind it is too
                  */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static char *trimmed(struct arena *arena, const char *text, const char *end)
{
    while (text < end && is_blank(*text))
        text++;
    while (end > text && is_blank(end[-1]))
        end--;
    return arena_copy(arena, text, (size_t)(end - text));
}

/* A long list has many lines: each is added behind those before it, which stay where they
 * are as a rule. */
static void continue_value(struct reader *reader, const char *text, const char *end)
{
    const char *more = trimmed(reader->arena, text, end);
    size_t length = strlen(more);
    bool parted = reader->value_length > 0;

    reader->value =
        arena_grow(reader->arena, reader->value, reader->value_length,
                   reader->value_length + parted + length + 1, 1, &reader->value_room);
    if (parted)
        reader->value[reader->value_length++] = ' ';
    memcpy(reader->value + reader->value_length, more, length + 1);
    reader->value_length += length;
    reader->entries[reader->count - 1].value = reader->value;
}

static bool add_entry(struct reader *reader, const char *text, const char *end,
                      struct error *err)
{
    const char *equals = memchr(text, '=', (size_t)(end - text));
    struct ini_entry *entry;

    if (equals == NULL || equals == text)
        return error_set(err, ERROR_FAILED,
                         "%s:%d: expected \"key = value\" or \"[section]\"", reader->name,
                         reader->line);
    reader->entries = arena_grow(reader->arena, reader->entries, reader->count,
                                 reader->count + 1, sizeof *entry, &reader->capacity);
    entry = &reader->entries[reader->count++];
    entry->section = reader->section;
    entry->key = trimmed(reader->arena, text, equals);
    reader->value = trimmed(reader->arena, equals + 1, end);
    reader->value_length = strlen(reader->value);
    reader->value_room = 0;
    entry->value = reader->value;
    entry->line = reader->line;
    return true;
}

static bool start_section(struct reader *reader, const char *text, const char *end,
                          struct error *err)
{
    while (end > text && is_blank(end[-1]))
        end--;
    if (end[-1] != ']')
        return error_set(err, ERROR_FAILED, "%s:%d: \"[\" without \"]\"", reader->name,
                         reader->line);
    reader->section = trimmed(reader->arena, text + 1, end - 1);
    return true;
}

static bool read_line(struct reader *reader, const char *text, const char *end,
                      struct error *err)
{
    const char *start = text;

    while (start < end && is_blank(*start))
        start++;
    if (start == end || *start == '#' || *start == ';')
        return true;
    if (!text_is_utf8(start, (size_t)(end - start)))
        return error_set(err, ERROR_FAILED, "%s:%d: this line is not UTF-8 text",
                         reader->name, reader->line);
    if (start > text && reader->broken)
        return true;
    if (start > text && reader->count > 0 &&
        reader->entries[reader->count - 1].section == reader->section) {
        continue_value(reader, start, end);
        return true;
    }
    if (*start == '[')
        return start_section(reader, start, end, err);
    return add_entry(reader, start, end, err);
}

void ini_mistake(struct ini_mistakes *mistakes, const char *text)
{
    mistakes->texts =
        arena_grow(mistakes->arena, mistakes->texts, mistakes->count, mistakes->count + 1,
                   sizeof *mistakes->texts, &mistakes->capacity);
    mistakes->texts[mistakes->count++] = arena_string(mistakes->arena, text);
}

/* mistakes NULL: ends at the first one, with false. */
static bool read_lines(struct reader *reader, const char *text, size_t length,
                       struct ini_mistakes *mistakes, struct error *err)
{
    const char *end = text + length;

    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline != NULL ? newline : end;

        reader->line++;
        if (!read_line(reader, text, stop, err)) {
            if (mistakes == NULL)
                return false;
            ini_mistake(mistakes, err->text);
            reader->broken = true;
        } else if (stop > text && !is_blank(*text) && *text != '#') {
            reader->broken = false;
        }
        text = newline != NULL ? newline + 1 : end;
    }
    return true;
}

static struct ini entries_of(const struct reader *reader)
{
    return (struct ini){.name = arena_string(reader->arena, reader->name),
                        .entries = reader->entries,
                        .count = reader->count};
}

bool ini_parse(struct arena *arena, const char *name, const char *text, size_t length,
               struct ini *ini, struct error *err)
{
    struct reader reader = {.arena = arena, .name = name, .section = ""};

    if (!read_lines(&reader, text, length, NULL, err))
        return false;
    *ini = entries_of(&reader);
    return true;
}

void ini_parse_good(struct arena *arena, const char *name, const char *text,
                    size_t length, struct ini *ini, struct ini_mistakes *mistakes)
{
    struct reader reader = {.arena = arena, .name = name, .section = ""};
    struct error err;

    read_lines(&reader, text, length, mistakes, &err);
    *ini = entries_of(&reader);
}

bool(ini_error)(struct error *err, const struct ini *ini, const struct ini_entry *entry,
                const char *format, ...)
{
    char words[ERROR_TEXT_SIZE / 2];
    va_list args;

    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    return error_set(err, ERROR_FAILED, "%s:%d: %s", ini->name, entry->line, words);
}
