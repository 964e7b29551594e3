/* Contacts and the ways to reach them. Windows are ranges of indexes; their cost does not
 * grow with the desk. */
#ifndef TOUCHBASE_STORE_CONTACTS_H
#define TOUCHBASE_STORE_CONTACTS_H

#include "touchbase/model/contact.h"
#include "touchbase/model/window.h"
#include "touchbase/store/store.h"

/* Files a new contact with its points, inside a step. id is set; uuid too when NULL (from
 * arena). name must be there; created_utc and changed_utc are the caller's. What is
 * derived is ignored. */
bool contact_insert(struct store *store, struct arena *arena, struct contact *contact,
                    struct error *err);
/* Makes the stored record equal to this one, points included; *changed, unless NULL, says
 * whether anything but changed_utc differed (if not, nothing is written). An unknown id
 * is ERROR_NOT_FOUND. */
bool contact_update(struct store *store, const struct contact *contact, bool *changed,
                    struct error *err);
/* Adds a point at the end unless the contact has it (same kind, same mail or number);
 * *added may be NULL. */
bool contact_add_point(struct store *store, int64_t id, const struct point *point,
                       bool *added, struct error *err);

/* The whole record, or NULL in *contact for an unknown id. */
bool contact_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct contact **contact, struct error *err);

enum contact_find {
    FIND_UUID,    /* 6 or more first characters of the UUID; fewer find nothing */
    FIND_UID,     /* the card's UID, exactly */
    FIND_MAIL,    /* any of its addresses, in any case */
    FIND_MAILBOX, /* the same, or an address of the same mailbox: without what stands
                     behind a plus on either side (ana+crm@ is ana@, RFC 5233), gmail.com
                     for googlemail.com; an exact one wins. Dots are kept: only one host
                     ignores them, and elsewhere they part people */
    FIND_PHONE, /* a number with at least 7 digits; compared by the last 9, or fewer where
                   one has fewer */
    FIND_NAME,  /* the full name, folded */
    FIND_WORDS, /* each word begins a word of name or company, folded */
};

/* Ids of at most limit contacts, lowest first. */
bool contacts_find(struct store *store, enum contact_find by, const char *text,
                   size_t limit, struct arena *arena, int64_t **ids, size_t *count,
                   struct error *err);

/* At most limit rows beyond from in order of need; from NULL: from the first (forward) or
 * last (backward). */
bool contacts_window(struct store *store, const struct need_context *context,
                     const struct need_key *from, enum window_direction direction,
                     size_t limit, struct arena *arena, struct contact_row **rows,
                     size_t *count, struct error *err);
/* The order is kept as of a mark in the desk, a day or two behind context; when it fell
 * back further, or is ahead, at most about limit rows of each kind are moved on (*moved;
 * call again later). Nothing in a step, or on a desk that is only read. No window needs
 * it to be right: it keeps them fast. */
bool contacts_keep_need(struct store *store, const struct need_context *context,
                        size_t limit, bool *moved, struct error *err);
/* All stages by folded name: keys have segment NEED_REST whatever the stage. */
bool contacts_by_name(struct store *store, const struct need_key *from,
                      enum window_direction direction, size_t limit, struct arena *arena,
                      struct contact_row **rows, size_t *count, struct error *err);
/* Rows of given ids with their present keys, in the order given; unknown ids are left
 * out. */
bool contacts_by_ids(struct store *store, const struct need_context *context,
                     const int64_t *ids, size_t id_count, struct arena *arena,
                     struct contact_row **rows, size_t *count, struct error *err);

struct contact_counts {
    int64_t stages[STAGE_COUNT]; /* contacts of each stage */
    int64_t in_play;
    int64_t no_next; /* in play without a next touch */
    int64_t all;
};

/* Kept numbers, read without counting. */
bool contacts_count(struct store *store, struct contact_counts *counts,
                    struct error *err);

#endif
