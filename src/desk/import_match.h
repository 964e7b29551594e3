/* Who on the desk an imported record is. */
#ifndef TOUCHBASE_SRC_DESK_IMPORT_MATCH_H
#define TOUCHBASE_SRC_DESK_IMPORT_MATCH_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/contact.h"
#include "touchbase/store/store.h"

struct import_match {
    const struct contact *contact; /* the one it is, or NULL: it is new */
    const char
        *namesake;    /* new, but a mail of it is this person's: their name; else NULL */
    const char *mail; /* that mail */
};

/* By UID (a card this desk wrote carries the contact's own UUID), else by a mail when the
 * folded name agrees. A record that has neither, a row of a table, is known by name and
 * number, or without a number by name and company, so that the same file taken twice
 * changes nothing. What is found belongs to arena. */
bool import_match(struct store *store, const struct contact *record, struct arena *arena,
                  struct import_match *out, struct error *err);

/* Are these two the same way to reach somebody? Mails in any case, numbers by their last
 * 9 digits, addresses folded, links as they stand. */
bool import_same_point(struct arena *arena, const struct point *a, const struct point *b);

#endif
