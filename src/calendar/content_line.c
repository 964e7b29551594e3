#include "content_line.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LINE_OCTETS = 75, CHARACTER_OCTETS = 4 };

struct line {
    struct buffer *out;
    size_t room; /* octets that fit before it is folded */
};

static void fold(struct line *line)
{
    buffer_add(line->out, "\r\n ", 3);
    line->room = LINE_OCTETS - 1;
}

static bool is_inside_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* How many octets fit, up to the end of a character; text is longer than the room. */
static size_t fitting(const struct line *line, const char *text)
{
    size_t fit = line->room;
    while (fit > 0 && line->room - fit < CHARACTER_OCTETS &&
           is_inside_character(text[fit])) {
        fit--;
    }
    return fit;
}

static void add(struct line *line, const char *text, size_t length)
{
    while (length > line->room) {
        size_t fit = fitting(line, text);
        buffer_add(line->out, text, fit);
        fold(line);
        text += fit;
        length -= fit;
    }
    buffer_add(line->out, text, length);
    line->room -= length;
}

static void add_escaped(struct line *line, char c)
{
    const char pair[] = {'\\', c == '\n' ? 'n' : c};
    if (line->room < sizeof pair) {
        fold(line);
    }
    add(line, pair, sizeof pair);
}

static struct line begin(struct buffer *out, const char *name)
{
    struct line line = {out, LINE_OCTETS};
    add(&line, name, strlen(name));
    add(&line, ":", 1);
    return line;
}

void content_line(struct buffer *out, const char *name, const char *value)
{
    struct line line = begin(out, name);
    add(&line, value, strlen(value));
    buffer_add(out, "\r\n", 2);
}

void content_text(struct buffer *out, const char *name, const char *text)
{
    struct line line = begin(out, name);
    for (;;) {
        size_t plain = strcspn(text, "\\,;\n");
        add(&line, text, plain);
        text += plain;
        if (*text == '\0') {
            break;
        }
        add_escaped(&line, *text++);
    }
    buffer_add(out, "\r\n", 2);
}
