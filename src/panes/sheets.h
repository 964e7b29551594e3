/* The sheets that lie over the desk, and what they are opened with. */
#ifndef TOUCHBASE_SRC_PANES_SHEETS_H
#define TOUCHBASE_SRC_PANES_SHEETS_H

#include "shared.h"
#include "touchbase/desk/take_in.h"
#include "touchbase/tui/pane.h"

const struct pane_ops *sheet_ops(enum sheet sheet);

/* SHEET_PAPER: a text to read; copied. */
struct paper {
    const char *title;
    const char *text;
    size_t length;
    bool labelled; /* its lines begin with labels (tui/reader.h) */
};
bool paper_find(struct pane *pane, const char *words);

/* SHEET_FIND: its setup is what is typed already, NULL nothing. What is typed there now;
 * NULL on another sheet. */
const char *find_text(struct pane *pane);

/* SHEET_TAKE_IN: text that was typed or pasted, for contact_id unless 0; or an absence on
 * file; or a reader that goes on with the next message after each (the sheet closes it).
 */
struct take_in_setup {
    const char *text;
    int64_t contact_id;
    int64_t absence_id;
    struct take_in_reader *reader;
    const char *path; /* of the reader's file, copied; NULL: it reads bytes */
};
/* The file of a message that is one of several of its file; NULL else. */
const char *take_in_source(struct pane *pane);
/* The field an action asks for: the words of its prompt and its present value (NULL:
 * none). False for others. */
bool take_in_field(struct pane *pane, int action, const char **label, const char **value);
/* Takes what was typed for it, and works everything out anew. */
bool take_in_set(struct pane *pane, int action, const char *value, struct error *err);
bool take_in_set_person(struct pane *pane, int64_t contact_id, struct error *err);
/* Should Enter first ask for the day back (rule 4)? Once for each message. */
bool take_in_wants_back(struct pane *pane);
/* The number-th question (from 1) that the play leaves open, NULL when there are fewer;
 * valid until the next answer. An answer is taken into the preview; filing does it. */
const struct change *take_in_question(struct pane *pane, int number);
bool take_in_answer(struct pane *pane, int64_t touch_id, enum question question,
                    enum choice choice, struct error *err);
/* For the files of the take-in sheet. */
struct take_in_view *take_in_view_of(struct pane *pane);
bool take_in_reweigh(struct pane *pane, struct error *err);

/* SHEET_LIBRARY: the item or the message under the cursor, 0 for another row and on any
 * other pane; the words it is limited to ("" shows all). */
int64_t library_row(const struct pane *pane);
int64_t library_script(const struct pane *pane);
void library_limit(struct pane *pane, const char *words);

/* SHEET_CALLS: setup NULL for all there are. */
struct calls_setup {
    int minutes; /* what fits in them */
};
/* A call was logged from here: takes the order anew, the cursor on the next one. False
 * when there is none. */
bool calls_next(struct pane *pane, struct error *err);

/* SHEET_WAITING: the row under the cursor (desk/waiting.h); 0 for none, and on any other
 * pane. */
int64_t waiting_row(const struct pane *pane);

/* SHEET_HEARD: where a reply is typed, pasted, or its path given. */
struct heard_setup {
    const char *text; /* to begin with */
    int64_t draft_id; /* of a draft taken up again, 0 none */
};
struct typing *heard_typing(struct pane *pane);

/* SHEET_TODAY: setup other than NULL shows it passive: its keys go to the desk. */
bool today_is_passive(const struct pane *pane);
bool today_is_empty(const struct pane *pane); /* it was read, and there is nothing */
bool today_has_left(const struct pane *pane); /* ... something from before */
/* Enter on a passive one: when something is left from before, it is passive no longer,
 * and the cursor stands there. */
bool today_wakes(struct pane *pane);
/* Does the cursor stand on what is left? */
bool today_on_left(const struct pane *pane);

extern const struct pane_ops contact_sheet;
extern const struct pane_ops confirm_sheet;
struct proposal;
/* The proposed play under its cursor, NULL when it is an absence; until it loads again.
 */
const struct proposal *confirm_proposal(const struct pane *pane);
/* The touch a calendar asks about under its cursor, 0 for another row. */
int64_t confirm_asked_touch(const struct pane *pane);
extern const struct pane_ops agenda_sheet;
extern const struct pane_ops cards_sheet;
extern const struct pane_ops today_sheet;
extern const struct pane_ops calls_sheet;
extern const struct pane_ops waiting_sheet;
extern const struct pane_ops library_sheet;
extern const struct pane_ops history_sheet;
extern const struct pane_ops find_sheet;
extern const struct pane_ops paper_sheet;
extern const struct pane_ops take_in_sheet;
extern const struct pane_ops heard_sheet;

#endif
