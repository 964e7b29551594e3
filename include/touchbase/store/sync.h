/* What the desk and a calendar agreed on (not journalled), what a person has to decide
 * (journalled), and the log of syncs. */
#ifndef TOUCHBASE_STORE_SYNC_H
#define TOUCHBASE_STORE_SYNC_H

#include "touchbase/model/parting.h"
#include "touchbase/store/store.h"

/* The last agreement on one item of a place. */
struct agreed {
    const char *href;
    const char *etag;
    const char *uuid;  /* of the touch; NULL: an item of somebody else */
    int64_t content;   /* hash of the whole touch as a calendar shows it; 0: to be
                          written */
    int64_t core;      /* of title and time alone */
    const char *title; /* there */
    struct wall day;   /* there, all day; day DAY_NONE: */
    int64_t utc;       /* there, UTC seconds; 0 with no time at all */
};

/* All of a place, by href. */
bool agreed_of(struct store *store, const char *place, struct arena *arena,
               struct agreed **rows, size_t *count, struct error *err);
/* Of a touch; NULL in *row when there is none. */
bool agreed_by_uuid(struct store *store, const char *place, const char *uuid,
                    struct arena *arena, struct agreed **row, struct error *err);
/* Stores one, in the place of what its href had; forgets one. In the step that is open,
 * or in a commit of their own. */
bool agreed_set(struct store *store, const char *place, const struct agreed *row,
                struct error *err);
bool agreed_forget(struct store *store, const char *place, const char *href,
                   struct error *err);

/* The item of a touch was seen at that sequence: its next change goes beyond it. Inside a
 * step; it is no change of the touch. */
bool touch_sequence_seen(struct store *store, int64_t id, int32_t sequence,
                         struct error *err);

/* Inside a step. One touch has at most one. */
bool parting_insert(struct store *store, const struct parting *parting,
                    struct error *err);
bool parting_delete(struct store *store, int64_t id, struct error *err);
/* The open ones, oldest first, their touches filled. */
bool partings(struct store *store, size_t limit, struct arena *arena,
              struct parting **rows, size_t *count, struct error *err);
/* How many are open. */
bool partings_count(struct store *store, int64_t *count, struct error *err);
/* Of a touch; NULL in *row when there is none. */
bool parting_of(struct store *store, int64_t touch_id, struct arena *arena,
                struct parting **row, struct error *err);

enum { SYNC_LOG_MOST = 10000 };

/* Adds a line, in the step that is open or in a commit of its own; beyond SYNC_LOG_MOST
 * the oldest go. */
bool sync_log_add(struct store *store, int64_t at_utc, const char *words,
                  struct error *err);
/* The newest, oldest of them first. */
bool sync_log_read(struct store *store, size_t limit, struct arena *arena,
                   struct sync_line **lines, size_t *count, struct error *err);

#endif
