/* Undo and redo of whole steps (design.md section 3). */
#ifndef TOUCHBASE_DESK_HISTORY_H
#define TOUCHBASE_DESK_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

struct desk_step {
    int64_t id;
    const char *label; /* "note on Dana Whitfield", "import of people.vcf" */
    int64_t made_utc;
    bool undone;
    bool mine;       /* made by hand in this window */
    bool unfinished; /* an import cut short: to undo or to finish */
};

enum history_result {
    HISTORY_DONE,    /* *step is what was taken back or brought again */
    HISTORY_NOTHING, /* there is none */
    HISTORY_ASK, /* the last step is not this window's: ask, then call with ask_passed */
    HISTORY_CHANGED, /* a later step changed one of its rows: err names the row and that
                        step; nothing was done */
    HISTORY_FAILED   /* err */
};

/* Takes back the last step. From the shell, and with ask_passed, any step of the desk; in
 * a window its own (HISTORY_ASK when the desk's last step is another's). step's strings
 * belong to arena. */
enum history_result desk_undo(struct desk *desk, bool ask_passed, struct arena *arena,
                              struct desk_step *step, struct error *err);
/* Brings the step undone last again. */
enum history_result desk_redo(struct desk *desk, struct arena *arena,
                              struct desk_step *step, struct error *err);
/* One step by its id: undone when it stands, brought again when it was undone. */
enum history_result desk_toggle(struct desk *desk, int64_t id, struct arena *arena,
                                struct desk_step *step, struct error *err);
/* At most limit steps, newest first, older than before_id (0: from the newest); *count
 * gets how many. */
bool desk_history(struct desk *desk, int64_t before_id, int limit, struct arena *arena,
                  struct desk_step *out, int *count, struct error *err);
/* The same the other way: at most limit steps newer than after_id (0: from the oldest),
 * oldest first. */
bool desk_history_newer(struct desk *desk, int64_t after_id, int limit,
                        struct arena *arena, struct desk_step *out, int *count,
                        struct error *err);
/* An import that was cut short: id 0 when there is none. Finishing keeps what it brought.
 */
bool desk_unfinished(struct desk *desk, struct arena *arena, struct desk_step *out,
                     struct error *err);
bool desk_finish(struct desk *desk, int64_t id, struct error *err);

#endif
