/* What the panes that are lists have in common; each is its rows_ops, its columns and its
 * title. */
#ifndef TOUCHBASE_SRC_PANES_LIST_PANE_H
#define TOUCHBASE_SRC_PANES_LIST_PANE_H

#include "marks.h"
#include "picked.h"
#include "rows.h"
#include "shared.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/filter.h"
#include "touchbase/model/window.h"
#include "touchbase/tui/list.h"
#include "touchbase/tui/pane.h"

struct list_pane {
    struct shared *shared;
    struct rows rows;
    struct picked picked;
    struct list *list;
    struct need_context need; /* of the order taken */
    uint64_t generation;      /* of the desk, when last loaded */
    uint64_t settled;         /* shared->settled, when the order was taken */
    bool loaded;
    int lines; /* it has to show rows in; 0: as many as the pane */
    struct marks marks;
    struct arena *range; /* holds range_key, where V began; NULL: no range under way */
    const void *range_key;
    struct desk_filter *filter; /* whom it is limited to, NULL: all */
    char *view;                 /* the name of the view that is, NULL: none */
};

/* What list_row.data points to. */
struct row_of {
    int64_t person_id;
    const char *name;
    int64_t touch_id;
    int64_t absence_id;
};
void *list_pane_row(struct arena *arena, int64_t person_id, const char *name,
                    int64_t touch_id, int64_t absence_id);

/* pane_ops.of of such a pane. */
struct list_pane_of {
    const struct rows_ops *rows; /* show fills a cell for each column of the kind */
    enum list_kind kind;         /* list_columns.h */
    const char *empty;           /* a hint (shared_hint) where there are no rows */
};
/* Their operations but load and title, for a table of them. */
#define LIST_PANE_OPS                                                         \
    .open = list_pane_open, .close = list_pane_close, .draw = list_pane_draw, \
    .act = list_pane_act, .work = list_pane_work, .list = list_pane_list

bool list_pane_open(struct pane *pane, void *setup, struct error *err);
void list_pane_close(struct pane *pane);
bool list_pane_load(struct pane *pane, struct error *err);
/* Of a list with a limit: looks on for those who fit, as far as no key is at hand. */
unsigned list_pane_work(struct pane *pane, bool (*stop)(void *context), void *context,
                        struct error *err);
/* Appends what every list's title ends with: new rows, the limit. */
void list_pane_title(const struct pane *pane, struct buffer *out);
void list_pane_draw(const struct pane *pane, struct area area);
/* Moves, opens the person under the cursor; everything else is the workspace's. */
unsigned list_pane_act(struct pane *pane, const struct pane_call *call,
                       struct error *err);
/* The whole inside. */
struct list *list_pane_list(struct pane *pane, struct rect *where);
/* Makes the row under the cursor the current one; true when that is another person. */
bool list_pane_follow(struct pane *pane);
/* Puts the cursor on a row; false and nothing moves where it is not in the list. */
bool list_pane_go(struct pane *pane, int64_t id);
/* Only rows of people who fit a filter (desk/filter.h); "" shows all. name is that of a
 * view, NULL none. The pane is stale then. False and err for a mistake in the text: the
 * limit stays as it was. */
bool list_pane_limit(struct pane *pane, const char *text, const char *name,
                     struct error *err);
/* Does a row fit what the pane is limited to? It is about a person, and about touch
 * unless that is NULL; words may stand in text, too (NULL: none). */
bool list_pane_wants(const struct list_pane *state, int64_t person_id,
                     const struct touch *touch, const char *text);
/* list_seek.c: to the count-th next row that fits what was found last (n, N), from the
 * other end on when there is none; PANE_MESSAGE says what came of it. */
unsigned list_pane_seek(struct pane *pane, bool backward, int count, struct error *err);

extern const struct pane_ops people_pane;
extern const struct pane_ops away_pane;
extern const struct pane_ops touch_pane;

#endif
