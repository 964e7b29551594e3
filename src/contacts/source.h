/* Bytes of a file as physical lines, through a window that grows to a limit and no
 * further. */
#ifndef CONTACTS_SOURCE_H
#define CONTACTS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"

enum {
    SOURCE_LIMIT = 1 << 20
}; /* bytes of one line, and of the lines looked at together */

enum source_result {
    SOURCE_LINE,
    SOURCE_END,
    SOURCE_LONG,  /* the line goes on beyond SOURCE_LIMIT */
    SOURCE_FAILED /* err */
};

struct source {
    int descriptor;
    char *data;   /* the window */
    size_t start; /* first byte not taken */
    size_t end;   /* behind the last byte read */
    size_t capacity;
    bool at_end;      /* nothing more to read behind end */
    char newline;     /* LF, or CR in a file that has no LF */
    long line;        /* number of the line at start, from 1 */
    int64_t position; /* bytes of the file before start */
    int64_t size;     /* bytes of the file, 0 when not known */
};

/* Opens path ("-": standard input), reads the first part, drops a UTF-8 byte order mark.
 * False and err for what is no text: a folder, nothing, UTF-16, binary. */
bool source_open(struct source *source, const char *path, struct error *err);
void source_close(struct source *source);

/* The line that begins offset bytes behind the first byte not taken: its length with its
 * line end. It may be empty only at the end of the file. */
enum source_result source_line(struct source *source, size_t offset, size_t *length,
                               struct error *err);
/* The first byte not taken; valid until the next call of another function. */
const char *source_text(const struct source *source);
/* Takes bytes that source_line has shown, which are so many lines. */
void source_take(struct source *source, size_t bytes, long lines);
/* Takes the rest of the line at the start, whatever its length. SOURCE_LINE, or
 * SOURCE_FAILED. */
enum source_result source_drop_line(struct source *source, struct error *err);

#endif
