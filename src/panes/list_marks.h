/* Marking rows of a list: one, a range, all that some words begin (keys.md). */
#ifndef TOUCHBASE_SRC_PANES_LIST_MARKS_H
#define TOUCHBASE_SRC_PANES_LIST_MARKS_H

#include "list_pane.h"

/* Space (a count marks so many rows) and V; 0 for any other action. */
unsigned list_marks_act(struct pane *pane, const struct pane_call *call,
                        struct error *err);
/* Gives the rows of the window their sign: after a load and after a move. */
void list_marks_show(struct list_pane *state);
/* What a list's title says of it: "3 marked". */
void list_marks_title(const struct list_pane *state, struct buffer *out);
/* Ends a range under way by marking it; false and err when its rows could not be read. */
bool list_marks_end_range(struct pane *pane, struct error *err);
/* Marks the rows that fit a filter, as a limit would show them, and of those shown; false
 * and err. Those beyond MARKS_MAX are left out. */
bool list_marks_words(struct pane *pane, const char *words, struct error *err);
/* Forgets a range under way; true when there was one. */
bool list_marks_drop_range(struct pane *pane);
/* No row is marked, no range begun. */
void list_marks_clear(struct pane *pane);

#endif
