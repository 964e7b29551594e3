/* Steps and undo (design.md section 3, `u`; libraries.md 2). Every change a person or a
 * play makes is a step.
 *
 * How: SQLite's preupdate hook sees each changed row; before COMMIT the net change of
 * every row of a journalled table goes into step_change inside the same transaction, so
 * that change and journal live or die together. The hook was taken rather than the
 * session extension: its change sets cannot leave out derived columns, know no "key only"
 * insert, hang on a damaged blob and differ between versions, while the hook needs none
 * of the six rules. Of an inserted row only the key is written, as ranges of ids (they
 * never come back), and its values are taken when it is undone. Before an undo or redo
 * every row is compared with what the step left, and no later step that still stands may
 * have touched it. Derived columns, counters and the search index are made anew from the
 * rows; a touch's sequence and change time live outside and only go up (interop.md 1.3).
 */
#ifndef TOUCHBASE_STORE_STEPS_H
#define TOUCHBASE_STORE_STEPS_H

#include "touchbase/store/store.h"

enum step_origin {
    STEP_HAND,
    STEP_SHELL,
    STEP_PLAY,
    STEP_IMPORT,
    STEP_SYNC,
    STEP_ORIGIN_COUNT
};

enum step_state {
    STEP_OPEN, /* being made, or cut short */
    STEP_STANDS,
    STEP_UNDONE,
    STEP_UNDOING, /* being taken back, or cut short in it */
    STEP_REDOING,
    STEP_STATE_COUNT
};

struct step_info {
    const char *label; /* what the person did, for "taken back: LABEL" */
    int64_t window;    /* number of the window, 0 for a shell */
    enum step_origin origin;
    int64_t now_utc; /* UTC seconds, for the history and change times */
};

struct step {
    int64_t id;
    const char *label;
    int64_t window;
    enum step_origin origin;
    enum step_state state;
    int64_t made_utc;
    int64_t process; /* process_mark() of what made, undoes or redoes it */
};

/* Begins a step: BEGIN IMMEDIATE. An error when one is open, the desk is read-only, or
 * another window keeps writing for 5 seconds. Strings of info are copied. After any error
 * of a write inside a step SQLite may have rolled back already: call store_step_cancel.
 */
bool store_step_begin(struct store *store, const struct step_info *info,
                      struct error *err);
/* Commits the part made so far with its part of the journal and begins the next. For long
 * work: at least every 250 ms. A step with parts that is cut short stays STEP_OPEN. */
bool store_step_flush(struct store *store, struct error *err);
/* Commits the part made so far and lets the desk go while there is nothing to write; the
 * step stays open. Reading goes on as outside of a step; before the next record is
 * written store_step_resume begins the next part. Pausing or resuming twice is nothing.
 */
bool store_step_pause(struct store *store, struct error *err);
bool store_step_resume(struct store *store, struct error *err);
/* Commits. *id, unless NULL, gets the step's number, 0 when nothing changed: then no step
 * was made. On an error everything since the last flush is rolled back and the step is
 * ended. */
bool store_step_commit(struct store *store, int64_t *id, struct error *err);
/* Takes everything back, parts already committed too. False and err only when that
 * failed; then the rest is offered by store_steps_unfinished. Without an open step
 * nothing happens. */
bool store_step_cancel(struct store *store, struct error *err);
/* Bytes of journal the part made so far would write; flush before it passes 1 MB. */
size_t store_step_size(const struct store *store);
bool store_step_is_open(const struct store *store);

enum undo_outcome {
    UNDO_DONE,
    UNDO_NOTHING, /* no such step, or not in a state to be undone (redone) */
    UNDO_BLOCKED, /* a row was changed since: nothing was done */
};

struct undo_report {
    enum undo_outcome outcome;
    struct step step;  /* the step meant, unless UNDO_NOTHING */
    const char *row;   /* blocked: which row, in words: "contact Ana Ruiz" */
    const char *later; /* blocked: label of the later step, NULL when not known */
};

/* Takes back the step id, whole or not at all. Huge ones go in bounded parts; cut short
 * they are offered by store_steps_unfinished and go on by store_undo again. Strings come
 * from arena. */
bool store_undo(struct store *store, int64_t id, int64_t now_utc, struct arena *arena,
                struct undo_report *report, struct error *err);
/* Brings an undone step again, also after other work. */
bool store_redo(struct store *store, int64_t id, int64_t now_utc, struct arena *arena,
                struct undo_report *report, struct error *err);

/* What u and ^R mean: the newest step that stands (undone false), or the one undone last
 * (undone true). window -1: of any window. *found false when there is none. */
bool store_step_last(struct store *store, int64_t window, bool undone,
                     struct arena *arena, struct step *step, bool *found,
                     struct error *err);
/* History, newest first, finished steps only: those with an id below `before` (0: from
 * the newest). */
bool store_steps_window(struct store *store, int64_t before, size_t limit,
                        struct arena *arena, struct step **steps, size_t *count,
                        struct error *err);
/* The same backwards: those with an id above `after` (0: from the oldest), oldest first.
 */
bool store_steps_after(struct store *store, int64_t after, size_t limit,
                       struct arena *arena, struct step **steps, size_t *count,
                       struct error *err);
/* Steps cut short: open, undoing or redoing, and their process is gone. */
bool store_steps_unfinished(struct store *store, struct arena *arena, struct step **steps,
                            size_t *count, struct error *err);
/* Keeps what an unfinished step did (open), or goes on to its end (undoing, redoing). */
bool store_step_finish(struct store *store, int64_t id, int64_t now_utc,
                       struct arena *arena, struct undo_report *report,
                       struct error *err);

#endif
