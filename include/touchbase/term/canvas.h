/* A picture in memory: rows of styled cells that a screen shows and a test reads. Panes
 * draw into an area, a rectangle of the canvas with its own coordinates (0, 0 at its top
 * left); nothing is ever drawn outside it, and a wide character is never split: at an
 * edge it becomes blanks. Rows and columns may be 0. */
#ifndef TOUCHBASE_TERM_CANVAS_H
#define TOUCHBASE_TERM_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"
#include "touchbase/term/style.h"

enum { CELL_CODES = 5 }; /* a character and at most four marks, as ncurses keeps them */

struct cell {
    uint32_t codes[CELL_CODES]; /* ends with 0 when there are fewer; the right half of a
                                   wide character has none */
    uint8_t style;              /* enum style */
    uint8_t over;               /* OVER_ bits */
    uint8_t width;              /* 1, 2; 0: the right half of a wide character */
    uint8_t arms;               /* ARM_ bits of a drawn line, 0 for anything else */
};

struct canvas;

struct rect {
    int row;
    int column;
    int rows;
    int columns;
};

struct area {
    struct canvas *canvas;
    struct rect rect; /* on the canvas */
};

/* Sizes are cut to 0 .. 1000 rows and columns. */
struct canvas *canvas_create(int rows, int columns);
void canvas_destroy(struct canvas *canvas); /* NULL is allowed */
/* Another size; the content is cleared. */
void canvas_resize(struct canvas *canvas, int rows, int columns);
/* Size, content and cursor of another one. */
void canvas_assign(struct canvas *canvas, const struct canvas *from);
/* The content of one row of another one of the same size. */
void canvas_assign_row(struct canvas *canvas, const struct canvas *from, int row);
/* Blanks everywhere, the cursor hidden. */
void canvas_clear(struct canvas *canvas);
int canvas_rows(const struct canvas *canvas);
int canvas_columns(const struct canvas *canvas);
/* NULL outside the canvas. */
const struct cell *canvas_cell(const struct canvas *canvas, int row, int column);
/* A whole row of canvas_columns cells; row is on the canvas. */
const struct cell *canvas_row(const struct canvas *canvas, int row);
/* Where the text cursor stands; false when it is hidden. */
bool canvas_cursor(const struct canvas *canvas, int *row, int *column);
/* Lines drawn from now on are + - | instead of box characters. */
void canvas_set_ascii(struct canvas *canvas, bool ascii);
/* Appends the rows as text, blanks at the end of a row left out, each ended by LF: what
 * --screen writes. */
void canvas_text(const struct canvas *canvas, struct buffer *out);
/* Appends where the roles are, one line for each run of cells that are not normal: "row
 * column length style+over". */
void canvas_styles(const struct canvas *canvas, struct buffer *out);

struct area area_whole(struct canvas *canvas);
/* The part of an area, cut to it; rect is in its coordinates. */
struct area area_part(struct area area, struct rect rect);

/* Draws text at a place (row and column may lie outside: what does not fit is cut). The
 * text may be anything: it passes text_screen here. Returns the columns it would take
 * without cutting. */
int area_text(struct area area, int row, int column, enum style style, const char *text);
int area_bytes(struct area area, int row, int column, enum style style, const char *text,
               size_t length);
/* Formatted; returns as area_text does. */
int area_format(struct area area, int row, int column, enum style style,
                const char *format, ...) __attribute__((format(printf, 5, 6)));
/* In exactly columns cells: cut with "…", padded with blanks; right: padded on the left.
 */
void area_field(struct area area, int row, int column, int columns, enum style style,
                const char *text, bool right);
/* Blanks of a style in a part of the area. */
void area_fill(struct area area, struct rect rect, enum style style);
/* Adds OVER_ bits to every cell of a part. */
void area_over(struct area area, struct rect rect, unsigned over);

/* Another role for what stands in a part. */
void area_restyle(struct area area, struct rect rect, enum style style);

/* Lines join where they meet: crossing ones become corners, tees and crosses. */
void area_box(struct area area, struct rect rect, enum style style);
void area_horizontal(struct area area, int row, int column, int length, enum style style);
void area_vertical(struct area area, int row, int column, int length, enum style style);

/* Puts the text cursor at a place of the area; outside of it, it stays hidden. */
void area_cursor(struct area area, int row, int column);

enum { ARM_UP = 1, ARM_DOWN = 2, ARM_LEFT = 4, ARM_RIGHT = 8 };

#endif
