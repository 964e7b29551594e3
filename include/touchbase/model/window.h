/* Windows: lists are read in pages by keys, never whole (design.md section 5). The keys
 * say where a row stands, so that a pane can keep its place while rows change. */
#ifndef TOUCHBASE_MODEL_WINDOW_H
#define TOUCHBASE_MODEL_WINDOW_H

#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/link.h"
#include "touchbase/model/note.h"
#include "touchbase/model/script.h"
#include "touchbase/model/touch.h"

/* Keyset pages: rows strictly beyond a key, in the order of the walk (backward: nearest
 * first). */
enum window_direction { WINDOW_FORWARD, WINDOW_BACKWARD };

/* Most windows are ordered by a number, then by id. */
struct row_key {
    int64_t number;
    int64_t id;
};

/* <0, 0, >0: by number, then id. */
int row_key_compare(const struct row_key *a, const struct row_key *b);

/* The order of need (design.md section 3, rule 8). */
enum need_segment {
    NEED_DUE,            /* in play, next touch before tomorrow; by due */
    NEED_WAITING,        /* in play and waiting for me (rule 17); oldest first */
    NEED_NO_NEXT,        /* in play without a next touch; longest silent first */
    NEED_QUIET_PROSPECT, /* leads and prospects, next touch later, silent past the floor;
                            longest first */
    NEED_QUIET_CUSTOMER, /* the same of customers */
    NEED_LATER,          /* others in play, by next touch */
    NEED_REST,           /* at rest, by folded name */
    NEED_OUT,            /* former and no, by folded name */
    NEED_COUNT
};

/* What the order depends on besides the desk. Silence counts from the last real contact,
 * without one from the record's making; a tag's floor is in it (contact.floor_utc). */
struct need_context {
    int64_t tomorrow_utc; /* first second after today in the desk's zone */
    int64_t
        quiet_prospect_utc; /* silent since before this: a lead or prospect going quiet */
    int64_t quiet_customer_utc;
    day_number today; /* for away_until */
};

struct need_key {
    enum need_segment segment;
    int64_t number;   /* UTC seconds; 0 in NEED_REST and NEED_OUT */
    const char *text; /* folded name in NEED_REST and NEED_OUT, else "" */
    int64_t id;
};

/* <0, 0, >0. Keys of one context only. */
int need_key_compare(const struct need_key *a, const struct need_key *b);

/* A row of a list: the contact without points and card (both empty), and where it stands.
 */
struct contact_row {
    struct contact contact;
    struct need_key key;
};

/* One entry of a contact's timeline; also its own key: of the four pointers one is set,
 * after kind, and script also of a touch that words went with. */
enum timeline_kind {
    TIMELINE_TOUCH,
    TIMELINE_NOTE,
    TIMELINE_ABSENCE,
    TIMELINE_MESSAGE /* it went out with no touch */
};

struct timeline_entry {
    int64_t utc; /* done, written, received, used */
    enum timeline_kind kind;
    int64_t id;
    const struct touch *touch;
    const struct note *note;
    const struct absence *absence;
    const struct script *script; /* what was said or written, its fields filled */
    const struct linked *with; /* the predecessor whose it is, NULL: the contact's own */
};

#endif
