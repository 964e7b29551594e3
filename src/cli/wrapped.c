#include "wrapped.h"

#include <string.h>

#include "touchbase/base/text.h"

/* How much of text goes onto a line: up to the last blank that fits. */
static size_t line_length(const char *text, size_t length, int columns)
{
    size_t fits = text_fit(text, length, columns, NULL);
    size_t end = fits;

    if (fits == length)
        return length;
    while (end > 0 && text[end] != ' ')
        end--;
    if (end > 0)
        return end;
    return fits > 0 ? fits : text_cluster_next(text, length, 0);
}

static void add_lines(struct buffer *out, int indent, const char *text, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t line = line_length(text + at, length - at, PAGE_COLUMNS - indent);

        if (at > 0)
            buffer_add_format(out, "\n%*s", indent, "");
        buffer_add(out, text + at, line);
        at += line;
        while (at < length && text[at] == ' ')
            at++;
    }
}

void wrapped_add(struct buffer *out, const char *head, const char *text)
{
    struct buffer shown = {0};
    int indent;

    text_screen(&shown, head, strlen(head));
    indent = text_width(buffer_string(&shown), shown.length);
    buffer_add(out, buffer_string(&shown), shown.length);
    buffer_clear(&shown);
    text_screen(&shown, text, strlen(text));
    add_lines(out, indent, buffer_string(&shown), shown.length);
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        buffer_remove(out, out->length - 1, 1);
    buffer_add_char(out, '\n');
    buffer_free(&shown);
}
