/* The columns each list can show, and which of them a person picked. */
#ifndef TOUCHBASE_SRC_PANES_LIST_COLUMNS_H
#define TOUCHBASE_SRC_PANES_LIST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/tui/columns.h"

enum list_kind {
    LIST_PROSPECTS,
    LIST_AWAY,
    LIST_TOUCHES,
    LIST_AGENDA,
    LIST_CARDS,
    LIST_TODAY,
    LIST_FIND,
    LIST_CONFIRM,
    LIST_STEPS,
    LIST_WAITING,
    LIST_CALLS,
    LIST_LIBRARY,
    LIST_KINDS
};

/* One column a list can show; a row's cells come in the order of these. */
struct list_column {
    const char *name; /* as settings call it */
    const char *help;
    struct column column;
    bool unusual; /* not shown unless it is picked */
};

struct list_columns {
    const char *name; /* as settings call the list */
    const struct list_column *columns;
    size_t count;
};
/* The lists by kind. */
const struct list_columns *list_columns(enum list_kind kind);

/* Which, in which order, how wide (0: as the column likes). */
struct list_picks {
    struct list_pick {
        uint8_t column;
        int width;
    } picks[COLUMNS_MAX];
    size_t count;
};

enum { LIST_WIDTH_MAX = 200 };

void list_picks_usual(enum list_kind kind, struct list_picks *out);
/* Reads "mark name:20 company next" for the list of that name into its place of picks (of
 * LIST_KINDS). False and err in words for a person, nothing changed. */
bool list_picks_read(const char *list, const char *text, struct list_picks *picks,
                     struct error *err);
/* The column as picked, for the list machinery. */
struct column list_pick_column(enum list_kind kind, const struct list_pick *pick);

#endif
