/* A contact: a person on the desk (design.md sections 1 and 5). Strings belong to whoever
 * made the record, usually an arena; an absent string is NULL, never "". */
#ifndef TOUCHBASE_MODEL_CONTACT_H
#define TOUCHBASE_MODEL_CONTACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"

enum stage {
    STAGE_REST,
    STAGE_LEAD,
    STAGE_PROSPECT,
    STAGE_CUSTOMER,
    STAGE_FORMER,
    STAGE_NO,
    STAGE_COUNT
};

/* "rest", "lead" ...; -1 for an unknown word. */
const char *stage_name(enum stage stage);
int stage_from_name(const char *name);
/* Lead, prospect or customer: someone rule 8 looks after. */
bool stage_in_play(enum stage stage);

enum point_kind { POINT_MAIL, POINT_PHONE, POINT_ADDRESS, POINT_LINK, POINT_COUNT };

const char *point_kind_name(enum point_kind kind);

/* One way to reach a contact. */
struct point {
    enum point_kind kind;
    const char *value; /* as it was typed; a postal address has newlines */
    const char *label; /* "work", "mobile" ... or NULL */
};

struct contact {
    int64_t id;       /* the desk's own number, 0 before it is stored */
    const char *uuid; /* random, for travelling */
    const char *uid;  /* the UID of the card it came from, or NULL */
    const char *name; /* full name, as shown; never NULL in a stored contact */
    const char *given;
    const char *family;
    const char *company;
    const char *title;
    const char *city;
    const char *zone; /* IANA name, or NULL when not known */
    const char *card; /* lines of the imported card that we have no field for, verbatim,
                         or NULL */
    enum stage stage;
    bool do_not_contact;
    const struct point *points; /* in order of preference */
    size_t point_count;
    int64_t created_utc; /* UTC seconds */
    int64_t changed_utc;
    /* Kept or derived by the store, read only here: */
    const char *const *tags; /* by name; of a whole record only (store/tags.h) */
    size_t tag_count;
    day_number
        away_from; /* first day of the absence under way or next to begin, DAY_NONE */
    day_number away_until; /* its day back, DAY_NONE */
    int64_t next_touch;    /* id of the next pending touch, 0 none */
    bool next_promise;     /* that touch is promised */
    struct wall next_due;  /* its due; day DAY_NONE when none */
    int64_t
        last_contact_utc; /* last real contact in either direction (rule 9), 0 never */
    int64_t
        floor_utc;     /* of people in play with a next touch: silent since, as their
                          floor    counts it, later where a tag sets a longer one; else 0 */
    int64_t waits_utc; /* something of theirs waits for me since (rule 17), 0 nothing */
};

/* The first point of a kind, or NULL. */
const char *contact_first(const struct contact *contact, enum point_kind kind);

/* The name they are called by: the given one, else the first word of the name. In arena
 * or the contact's. */
const char *contact_called(struct arena *arena, const struct contact *contact);

/* Is somebody away on that day, as far as away_from and away_until say? Without a day
 * back: from the first on. */
bool contact_is_away(const struct contact *contact, day_number day);

#endif
