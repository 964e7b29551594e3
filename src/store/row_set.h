/* A set of rows of the desk's tables, each with what was seen of it: a hash table over
 * (table, row). */
#ifndef TOUCHBASE_STORE_ROW_SET_H
#define TOUCHBASE_STORE_ROW_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"

struct row_entry {
    int table;
    int64_t row;
    int operation;        /* journal: enum operation */
    unsigned flags;       /* settling: what must be made anew */
    struct buffer before; /* journal: images */
    struct buffer after;
};

struct row_set {
    struct row_entry *entries; /* in order of arrival */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* entry number + 1, 0 empty */
    size_t slot_count;
    size_t bytes; /* of the images, and a little for each row */
};

/* The entry of a row, made when it is new: then *fresh is true. Valid until the next
 * call. */
struct row_entry *row_set_entry(struct row_set *set, int table, int64_t row, bool *fresh);
/* Empties it, keeps its memory. */
void row_set_clear(struct row_set *set);
void row_set_free(struct row_set *set);

#endif
