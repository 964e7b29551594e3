#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "canvas_cells.h"
#include "touchbase/base/text.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* What two rectangles share; 0 rows and columns when nothing. */
static struct rect common(struct rect a, struct rect b)
{
    int row = larger(a.row, b.row), column = larger(a.column, b.column);
    int end_row = smaller(a.row + a.rows, b.row + b.rows);
    int end_column = smaller(a.column + a.columns, b.column + b.columns);

    return (struct rect){row, column, larger(end_row - row, 0),
                         larger(end_column - column, 0)};
}

struct area area_whole(struct canvas *canvas)
{
    return (struct area){canvas, {0, 0, canvas->rows, canvas->columns}};
}

struct area area_part(struct area area, struct rect rect)
{
    rect.row += area.rect.row;
    rect.column += area.rect.column;
    return (struct area){area.canvas, common(area.rect, rect)};
}

static bool inside(struct area area, int row, int column)
{
    return row >= 0 && row < area.rect.rows && column >= 0 && column < area.rect.columns;
}

/* Puts one character at a place of the area; blanks for the half of a wide one that lies
 * inside. */
static void put(struct area area, int row, int column, enum style style, uint32_t code,
                int width)
{
    int canvas_row = area.rect.row + row, canvas_column = area.rect.column + column;

    if (width == 1 && inside(area, row, column)) {
        cells_put(area.canvas, canvas_row, canvas_column, style, code, 1);
    } else if (width == 2 && inside(area, row, column) && inside(area, row, column + 1)) {
        cells_put(area.canvas, canvas_row, canvas_column, style, code, 2);
    } else if (width == 2) {
        put(area, row, column, style, ' ', 1);
        put(area, row, column + 1, style, ' ', 1);
    }
}

/* Puts a character or a mark that follows one ending before column; returns the columns
 * it takes. */
static int put_code(struct area area, int row, int column, enum style style,
                    const char *bytes, size_t length, uint32_t code)
{
    int width = text_width(bytes, length);

    if (width < 0 || width > 2) {
        code = 0xfffd;
        width = 1;
    }
    if (width > 0) {
        put(area, row, column, style, code, width);
    } else if (inside(area, row, column - 1)) {
        int base = area.rect.column + column - 1;

        if (cells_at(area.canvas, area.rect.row + row, base)->width == 0)
            base--;
        if (base >= area.rect.column)
            cells_mark(area.canvas, area.rect.row + row, base, code);
    }
    return width;
}

/* As many bytes of ASCII, or blanks for NULL, as lie inside. */
static void put_run(struct area area, int row, int column, enum style style,
                    const char *text, int count)
{
    int from = column < 0 ? smaller(-column, count) : 0;
    int to = smaller(count, larger(area.rect.columns - column, 0));

    if (row >= 0 && row < area.rect.rows && from < to)
        cells_put_run(area.canvas, area.rect.row + row, area.rect.column + column + from,
                      style, text == NULL ? NULL : text + from, to - from);
}

static int put_ascii(struct area area, int row, int column, enum style style,
                     const char *text, size_t length)
{
    put_run(area, row, column, style, text, (int)length);
    return (int)length;
}

/* Most fields: no filter, no width to ask for. */
static void put_ascii_field(struct area area, int row, int column, int columns,
                            enum style style, const char *text, size_t length, bool right)
{
    int count = length < (size_t)columns ? (int)length : columns;
    int start = right ? column + columns - count : column;

    put_run(area, row, column, style, NULL, start - column);
    put_run(area, row, start + count, style, NULL, column + columns - start - count);
    put_ascii(area, row, start, style, text, (size_t)count);
    if (length > (size_t)columns)
        put(area, row, column + columns - 1, style, 0x2026, 1);
}

static int put_filtered(struct area area, int row, int column, enum style style,
                        const char *text, size_t length)
{
    const char *at = text, *end = text + length;
    int used = 0;

    while (at < end) {
        const char *start = at;
        size_t run = text_ascii_run(at, (size_t)(end - at));

        if (run > 0) {
            used += put_ascii(area, row, column + used, style, at, run);
            at += run;
        } else {
            uint32_t code = text_next(&at, end);

            used += put_code(area, row, column + used, style, start, (size_t)(at - start),
                             code);
        }
    }
    return used;
}

int area_bytes(struct area area, int row, int column, enum style style, const char *text,
               size_t length)
{
    struct buffer filtered = {0};
    int used;

    if (text_ascii_run(text, length) == length)
        return put_ascii(area, row, column, style, text, length);
    text_screen(&filtered, text, length);
    used =
        put_filtered(area, row, column, style, buffer_string(&filtered), filtered.length);
    buffer_free(&filtered);
    return used;
}

int area_text(struct area area, int row, int column, enum style style, const char *text)
{
    return area_bytes(area, row, column, style, text, strlen(text));
}

int area_format(struct area area, int row, int column, enum style style,
                const char *format, ...)
{
    char text[512];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return area_text(area, row, column, style, text);
}

void area_field(struct area area, int row, int column, int columns, enum style style,
                const char *text, bool right)
{
    struct buffer filtered = {0}, padded = {0};
    size_t length = strlen(text);
    int width;

    if (columns <= 0)
        return;
    if (text_ascii_run(text, length) == length) {
        put_ascii_field(area, row, column, columns, style, text, length, right);
        return;
    }
    text_screen(&filtered, text, length);
    width = text_width(buffer_string(&filtered), filtered.length);
    for (int i = width; right && i < columns; i++)
        buffer_add_char(&padded, ' ');
    text_pad(&padded, buffer_string(&filtered),
             right && width < columns ? larger(width, 0) : columns);
    put_filtered(area, row, column, style, padded.data, padded.length);
    buffer_free(&filtered);
    buffer_free(&padded);
}

void area_fill(struct area area, struct rect rect, enum style style)
{
    struct area part = area_part(area, rect);

    for (int row = 0; row < part.rect.rows; row++)
        put_run(part, row, 0, style, NULL, part.rect.columns);
}

void area_over(struct area area, struct rect rect, unsigned over)
{
    struct area part = area_part(area, rect);

    for (int row = 0; row < part.rect.rows; row++) {
        struct cell *cells = cells_at(part.canvas, part.rect.row + row, part.rect.column);

        for (int column = 0; column < part.rect.columns; column++)
            cells[column].over |= (uint8_t)over;
    }
}

void area_restyle(struct area area, struct rect rect, enum style style)
{
    struct area part = area_part(area, rect);

    for (int row = 0; row < part.rect.rows; row++) {
        struct cell *cells = cells_at(part.canvas, part.rect.row + row, part.rect.column);

        for (int column = 0; column < part.rect.columns; column++)
            cells[column].style = (uint8_t)style;
    }
}

void area_cursor(struct area area, int row, int column)
{
    if (!inside(area, row, column))
        return;
    area.canvas->cursor_row = area.rect.row + row;
    area.canvas->cursor_column = area.rect.column + column;
}
