/* Text cut into display lines: at newlines, at words where a line gets too long, inside a
 * word that is longer than a line, never inside a cluster. Text is raw; widths are those
 * of what text_screen makes of it. */
#ifndef TOUCHBASE_TUI_WRAP_H
#define TOUCHBASE_TUI_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/term/canvas.h"

struct wrap_line {
    size_t start; /* byte offsets; end is behind the last byte shown, a newline is not */
    size_t end;
    bool ends_paragraph; /* a newline or the end of the text follows */
    int indent;          /* blanks to be shown before it */
};

struct wrap {
    struct wrap_line *lines; /* at least one after wrap_text */
    size_t count;
    size_t capacity;
    int columns;
    bool hangs; /* set before wrap_text: what goes on below a line with a label in front
                   ("19 Nov  words", "  phone   number") stands below the words, not
                   below the label */
};

/* columns >= 1. */
void wrap_text(struct wrap *wrap, const char *text, size_t length, int columns);
void wrap_free(struct wrap *wrap);
/* The line an offset stands on; at the seam of a wrapped line it is the later one. */
size_t wrap_line_of(const struct wrap *wrap, size_t offset);
/* Display columns of the clusters from start to end. */
int wrap_width(const char *text, size_t start, size_t end);
/* The offset within a line whose display column is the last at or before column. */
size_t wrap_offset_at(const struct wrap *wrap, const char *text, size_t length,
                      size_t line, int column);
/* Draws the lines of a text from a row of the area on, each on a ground of its own. */
void wrap_draw(const struct wrap *wrap, struct area area, int row, enum style style,
               const char *text);

#endif
