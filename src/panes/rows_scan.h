/* The rows a limit wants, found a slice at a time: which were found between two places of
 * the live list is kept, so that no key waits for more than its own slices. */
#ifndef TOUCHBASE_SRC_PANES_ROWS_SCAN_H
#define TOUCHBASE_SRC_PANES_ROWS_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/error.h"

struct rows;
struct row_place;

/* The first wanted row after a key (NULL: of all), in list order; *place NULL when there
 * is none, or none in *slices more slices, of which those read are taken away. It is
 * valid until the next call. False and err when reading failed. */
bool rows_scan_next(struct rows *rows, const void *after, int *slices,
                    const struct row_place **place, struct error *err);
/* Everything was looked at. */
bool rows_scan_is_over(const struct rows *rows);
/* The live list, or what is wanted, is another. */
void rows_scan_forget(struct rows *rows);

#endif
