/* The message sheet (keys.md m; design.md rule 15): the words being typed, how they read
 * for whom they are for, and the meter on top, which runs as one types. */
#ifndef TOUCHBASE_SRC_PANES_MESSAGE_SHEET_H
#define TOUCHBASE_SRC_PANES_MESSAGE_SHEET_H

#include "touchbase/model/script.h"
#include "touchbase/tui/pane.h"
#include "typing.h"

/* SHEET_MESSAGE: for the current person, unless the message is kept for everybody. */
struct message_setup {
    struct script script; /* as it was on file, or a new one; its text to begin with */
    int64_t draft_id;     /* of a draft taken up again, 0 none */
    size_t cursor;
};

extern const struct pane_ops message_sheet;

/* What is typed, as a message; its text is the editor's, valid until the next key. */
struct script message_script(struct pane *pane);
struct typing *message_typing(struct pane *pane);
/* Is it another text or channel than the sheet was opened with? */
bool message_differs(const struct pane *pane);
/* It goes by another channel from here on. */
void message_set_channel(struct pane *pane, enum channel channel);
/* Starts the clock of a rehearsal, or stops it: then the seconds it ran, else -1. */
int64_t message_rehearse(struct pane *pane);
/* Milliseconds until the clock shows another second, -1 while it stands. */
int message_tick_ms(const struct pane *pane);
/* Lets seconds pass at once, for scripts. */
void message_pass(struct pane *pane, int64_t seconds);

#endif
