/* Text being typed that is on disk within a second (endurance.md 4): an editor and its
 * draft. */
#ifndef TOUCHBASE_SRC_PANES_TYPING_H
#define TOUCHBASE_SRC_PANES_TYPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/note.h"
#include "touchbase/tui/editor.h"

struct typing {
    struct editor *editor; /* NULL: nothing is being typed */
    struct draft draft;    /* as it is on disk but for its text; id 0 before the first
                              save */
    int64_t note_id;       /* the filed note that is gone on with, 0: a new one */
    uint64_t saved;        /* editor_changes at the last save */
    int64_t dirty_ms;      /* clock_ticks_ms of the first change not on disk, 0 none */
};

/* Begins with text, cursor at a byte offset of it; draft_id goes on in that draft. */
void typing_begin(struct typing *typing, const char *kind, int64_t person_id,
                  const char *text, int64_t draft_id, size_t cursor);
/* Forgets it; the draft stays as it is. */
void typing_end(struct typing *typing);
/* What stands beside the text in the draft changed: it is to be saved again. */
void typing_renew(struct typing *typing);
/* Something was typed that is not on disk yet. */
bool typing_is_unsaved(const struct typing *typing);
const char *typing_text(const struct typing *typing);
/* Another text as one piece for undo. */
void typing_replace(struct typing *typing, const char *text, size_t length);
/* When it must be on disk (clock_ticks_ms), -1 when it is. */
int64_t typing_due(struct typing *typing, int64_t now_ms);
/* Puts it on disk when that is due, or at_once; tried again a second after a failure. */
bool typing_save(struct typing *typing, struct desk *desk, bool at_once, int64_t now_ms,
                 struct error *err);

#endif
