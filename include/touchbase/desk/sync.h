/* A calendar that comes back (interop.md 4): what the desk plans is put there, and what
 * is done, moved, retitled or deleted there comes home. Both sides are compared with what
 * they agreed on last: changed on one side only goes to the other; changed on both, a
 * promise moved, and what was deleted wait under To confirm, and neither side is touched
 * until a person says which counts. Items of somebody else are left alone. */
#ifndef TOUCHBASE_DESK_SYNC_H
#define TOUCHBASE_DESK_SYNC_H

#include "touchbase/desk/desk.h"
#include "touchbase/model/parting.h"

struct sync_totals {
    int64_t taken;   /* changes taken home: finished, moved, retitled */
    int64_t asked;   /* new questions ... */
    int64_t parted;  /* ... of them conflicts */
    int64_t written; /* items put there */
    int64_t removed; /* items taken away there */
    int64_t later;   /* changed there while they were written, twice */
    int64_t foreign; /* items of somebody else */
};

/* Is a place set? Never of a throw-away desk. */
bool desk_syncs(const struct desk *desk);
/* Waits until no other process syncs this desk (ERROR_FAILED after five minutes). Then
 * one run with the place of the settings, and one more when items changed there
 * meanwhile. What a run takes home is one step of the history, of no window. On an error
 * what was done until then stays, and the next run goes on from there. ERROR_USAGE when
 * no place is set, or it is that of the setting "calendar". */
bool desk_sync(struct desk *desk, struct sync_totals *totals, struct error *err);

/* What waits for a person, oldest first. */
bool desk_partings(struct desk *desk, size_t limit, struct arena *arena,
                   struct parting **rows, size_t *count, struct error *err);
/* In words of one line. */
const char *desk_parting_words(struct arena *arena, const struct parting *parting);
/* The open question of a touch; ERROR_NOT_FOUND when there is none. */
bool desk_parting_of(struct desk *desk, int64_t touch_id, struct arena *arena,
                     struct parting *out, struct error *err);

enum parting_choice {
    PARTING_MINE,  /* as it is here; the calendar follows at the next sync */
    PARTING_THEIRS /* as it is there: moved, retitled, dropped; of a touch that is done
                      here, a new one is planned */
};

/* Answers one, as one step. */
bool desk_parting_decide(struct desk *desk, const struct parting *parting,
                         enum parting_choice choice, struct error *err);
/* Of one that was done there: how it went, as one step. ERROR_USAGE for an outcome that
 * does not fit the channel. */
bool desk_parting_outcome(struct desk *desk, const struct parting *parting,
                          enum outcome outcome, struct error *err);

/* The log, at most limit lines, the newest last. */
bool desk_sync_log(struct desk *desk, size_t limit, struct arena *arena,
                   struct sync_line **lines, size_t *count, struct error *err);

#endif
