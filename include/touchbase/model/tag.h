/* A tag: one word a person is marked with ("wine"), as typed; folded it says whether two
 * are the same (design.md section 5). */
#ifndef TOUCHBASE_MODEL_TAG_H
#define TOUCHBASE_MODEL_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

enum { TAG_BYTES_MAX = 64, TAG_CHANGES_MAX = 32 };

/* One tag put on or taken off. */
struct tag_change {
    const char *name;
    bool remove;
};

/* Reads "wine -old, #vip": tags to put on, and with a minus those to take off; a # before
 * one means nothing. Of a tag that is named twice the last word counts. At most
 * TAG_CHANGES_MAX. False and err (ERROR_USAGE) for a word that can be no tag: longer than
 * TAG_BYTES_MAX, or with anything in it but letters, digits and - _ . +, or without a
 * letter or digit. */
bool tag_read_changes(struct arena *arena, const char *words, struct tag_change **changes,
                      size_t *count, struct error *err);

#endif
