/* The print list: cards, letters and postcards to write, addresses and texts, as plain
 * text for a printer or for whoever writes them by hand (design.md rule 15). */
#ifndef TOUCHBASE_DESK_PRINT_LIST_H
#define TOUCHBASE_DESK_PRINT_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

/* Is that the path of a print list: does it end in .txt? */
bool print_list_is(const char *path);

struct print_options {
    const char *path; /* "-" hands the bytes to take */
    bool (*take)(void *context, const char *bytes, size_t length, struct error *err);
    /* Called for one that is not in it, with a sentence; may be NULL. */
    void (*left_out)(void *context, const char *words);
    void *context;
};

struct print_totals {
    int written;
    int left_out;
};

/* Writes all that is to be written, earliest first: name and address as on an envelope,
 * an empty line, the text; a form feed on a line of its own stands between two. Left out
 * is who is not to be contacted, has no postal address, or has a text with a field that
 * cannot be filled or none at all. An older file is replaced whole. */
bool desk_print_list(struct desk *desk, const struct print_options *options,
                     struct print_totals *totals, struct error *err);

#endif
