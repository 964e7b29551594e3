#include "wrapped.h"

#include <string.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

enum { INDENT = 2 };

/* Bytes of one line of at most columns; at a blank when there is one. */
static size_t line_length(const char *text, size_t length, int columns)
{
    size_t fits = text_fit(text, length, columns > 0 ? columns : 1, NULL);
    size_t end = fits;

    while (end < length && end > 0 && text[end] != ' ')
        end--;
    if (end > 0)
        return end;
    return fits > 0 ? fits : 1;
}

/* area NULL: only counts. */
static int walk(const struct area *area, int columns, int row, enum style style,
                const char *text)
{
    struct buffer shown = {0};
    size_t at = 0;
    int lines = 0;

    text_screen(&shown, text, strlen(text));
    while (at < shown.length) {
        int indent = lines == 0 ? 0 : INDENT;
        size_t length = line_length(shown.data + at, shown.length - at, columns - indent);

        if (area != NULL && row + lines >= 0 && row + lines < area->rect.rows)
            area_bytes(*area, row + lines, indent, style, shown.data + at, length);
        lines++;
        for (at += length; at < shown.length && shown.data[at] == ' ';)
            at++;
    }
    buffer_free(&shown);
    return lines;
}

int wrapped_draw(struct area area, int row, enum style style, const char *text)
{
    return walk(&area, area.rect.columns, row, style, text);
}

int wrapped_lines(int columns, const char *text)
{
    return walk(NULL, columns, 0, STYLE_NORMAL, text);
}
