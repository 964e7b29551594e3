/* A reader of a timeline: the further one reads the more of it is there. */
#ifndef TOUCHBASE_SRC_PANES_TIMELINE_READER_H
#define TOUCHBASE_SRC_PANES_TIMELINE_READER_H

#include "timeline_text.h"
#include "touchbase/tui/pane.h"

struct timeline_reader {
    struct reader *reader;
    size_t limit; /* entries to be read for it */
    bool more;    /* there are older ones */
};

void timeline_reader_open(struct timeline_reader *timeline);
void timeline_reader_close(struct timeline_reader *timeline);
/* Somebody else's: empty, and as few entries as at first. */
void timeline_reader_restart(struct timeline_reader *timeline);
/* Shows the text in the pane's size and frees it; not done: only frees it. */
void timeline_reader_show(struct timeline_reader *timeline, struct timeline_text *text,
                          bool done, const struct pane *pane);
/* A move in it; at the end of what was read the pane is stale, and reads more. */
unsigned timeline_reader_act(struct timeline_reader *timeline, struct pane *pane,
                             const struct pane_call *call);

#endif
