/* Tables of data for tests: tests/tables/<name>, one row a line, cells between tabs, "#"
 * begins a comment line. In a cell \t \n \r \\ \xHH (a byte) \uHHHH and \UHHHHHHHH (a
 * code point) stand for what cannot be seen. */
#ifndef TESTS_UNIT_TABLE_H
#define TESTS_UNIT_TABLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"

enum { TABLE_CELLS = 12 };

struct table_cell {
    const char *text;
    size_t length; /* differs from strlen when the cell holds \x00 */
};

struct table {
    struct arena *arena;
    struct buffer data;
    char *next;
    int line;
    int count; /* cells of the row */
    struct table_cell cells[TABLE_CELLS];
};

static inline void table_open(struct table *table, const char *name)
{
    const char *folder = getenv("TEST_DATA");
    struct error err = {0};
    char path[1024];

    memset(table, 0, sizeof *table);
    snprintf(path, sizeof path, "%s/tables/%s", folder != NULL ? folder : "tests", name);
    table->arena = arena_create();
    if (!file_read(path, (size_t)64 << 20, &table->data, &err)) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    table->next = table->data.data;
}

static inline size_t table_escape(struct buffer *out, const char *at)
{
    size_t digits = at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : at[1] == 'U' ? 8 : 0;
    char hex[9] = "";

    if (digits == 0) {
        buffer_add_char(out, at[1] == 't'   ? '\t'
                             : at[1] == 'n' ? '\n'
                             : at[1] == 'r' ? '\r'
                                            : at[1]);
        return 2;
    }
    memcpy(hex, at + 2, digits);
    if (digits == 2)
        buffer_add_char(out, (char)strtoul(hex, NULL, 16));
    else
        text_append(out, (uint32_t)strtoul(hex, NULL, 16));
    return digits + 2;
}

static inline struct table_cell table_cell(struct table *table, const char *text)
{
    struct buffer out = {0};
    struct table_cell cell;

    while (*text != '\0') {
        if (*text == '\\')
            text += table_escape(&out, text);
        else
            buffer_add_char(&out, *text++);
    }
    cell.length = out.length;
    cell.text = arena_copy(table->arena, buffer_string(&out), out.length);
    buffer_free(&out);
    return cell;
}

/* Steps to the next row; false behind the last. Cells that are not there are "". */
static inline bool table_next(struct table *table)
{
    while (table->next != NULL && *table->next != '\0') {
        char *line = table->next;
        char *end = strchr(line, '\n');

        table->line++;
        table->next = end != NULL ? end + 1 : NULL;
        if (end != NULL)
            *end = '\0';
        if (*line == '#' || *line == '\0')
            continue;
        for (int i = 0; i < TABLE_CELLS; i++)
            table->cells[i] = (struct table_cell){"", 0};
        table->count = 0;
        while (line != NULL && table->count < TABLE_CELLS) {
            char *tab = strchr(line, '\t');

            if (tab != NULL)
                *tab++ = '\0';
            table->cells[table->count++] = table_cell(table, line);
            line = tab;
        }
        return true;
    }
    return false;
}

static inline void table_close(struct table *table)
{
    buffer_free(&table->data);
    arena_destroy(table->arena);
}

#endif
