#include "touchbase/term/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "canvas_cells.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

enum { SIDE_MAX = 1000 };

static const struct cell blank = {.codes = {' '}, .style = STYLE_NORMAL, .width = 1};

static int cut_side(int side)
{
    return side < 0 ? 0 : side > SIDE_MAX ? SIDE_MAX : side;
}

struct canvas *canvas_create(int rows, int columns)
{
    struct canvas *canvas = memory_alloc(sizeof *canvas);

    *canvas = (struct canvas){.cursor_row = -1};
    canvas_resize(canvas, rows, columns);
    return canvas;
}

void canvas_destroy(struct canvas *canvas)
{
    if (canvas == NULL)
        return;
    free(canvas->cells);
    free(canvas);
}

void canvas_resize(struct canvas *canvas, int rows, int columns)
{
    canvas->rows = cut_side(rows);
    canvas->columns = cut_side(columns);
    canvas->cells = memory_resize(canvas->cells,
                                  ((size_t)canvas->rows * (size_t)canvas->columns + 1) *
                                      sizeof *canvas->cells);
    canvas_clear(canvas);
}

void canvas_assign(struct canvas *canvas, const struct canvas *from)
{
    if (canvas->rows != from->rows || canvas->columns != from->columns)
        canvas_resize(canvas, from->rows, from->columns);
    memcpy(canvas->cells, from->cells,
           (size_t)from->rows * (size_t)from->columns * sizeof *from->cells);
    canvas->cursor_row = from->cursor_row;
    canvas->cursor_column = from->cursor_column;
    canvas->ascii = from->ascii;
}

void canvas_assign_row(struct canvas *canvas, const struct canvas *from, int row)
{
    size_t columns = (size_t)canvas->columns;

    memcpy(&canvas->cells[(size_t)row * columns], canvas_row(from, row),
           columns * sizeof *from->cells);
}

void canvas_clear(struct canvas *canvas)
{
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;

    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = blank;
    canvas->cursor_row = -1;
    canvas->cursor_column = -1;
}

int canvas_rows(const struct canvas *canvas)
{
    return canvas->rows;
}

int canvas_columns(const struct canvas *canvas)
{
    return canvas->columns;
}

struct cell *cells_at(const struct canvas *canvas, int row, int column)
{
    if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return NULL;
    return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

const struct cell *canvas_cell(const struct canvas *canvas, int row, int column)
{
    return cells_at(canvas, row, column);
}

const struct cell *canvas_row(const struct canvas *canvas, int row)
{
    return &canvas->cells[(size_t)row * (size_t)canvas->columns];
}

bool canvas_cursor(const struct canvas *canvas, int *row, int *column)
{
    *row = canvas->cursor_row;
    *column = canvas->cursor_column;
    return canvas->cursor_row >= 0;
}

void canvas_set_ascii(struct canvas *canvas, bool ascii)
{
    canvas->ascii = ascii;
}

/* What was a wide character with one half here becomes blanks, so that none is ever left
 * half. */
static void mend(struct canvas *canvas, int row, int column)
{
    struct cell *cell = cells_at(canvas, row, column);
    struct cell *other = NULL;

    if (cell->width == 0)
        other = cells_at(canvas, row, column - 1);
    else if (cell->width == 2)
        other = cells_at(canvas, row, column + 1);
    if (other != NULL) {
        unsigned style = other->style, over = other->over;

        *other = blank;
        other->style = (uint8_t)style;
        other->over = (uint8_t)over;
    }
}

void cells_put(struct canvas *canvas, int row, int column, enum style style,
               uint32_t code, int width)
{
    struct cell cell = {
        .codes = {code}, .style = (uint8_t)style, .width = (uint8_t)width};

    mend(canvas, row, column);
    *cells_at(canvas, row, column) = cell;
    if (width == 2) {
        mend(canvas, row, column + 1);
        *cells_at(canvas, row, column + 1) = (struct cell){.style = (uint8_t)style};
    }
}

void cells_put_run(struct canvas *canvas, int row, int column, enum style style,
                   const char *bytes, int count)
{
    struct cell cell = {.codes = {' '}, .style = (uint8_t)style, .width = 1};
    struct cell *cells = cells_at(canvas, row, column);

    if (count <= 0)
        return;
    /* only at its ends a wide one can stand half inside */
    mend(canvas, row, column);
    mend(canvas, row, column + count - 1);
    for (int i = 0; i < count; i++) {
        if (bytes != NULL)
            cell.codes[0] = (unsigned char)bytes[i];
        cells[i] = cell;
    }
}

void cells_mark(struct canvas *canvas, int row, int column, uint32_t mark)
{
    struct cell *cell = cells_at(canvas, row, column);

    for (int i = 1; i < CELL_CODES; i++) {
        if (cell->codes[i] == 0) {
            cell->codes[i] = mark;
            return;
        }
    }
}

static void row_text(const struct canvas *canvas, int row, struct buffer *out)
{
    const struct cell *cells = canvas_row(canvas, row);
    int end = canvas->columns;

    while (end > 0 && cells[end - 1].codes[0] == ' ' && cells[end - 1].codes[1] == 0)
        end--;
    for (int i = 0; i < end; i++) {
        for (int j = 0; j < CELL_CODES && cells[i].codes[j] != 0; j++)
            text_append(out, cells[i].codes[j]);
    }
    buffer_add_char(out, '\n');
}

void canvas_text(const struct canvas *canvas, struct buffer *out)
{
    for (int row = 0; row < canvas->rows; row++)
        row_text(canvas, row, out);
}

static void over_names(unsigned over, struct buffer *out)
{
    static const char *const names[] = {"+cursor", "+here", "+mark", "+dim"};

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (over & (1u << i))
            buffer_add_string(out, names[i]);
    }
}

void canvas_styles(const struct canvas *canvas, struct buffer *out)
{
    for (int row = 0; row < canvas->rows; row++) {
        const struct cell *cells = canvas_row(canvas, row);

        for (int from = 0, to; from < canvas->columns; from = to) {
            to = from;
            while (to < canvas->columns && cells[to].style == cells[from].style &&
                   cells[to].over == cells[from].over)
                to++;
            if (cells[from].style == STYLE_NORMAL && cells[from].over == 0)
                continue;
            buffer_add_format(out, "%d %d %d %s", row, from, to - from,
                              style_name((enum style)cells[from].style));
            over_names(cells[from].over, out);
            buffer_add_char(out, '\n');
        }
    }
}
