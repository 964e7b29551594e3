#include "wrap.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

enum { FIRST_LINES = 64 };

static void add_line(struct wrap *wrap, struct wrap_line line)
{
    if (wrap->count == wrap->capacity) {
        wrap->capacity = wrap->capacity > 0 ? wrap->capacity * 2 : FIRST_LINES;
        wrap->lines = memory_resize(wrap->lines, wrap->capacity * sizeof *wrap->lines);
    }
    wrap->lines[wrap->count++] = line;
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7f;
}

/* The end of the cluster at an offset. Two plain ASCII characters in a row are two
 * clusters. */
static size_t next_cluster(const char *text, size_t length, size_t at)
{
    if (is_plain(text[at]) && (at + 1 == length || is_plain(text[at + 1])))
        return at + 1;
    return text_cluster_next(text, length, at);
}

static int cluster_width(const char *text, size_t start, size_t end)
{
    struct buffer shown = {0};
    int width;

    if (end == start + 1 && is_plain(text[start]))
        return 1;
    text_screen(&shown, text + start, end - start);
    width = text_width(buffer_string(&shown), shown.length);
    buffer_free(&shown);
    return width;
}

/* Where a paragraph's words begin: behind its label and two blanks or more, or behind the
 * blanks it begins with. None in a place where that would leave them too little room. */
static int hanging(const struct wrap *wrap, const char *text, size_t start, size_t end)
{
    size_t words = start + strspn(text + start, " "), at = words;
    int indent;

    while (at < end && !(text[at] == ' ' && text[at - 1] == ' '))
        at++;
    at += strspn(text + at, " ");
    if (at < end && wrap_width(text, start, at) <= wrap->columns / 2)
        words = at;
    indent = wrap->hangs ? wrap_width(text, start, words) : 0;
    return indent <= wrap->columns / 2 ? indent : 0;
}

/* Wraps one paragraph, which ends at a newline or the end of the text. */
static void wrap_paragraph(struct wrap *wrap, const char *text, size_t start, size_t end)
{
    size_t line = start, at = start, word = start; /* word: where the last word begins */
    int used = 0, indent = 0;

    while (at < end) {
        size_t next = next_cluster(text, end, at);
        int width = cluster_width(text, at, next);

        if (at > line && indent + used + width > wrap->columns && text[at] != ' ') {
            size_t cut = word > line ? word : at;

            add_line(wrap, (struct wrap_line){line, cut, false, indent});
            if (line == start)
                indent = hanging(wrap, text, start, end);
            line = cut;
            used = wrap_width(text, line, at);
            continue;
        }
        used += width;
        if (text[at] == ' ')
            word = next;
        at = next;
    }
    add_line(wrap, (struct wrap_line){line, end, true, indent});
}

void wrap_text(struct wrap *wrap, const char *text, size_t length, int columns)
{
    size_t start = 0;

    wrap->count = 0;
    wrap->columns = columns > 0 ? columns : 1;
    for (;;) {
        size_t end = start;

        while (end < length && text[end] != '\n')
            end++;
        wrap_paragraph(wrap, text, start, end);
        if (end == length)
            return;
        start = end + 1;
    }
}

void wrap_free(struct wrap *wrap)
{
    free(wrap->lines);
    *wrap = (struct wrap){0};
}

size_t wrap_line_of(const struct wrap *wrap, size_t offset)
{
    size_t low = 0, high = wrap->count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (wrap->lines[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

int wrap_width(const char *text, size_t start, size_t end)
{
    int width = 0;

    while (start < end) {
        size_t next = next_cluster(text, end, start);

        width += cluster_width(text, start, next);
        start = next;
    }
    return width;
}

size_t wrap_offset_at(const struct wrap *wrap, const char *text, size_t length,
                      size_t line, int column)
{
    const struct wrap_line *on = &wrap->lines[line];
    size_t at = on->start;
    int used = 0;

    while (at < on->end) {
        size_t next = next_cluster(text, length, at);

        used += cluster_width(text, at, next);
        if (used > column || (next >= on->end && !on->ends_paragraph))
            break;
        at = next;
    }
    return at;
}

void wrap_draw(const struct wrap *wrap, struct area area, int row, enum style style,
               const char *text)
{
    area_fill(area, (struct rect){row, 0, (int)wrap->count, area.rect.columns}, style);
    for (size_t i = 0; i < wrap->count; i++)
        area_bytes(area, row + (int)i, wrap->lines[i].indent, style,
                   text + wrap->lines[i].start,
                   wrap->lines[i].end - wrap->lines[i].start);
}
