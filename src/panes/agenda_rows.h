/* Who is away on a day, then what is planned on it: the rows of the agenda. */
#ifndef TOUCHBASE_SRC_PANES_AGENDA_ROWS_H
#define TOUCHBASE_SRC_PANES_AGENDA_ROWS_H

#include "list_pane.h"

/* The context of the rows; a pane's state begins with it, so that the functions of
 * list_pane.h take it for theirs. */
struct agenda_rows {
    struct list_pane list;
    day_number day;
};

/* Five columns: mark, when, what, name, words. */
extern const struct rows_ops agenda_rows_ops;

#endif
