/* The keys that move between the panes of the desk and divide the window among them, and
 * what is remembered of it. */
#ifndef TOUCHBASE_SRC_PANES_ARRANGING_H
#define TOUCHBASE_SRC_PANES_ARRANGING_H

#include "workspace.h"

/* Takes up what the last window left; the default where nothing is remembered. */
void arranging_recall(struct workspace *workspace);
/* Remembers it when it changed. */
void arranging_keep(struct workspace *workspace);
/* True when the action was one of its own. */
bool arranging_act(struct workspace *workspace, int action, int count);

#endif
