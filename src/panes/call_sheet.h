/* The call sheet (keys.md): what must be in sight while somebody is on the line on the
 * left, the note being typed on the right, the running time on top. */
#ifndef TOUCHBASE_SRC_PANES_CALL_SHEET_H
#define TOUCHBASE_SRC_PANES_CALL_SHEET_H

#include "touchbase/desk/calls.h"
#include "touchbase/model/note.h"
#include "touchbase/tui/pane.h"
#include "typing.h"

/* SHEET_CALL: with the current person. */
struct call_setup {
    int64_t touch_id;          /* the planned call under the cursor, 0 none */
    bool rang;                 /* they ring: the clock runs at once */
    const char *caller;        /* of one nobody knows who rings: the number, or NULL */
    const struct draft *draft; /* of a call that was cut short, goes on; or NULL */
};

extern const struct pane_ops call_sheet;

/* Of a call sheet: its keys, as the clock runs and as the note or the script has them. */
const char *call_context(const struct pane *pane);
const struct call_brief *call_brief_of(const struct pane *pane);
bool call_is_theirs(const struct pane *pane);     /* they rang */
const char *call_caller(const struct pane *pane); /* the setup's */
/* The number the cursor is on, NULL when none is known. */
const char *call_number(const struct pane *pane);
/* Starts the clock, and the note that is typed from here on; nothing when it runs. */
void call_start(struct pane *pane);
bool call_runs(const struct pane *pane);
/* The note; its editor is NULL before the clock runs. */
struct typing *call_typing(struct pane *pane);
/* Milliseconds until the clock shows another second, -1 while it stands. */
int call_tick_ms(const struct pane *pane);
/* Lets seconds pass at once, for scripts. */
void call_pass(struct pane *pane, int64_t seconds);
/* Takes what was agreed, as it was typed (desk_call_agree). */
bool call_agree(struct pane *pane, const char *line, struct error *err);
/* What was agreed, or NULL. */
const struct call_next *call_next_of(const struct pane *pane);
/* What is known when the phone is hung up: all of a log but outcome and next. */
struct call_log call_log_of(struct pane *pane);

/* call_text.c: the left side, into a reader of that size; of the numbers only the one
 * under the cursor when it was dialled. */
struct reader;
struct shared;
bool call_text(const struct shared *shared, const struct call_brief *brief, size_t number,
               bool dialled, const struct call_next *next, struct reader *reader,
               int lines, int columns, struct error *err);

#endif
