/* Rows of a CSV (RFC 4180) through libcsv, line by line, so that a broken quote costs one
 * row and no more. */
#ifndef CONTACTS_CSV_ROWS_H
#define CONTACTS_CSV_ROWS_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

#include "source.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

enum {
    CSV_FIELD_LIMIT = 4096
}; /* fields of one row; those beyond are counted, not kept */

struct csv_rows {
    struct source *source; /* not owned */
    struct csv_parser parser;
    bool strict; /* what the parser was made for */
    char delimiter;
    struct buffer text; /* the row's fields, a NUL behind each */
    size_t *starts;     /* CSV_FIELD_LIMIT of them */
    size_t *lengths;
    size_t count; /* fields of the row, also those that are not kept */
    bool complete;
    long line; /* the row's first line */
};

enum csv_result {
    CSV_ROW,
    CSV_BROKEN, /* this row: err says why; the next one begins on the following line */
    CSV_END,
    CSV_FAILED
};

void csv_rows_init(struct csv_rows *rows, struct source *source);
void csv_rows_free(struct csv_rows *rows);
/* The next row that is not blank. */
enum csv_result csv_rows_next(struct csv_rows *rows, struct error *err);
/* Reads one line alone, with that delimiter, and forgiving; nothing is taken from the
 * source. */
bool csv_rows_try(struct csv_rows *rows, const char *line, size_t length, char delimiter);
/* A kept field, followed by a NUL; "" for one that is not there. */
const char *csv_rows_field(const struct csv_rows *rows, size_t index, size_t *length);

#endif
