/* A growing byte string. `struct buffer b = {0};` is an empty one; buffer_free ends it.
 */
#ifndef TOUCHBASE_BASE_BUFFER_H
#define TOUCHBASE_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data;      /* NULL while empty and never written; otherwise a NUL stands behind
                        length bytes */
    size_t length;   /* bytes */
    size_t capacity; /* bytes */
};

void buffer_free(struct buffer *buffer);
/* Empties it, keeps its memory. */
void buffer_clear(struct buffer *buffer);
/* The content as a C string, "" when empty; valid until the next change. */
const char *buffer_string(const struct buffer *buffer);
void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_string(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Inserts bytes at, or removes length bytes from, the offset at (0 to length; the
 * caller's duty). */
void buffer_insert(struct buffer *buffer, size_t at, const void *bytes, size_t length);
void buffer_remove(struct buffer *buffer, size_t at, size_t length);

#endif
