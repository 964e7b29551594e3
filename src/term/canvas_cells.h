/* The canvas from inside: what its drawing functions write cells with. */
#ifndef TOUCHBASE_TERM_CANVAS_CELLS_H
#define TOUCHBASE_TERM_CANVAS_CELLS_H

#include "touchbase/term/canvas.h"

struct canvas {
    struct cell *cells; /* rows x columns, and one more so that there is always memory */
    int rows;
    int columns;
    int cursor_row; /* -1: hidden */
    int cursor_column;
    bool ascii;
};

/* NULL outside the canvas. */
struct cell *cells_at(const struct canvas *canvas, int row, int column);
/* Puts a character of width 1 or 2 that lies whole on the canvas; a wide one it cuts in
 * half becomes blanks. */
void cells_put(struct canvas *canvas, int row, int column, enum style style,
               uint32_t code, int width);
/* The same of a run of narrow characters, one a cell: bytes of ASCII, NULL for blanks.
 * The cells must be there. */
void cells_put_run(struct canvas *canvas, int row, int column, enum style style,
                   const char *bytes, int count);
/* Adds a mark to the character of a cell; a fifth one is dropped. */
void cells_mark(struct canvas *canvas, int row, int column, uint32_t mark);

#endif
