/* One run of a sync, shared by its files: what is there, what is done with it. */
#ifndef TOUCHBASE_SRC_DESK_SYNC_RUN_H
#define TOUCHBASE_SRC_DESK_SYNC_RUN_H

#include "desk_private.h"
#include "touchbase/desk/sync.h"
#include "touchbase/model/reminder.h"
#include "touchbase/store/sync.h"

/* An item that is new there or has another version than was agreed on. */
struct sync_change {
    struct collection_item item;
    const struct agreed *row; /* NULL: it was not known */
    struct worker_kept kept;
};

struct sync_run {
    struct desk *desk;
    struct arena *arena; /* of the run */
    struct arena *page;  /* of one change */
    const char *place;
    bool tasks;
    struct collection_item *items; /* by href */
    size_t item_count;
    struct agreed *rows; /* by href, as they were when the run began */
    size_t row_count;
    struct sync_change *changes;
    size_t change_count;
    size_t change_capacity;
    struct sync_totals *totals;
};

/* sync.c: an item's time as the desk's wall time; day DAY_NONE without one. */
struct wall sync_due(const struct desk *desk, const struct entry *entry);
/* Does the item show what the reminder shows: title, time? */
bool sync_same(const struct desk *desk, const struct entry *entry,
               const struct reminder *reminder);
/* Did the item change from what was agreed on: its title, its time? */
bool sync_retitled(const struct entry *entry, const struct agreed *row);
bool sync_moved(const struct desk *desk, const struct entry *entry,
                const struct agreed *row);
/* Hashes, never 0, of all a calendar shows, and of title and time. */
int64_t sync_content(const struct reminder *reminder);
int64_t sync_core(const struct reminder *reminder);
/* Stores that desk and calendar agree on entry in version item.etag; content and core are
 * those of the touch it stands for, content 0: the calendar is to be brought the desk's.
 */
bool sync_agree(struct sync_run *run, const struct collection_item *item,
                const struct entry *entry, const char *uuid, int64_t content,
                int64_t core, struct error *err);
bool sync_log(struct sync_run *run, struct error *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The touch as a calendar shows it, in run->page; its contact too, unless NULL. */
bool sync_reminder(struct sync_run *run, const struct touch *touch, struct reminder *out,
                   struct contact *contact, struct error *err);

/* sync_home.c: one change, one row whose item is gone; inside a step. */
bool sync_take_change(struct sync_run *run, const struct sync_change *change,
                      struct error *err);
bool sync_take_gone(struct sync_run *run, const struct agreed *row, struct error *err);
/* What a calendar shows becomes the touch's: title (its purpose) and time. */
void sync_apply(struct desk *desk, struct touch *touch, const char *title,
                struct wall due, struct arena *arena);

/* sync_out.c: puts what is new or changed on the desk, takes away what is done. */
bool sync_put_all(struct sync_run *run, struct error *err);

#endif
