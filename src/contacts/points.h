/* The points of one record while it is read: gathered, made unique, put in order. */
#ifndef CONTACTS_POINTS_H
#define CONTACTS_POINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/contact.h"

struct points {
    struct arena *arena;
    struct ranked_point *items;
    size_t count;
    size_t capacity;
    bool full; /* there were more than POINTS_LIMIT; the rest is not kept */
};

enum { POINTS_LIMIT = 500 };

/* Adds one; a NULL or empty value, and the same kind and value again, are passed over.
 * rank orders within its kind, lowest first, equal ones as they came. Strings are not
 * copied. */
void points_add(struct points *points, enum point_kind kind, const char *value,
                const char *label, int rank);
/* By kind and rank, into the contact. */
void points_finish(struct points *points, struct contact *contact);

/* "work mobile": the label for types in any case, separated by commas or blanks: place
 * first, "cell" as mobile, words that say nothing (voice, internet, pref ...) left out.
 * NULL when nothing is left. */
char *points_label(struct arena *arena, const char *types);

#endif
