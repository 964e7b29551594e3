/* Contacts out of a CSV, one row at a time. */
#ifndef CONTACTS_CSV_READER_H
#define CONTACTS_CSV_READER_H

#include "csv_columns.h"
#include "csv_rows.h"
#include "touchbase/contacts/reader.h"

struct csv_reader {
    struct csv_rows rows;
    struct zone_names *zones; /* not owned */
    struct arena *arena;      /* what lives as long as the reader */
    const struct csv_column *columns;
    size_t column_count;
    const char **unknown; /* names of the columns left out */
    size_t unknown_count;
};

/* Finds the delimiter (comma, semicolon, tab) and the header row, which need not be the
 * first (LinkedIn puts a note before it). False and err without one; close the reader
 * either way. */
bool csv_reader_open(struct csv_reader *reader, struct source *source,
                     struct zone_names *zones, struct error *err);
void csv_reader_close(struct csv_reader *reader); /* one never opened is allowed */
enum contacts_result csv_next(struct csv_reader *reader, struct arena *arena,
                              struct contacts_record *out, struct error *err);

/* Fills out (but for line) from a row's values, each or NULL, as many as columns. False
 * and err: nothing to call the person by. */
bool csv_fields(struct arena *arena, const struct csv_column *columns,
                const char *const *values, size_t count, struct zone_names *zones,
                struct contacts_record *out, struct error *err);

#endif
