/* Notes of the current person, and the note being typed. */
#ifndef TOUCHBASE_SRC_PANES_NOTES_PANE_H
#define TOUCHBASE_SRC_PANES_NOTES_PANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/tui/pane.h"
#include "typing.h"

extern const struct pane_ops notes_pane;

/* Begins a note on the current person, or goes on in a draft (its number, text and
 * cursor). With one being typed already nothing happens. */
void notes_edit(struct pane *pane, const char *text, int64_t draft_id, size_t cursor);
/* Goes on in the newest note of the current person; false when the timeline begins with
 * something else. */
bool notes_go_on(struct pane *pane, struct error *err);
bool notes_editing(const struct pane *pane);
/* The note, for saving it and for $EDITOR; nothing is typed while its editor is NULL. */
struct typing *notes_typing(struct pane *pane);

#endif
