/* The picture of a canvas on ncurses' standard screen; only what differs from the last
 * one goes to it. */
#ifndef TOUCHBASE_TERM_CURSES_PAINT_H
#define TOUCHBASE_TERM_CURSES_PAINT_H

#include <stdbool.h>

#include "touchbase/term/canvas.h"

struct painter;

/* After newterm. With NO_COLOR (not empty) or without 8 colours it is monochrome,
 * whatever theme is set. */
struct painter *painter_create(void);
/* From the next paint on, which must be of everything. */
void painter_set_theme(struct painter *painter, const struct theme *theme);
void painter_destroy(struct painter *painter); /* NULL is allowed */
/* everything: the terminal may show anything, clear it first. */
void painter_paint(struct painter *painter, const struct canvas *canvas, bool everything);

#endif
