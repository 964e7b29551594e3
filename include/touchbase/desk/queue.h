/* Who to call now (design.md rules 8, 9, 12 and 17): one row a person, read from indexes
 * and cut to the first; nobody who is away, not to be contacted, or was
 * called today, unless it was promised. */
#ifndef TOUCHBASE_DESK_QUEUE_H
#define TOUCHBASE_DESK_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

enum { QUEUE_MAX = 100, QUEUE_CALL_MINUTES = 3 }; /* rows; what one call takes */

/* Why, in the order of the queue. */
enum queue_reason {
    QUEUE_MISSED,   /* a call promised, and its time went by */
    QUEUE_PROMISE,  /* a call promised for today or before */
    QUEUE_CALLBACK, /* they rang or left a message, and wait */
    QUEUE_RETURN,   /* back from an absence: the return call is due */
    QUEUE_DUE,      /* another call that is due, an attempt to come among them */
    QUEUE_QUIET,    /* going quiet */
    QUEUE_REASON_COUNT
};
const char *queue_reason_name(enum queue_reason reason); /* "missed" ... */

struct queue_entry {
    enum queue_reason reason;
    int64_t contact_id;
    const char *contact;
    const char *company; /* or NULL */
    int64_t touch_id;    /* the planned call, 0 none */
    struct wall due;     /* its due, or when they reached me; day DAY_NONE: neither */
    const char *words;   /* what it is about, or NULL */
    bool has_zone;       /* then there is their time */
    struct wall there;
    bool aside; /* outside of their office hours: behind all others */
};

/* The first of them, at most QUEUE_MAX. Nobody is looked at behind as many as are enough
 * (1 to QUEUE_MAX) of those not aside; then there may be more, and those aside, who are
 * behind them, are not among the rows. */
bool desk_queue(struct desk *desk, size_t enough, struct arena *arena,
                struct queue_entry **rows, size_t *count, bool *more, struct error *err);

#endif
