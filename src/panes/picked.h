/* A list that shows of its columns those a person picked, in their order. */
#ifndef TOUCHBASE_SRC_PANES_PICKED_H
#define TOUCHBASE_SRC_PANES_PICKED_H

#include "shared.h"
#include "touchbase/tui/list.h"

struct picked {
    const struct shared *shared;
    enum list_kind kind;
    struct list_source source; /* fills a cell for each column of the kind */
    uint64_t as_of;            /* shared->picked, when the columns were set */
};

/* The list, which the caller destroys; picked must outlive it. */
struct list *picked_list(struct picked *picked, const struct shared *shared,
                         enum list_kind kind, const struct list_source *source);
/* Before it is loaded: the columns as they are picked now. */
void picked_renew(struct picked *picked, struct list *list);

#endif
