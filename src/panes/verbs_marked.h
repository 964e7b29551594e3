/* What the two files of ; before a verb share. */
#ifndef TOUCHBASE_SRC_PANES_VERBS_MARKED_H
#define TOUCHBASE_SRC_PANES_VERBS_MARKED_H

#include "touchbase/desk/many.h"
#include "workspace.h"

/* The verb under way: workspace->pending. */
struct on_marked {
    struct many many;
    struct pane *pane;
    const struct key_choice *outcomes;
    enum outcome outcome;
    const char *owes; /* in asking */
};

struct on_marked *marked_under_way(struct workspace *workspace);
/* One step was made, or err says why nothing was done. */
void marked_made(struct workspace *workspace, bool done, const char *what,
                 const struct error *err);
/* verbs_marked_people.c: is the verb about people? Asks what it needs. */
bool marked_on_people(int action);
void marked_ask_people(struct workspace *workspace, int action);

#endif
