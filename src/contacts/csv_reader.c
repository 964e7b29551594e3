#include "csv_reader.h"

#include <string.h>

#include "charset.h"

enum { HEADER_LINES = 20 }; /* how far down the header row is looked for */

/* A line that could be the header row. */
struct candidate {
    size_t end;   /* offset behind it */
    long lines;   /* lines up to its end */
    size_t known; /* columns we know */
    char delimiter;
};

static size_t count_known(const struct csv_rows *rows)
{
    size_t known = 0;
    for (size_t i = 0; i < rows->count; i++) {
        size_t length;
        const char *name = csv_rows_field(rows, i, &length);
        known += length > 0 && csv_column_known(name);
    }
    return known;
}

/* The delimiter under which a line has most columns that we know. */
static struct candidate rate_line(struct csv_rows *rows, const char *line, size_t length)
{
    static const char delimiters[] = {',', ';', '\t'};
    struct candidate best = {0};
    for (size_t i = 0; i < sizeof delimiters; i++) {
        size_t known =
            csv_rows_try(rows, line, length, delimiters[i]) ? count_known(rows) : 0;
        if (known > best.known) {
            best.known = known;
            best.delimiter = delimiters[i];
        }
    }
    return best;
}

/* The first line with two columns that we know; else the first line with one. */
static bool find_header(struct csv_rows *rows, struct candidate *header,
                        struct error *err)
{
    size_t offset = 0;
    *header = (struct candidate){0};
    for (long line = 1; line <= HEADER_LINES; line++) {
        size_t length;
        enum source_result result = source_line(rows->source, offset, &length, err);
        if (result == SOURCE_FAILED) {
            return false;
        }
        if (result != SOURCE_LINE) {
            break;
        }
        struct candidate rated =
            rate_line(rows, source_text(rows->source) + offset, length);
        offset += length;
        rated.end = offset;
        rated.lines = line;
        if (rated.known >= 2 || (rated.known == 1 && header->known == 0)) {
            *header = rated;
        }
        if (rated.known >= 2) {
            break;
        }
    }
    return header->known > 0 ||
           error_set(
               err, ERROR_FAILED,
               "no header row: none of the first %d lines names a column such as name, "
               "email or phone",
               HEADER_LINES);
}

static void read_columns(struct csv_reader *reader)
{
    struct csv_rows *rows = &reader->rows;
    size_t count = rows->count < CSV_FIELD_LIMIT ? rows->count : CSV_FIELD_LIMIT;
    const char **names = arena_array(reader->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        size_t length;
        const char *name = csv_rows_field(rows, i, &length);
        names[i] = charset_to_utf8(reader->arena, NULL, name, length);
    }
    const struct csv_column *columns = csv_columns(reader->arena, names, count);
    reader->unknown = arena_array(reader->arena, count, sizeof *reader->unknown);
    for (size_t i = 0; i < count; i++) {
        if (columns[i].field == CSV_UNKNOWN && names[i][0] != '\0') {
            reader->unknown[reader->unknown_count++] = names[i];
        }
    }
    reader->columns = columns;
    reader->column_count = count;
}

bool csv_reader_open(struct csv_reader *reader, struct source *source,
                     struct zone_names *zones, struct error *err)
{
    *reader = (struct csv_reader){.zones = zones, .arena = arena_create()};
    csv_rows_init(&reader->rows, source);
    struct candidate header;
    if (!find_header(&reader->rows, &header, err)) {
        return false;
    }
    const char *text = source_text(source);
    size_t start = header.end;
    while (start > 0 && (start == header.end || text[start - 1] != source->newline)) {
        start--;
    }
    (void)csv_rows_try(&reader->rows, text + start, header.end - start, header.delimiter);
    read_columns(reader);
    source_take(source, header.end, header.lines);
    return true;
}

void csv_reader_close(struct csv_reader *reader)
{
    csv_rows_free(&reader->rows);
    arena_destroy(reader->arena);
    reader->arena = NULL;
}

/* The fields as UTF-8, NULL for empty ones. False when there is none. */
static bool read_values(const struct csv_reader *reader, struct arena *arena,
                        const char **values)
{
    bool any = false;
    for (size_t i = 0; i < reader->column_count; i++) {
        size_t length;
        const char *field = csv_rows_field(&reader->rows, i, &length);
        values[i] = length > 0 ? charset_to_utf8(arena, NULL, field, length) : NULL;
        any = any || length > 0;
    }
    return any;
}

/* Values beyond the header's columns: their row has most likely slipped, so that nothing
 * in it can be trusted. */
static bool has_surplus(const struct csv_reader *reader)
{
    for (size_t i = reader->column_count; i < reader->rows.count; i++) {
        size_t length;
        (void)csv_rows_field(&reader->rows, i, &length);
        if (length > 0 || i >= CSV_FIELD_LIMIT) {
            return true;
        }
    }
    return false;
}

static enum contacts_result read_record(struct csv_reader *reader, struct arena *arena,
                                        const char **values, struct contacts_record *out,
                                        struct error *err)
{
    if (has_surplus(reader)) {
        (void)error_set(err, ERROR_FAILED,
                        "%zu fields where the header row has %zu: is a value with the "
                        "separator in it not in quotes?",
                        reader->rows.count, reader->column_count);
        return CONTACTS_BAD;
    }
    return csv_fields(arena, reader->columns, values, reader->column_count, reader->zones,
                      out, err)
               ? CONTACTS_RECORD
               : CONTACTS_BAD;
}

enum contacts_result csv_next(struct csv_reader *reader, struct arena *arena,
                              struct contacts_record *out, struct error *err)
{
    const char **values = arena_array(arena, reader->column_count, sizeof *values);
    for (;;) {
        enum csv_result result = csv_rows_next(&reader->rows, err);
        out->line = reader->rows.line;
        switch (result) {
        case CSV_ROW:
            if (read_values(reader, arena, values) || has_surplus(reader)) {
                return read_record(reader, arena, values, out, err);
            }
            break; /* separators alone: a blank row */
        case CSV_BROKEN:
            return CONTACTS_BAD;
        case CSV_END:
            return CONTACTS_END;
        default:
            return CONTACTS_FAILED;
        }
    }
}
