#include "csv_rows.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"

/* Lines are handed over without their CR, so that a stray CR ends no row. */
static int is_row_end(unsigned char c)
{
    return c == '\n';
}

/* A parser that stopped at an error goes on in the middle; so each error makes a new one.
 */
static void start(struct csv_rows *rows, bool strict)
{
    csv_free(&rows->parser);
    unsigned char options = strict ? CSV_STRICT | CSV_STRICT_FINI : CSV_STRICT_FINI;
    if (csv_init(&rows->parser, options) != 0) {
        abort();
    }
    csv_set_realloc_func(&rows->parser, memory_resize);
    csv_set_term_func(&rows->parser, is_row_end);
    csv_set_delim(&rows->parser, (unsigned char)rows->delimiter);
    rows->strict = strict;
}

static void clear(struct csv_rows *rows)
{
    buffer_clear(&rows->text);
    rows->count = 0;
    rows->complete = false;
}

void csv_rows_init(struct csv_rows *rows, struct source *source)
{
    *rows = (struct csv_rows){.source = source, .delimiter = ','};
    rows->starts = memory_alloc(CSV_FIELD_LIMIT * sizeof *rows->starts);
    rows->lengths = memory_alloc(CSV_FIELD_LIMIT * sizeof *rows->lengths);
    if (csv_init(&rows->parser, CSV_STRICT) != 0) {
        abort();
    }
    start(rows, true);
}

void csv_rows_free(struct csv_rows *rows)
{
    if (rows->starts == NULL) {
        return;
    }
    csv_free(&rows->parser);
    buffer_free(&rows->text);
    free(rows->starts);
    free(rows->lengths);
    rows->starts = NULL;
    rows->lengths = NULL;
}

static void on_field(void *text, size_t length, void *data)
{
    struct csv_rows *rows = data;
    if (rows->count < CSV_FIELD_LIMIT) {
        rows->starts[rows->count] = rows->text.length;
        rows->lengths[rows->count] = length;
        if (length > 0) {
            buffer_add(&rows->text, text, length);
        }
        buffer_add_char(&rows->text, '\0');
    }
    rows->count++;
}

static void on_row(int end, void *data)
{
    struct csv_rows *rows = data;
    (void)end;
    rows->complete = true;
}

static size_t without_end(const char *text, size_t length)
{
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
        length--;
    }
    return length;
}

static bool feed(struct csv_rows *rows, const char *text, size_t length)
{
    return csv_parse(&rows->parser, text, length, on_field, on_row, rows) == length &&
           csv_error(&rows->parser) == CSV_SUCCESS;
}

/* One physical line and the newline behind it. */
static bool feed_line(struct csv_rows *rows, const char *text, size_t length)
{
    return feed(rows, text, without_end(text, length)) && feed(rows, "\n", 1);
}

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t\r\n", text[i]) == NULL || text[i] == '\0') {
            return false;
        }
    }
    return true;
}

bool csv_rows_try(struct csv_rows *rows, const char *line, size_t length, char delimiter)
{
    rows->delimiter = delimiter;
    clear(rows);
    start(rows, false);
    bool read = feed_line(rows, line, length) && rows->complete;
    start(rows, true);
    return read;
}

/* A quote within a field that was not quoted (5" pipe) is no mark at all: the line can be
 * read as it stands. */
static bool read_literally(struct csv_rows *rows, size_t length)
{
    if (rows->parser.quoted != 0) {
        return false;
    }
    return csv_rows_try(rows, source_text(rows->source), length, rows->delimiter);
}

/* Gives up the row but for its first line, which is taken. */
static enum csv_result give_up(struct csv_rows *rows, size_t first_length,
                               struct error *err)
{
    source_take(rows->source, first_length, 1);
    start(rows, true);
    (void)error_set(err, ERROR_FAILED,
                    "a quote (\") that is not closed, or stands within a field");
    return CSV_BROKEN;
}

static enum csv_result give_up_long(struct csv_rows *rows, struct error *err)
{
    if (source_drop_line(rows->source, err) != SOURCE_LINE) {
        return CSV_FAILED;
    }
    (void)error_set(err, ERROR_FAILED, "the line is longer than %d KiB",
                    SOURCE_LIMIT / 1024);
    return CSV_BROKEN;
}

/* Reads lines until the row is complete. */
static enum csv_result read_row(struct csv_rows *rows, size_t first_length,
                                struct error *err)
{
    size_t offset = 0;
    size_t length = first_length;
    for (long lines = 1;; lines++) {
        if (!feed_line(rows, source_text(rows->source) + offset, length)) {
            if (lines > 1 || !read_literally(rows, length)) {
                return give_up(rows, first_length, err);
            }
        }
        offset += length;
        if (rows->complete) {
            source_take(rows->source, offset, lines);
            return CSV_ROW;
        }
        enum source_result result = source_line(rows->source, offset, &length, err);
        if (result == SOURCE_FAILED) {
            return CSV_FAILED;
        }
        if (result != SOURCE_LINE) {
            return give_up(rows, first_length, err);
        }
    }
}

enum csv_result csv_rows_next(struct csv_rows *rows, struct error *err)
{
    clear(rows);
    for (;;) {
        size_t length = 0;
        enum source_result result = source_line(rows->source, 0, &length, err);
        rows->line = rows->source->line;
        if (result == SOURCE_LONG) {
            return give_up_long(rows, err);
        }
        if (result != SOURCE_LINE) {
            return result == SOURCE_END ? CSV_END : CSV_FAILED;
        }
        if (!is_blank(source_text(rows->source), length)) {
            return read_row(rows, length, err);
        }
        source_take(rows->source, length, 1);
    }
}

const char *csv_rows_field(const struct csv_rows *rows, size_t index, size_t *length)
{
    if (index >= rows->count || index >= CSV_FIELD_LIMIT) {
        *length = 0;
        return "";
    }
    *length = rows->lengths[index];
    return rows->text.data + rows->starts[index];
}
