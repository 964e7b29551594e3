/* A sentence in as many lines as it needs, broken at blanks. */
#ifndef TOUCHBASE_SRC_PANES_WRAPPED_H
#define TOUCHBASE_SRC_PANES_WRAPPED_H

#include "touchbase/tui/pane.h"

/* Draws it from a row of the area on, as far as there are rows; lines after the first are
 * set in. row may lie above the area: those lines are counted, not drawn. Returns how
 * many lines there are. */
int wrapped_draw(struct area area, int row, enum style style, const char *text);
/* How many that would be in so many columns. */
int wrapped_lines(int columns, const char *text);

#endif
