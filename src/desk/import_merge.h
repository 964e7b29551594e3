/* An imported record laid over the contact it matches: what is empty is filled, ways to
 * reach them are added, a value that differs stays unless it is to be taken. */
#ifndef TOUCHBASE_SRC_DESK_IMPORT_MERGE_H
#define TOUCHBASE_SRC_DESK_IMPORT_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/contact.h"

struct merge {
    struct contact contact; /* as it becomes; strings of both, points in arena */
    int filled;             /* fields filled and points added */
    int differing;          /* values that differ and stay */
    int updated;            /* values that differed and were taken */
};

/* The names (full, given, family) are one value. A UID that differs is no value of the
 * person's and always stays; so do the verbatim lines of a card, uncounted, unless update
 * takes them. */
void import_merge(struct arena *arena, const struct contact *stored,
                  const struct contact *record, bool update, struct merge *out);

/* The record's points without those that say the same twice; *count gets how many. */
const struct point *import_points(struct arena *arena, const struct contact *record,
                                  size_t *count);

#endif
