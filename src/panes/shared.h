/* What the panes of one window share: the desk and the current person and row. Moving in
 * any pane sets them; the workspace then lets the others follow. */
#ifndef TOUCHBASE_SRC_PANES_SHARED_H
#define TOUCHBASE_SRC_PANES_SHARED_H

#include <stddef.h>
#include <stdint.h>

#include "list_columns.h"
#include "touchbase/desk/desk.h"
#include "touchbase/tui/keymap.h"
#include "touchbase/tui/pane.h"

/* What pane->request.what names. */
enum sheet {
    SHEET_CONTACT,
    SHEET_CONFIRM,
    SHEET_AGENDA,
    SHEET_CARDS,
    SHEET_TODAY,
    SHEET_WAITING,
    SHEET_LIBRARY,
    SHEET_MESSAGE,
    SHEET_CALL,
    SHEET_CALLS,
    SHEET_HISTORY,
    SHEET_FIND,
    SHEET_PAPER,
    SHEET_TAKE_IN,
    SHEET_HEARD
};

enum { PERSON_NAME_SIZE = 256 };

struct shared {
    struct desk *desk;
    const struct keymap *keymap;
    int64_t person_id; /* the current person, 0 none */
    char person_name[PERSON_NAME_SIZE];
    int64_t touch_id;          /* the touch under the cursor, 0: the row is none */
    int64_t absence_id;        /* the absence under the cursor, 0: the row is none */
    struct desk_counts counts; /* of the header and the titles; read before the panes */
    char *sought;              /* what n and N go on with, NULL: nothing was found yet */
    int64_t elsewhere;         /* rows other processes changed since that was last done */
    uint64_t settled;          /* goes up when every list is to take its order anew */
    struct list_picks picks[LIST_KINDS]; /* the columns of each list, as settings say */
    uint64_t picked;                     /* goes up when these changed */
};

/* Sets what n goes on with. */
void shared_seek(struct shared *shared, const char *text);
/* A hint with keys as they are bound now: "{undo} takes it back" (tui/keymap.h), seen
 * from a list of the desk. */
const char *shared_hint(const struct shared *shared, struct arena *arena,
                        const char *words);

/* Sets the current person and row; true when that is another person than before. */
bool shared_set(struct shared *shared, int64_t person_id, const char *name,
                int64_t touch_id, int64_t absence_id);

#endif
