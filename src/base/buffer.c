#include "touchbase/base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"

static void reserve(struct buffer *buffer, size_t more)
{
    size_t need;

    if (more > SIZE_MAX / 2 - buffer->length)
        abort();
    need = buffer->length + more + 1;
    if (need <= buffer->capacity)
        return;
    if (need < buffer->capacity * 2)
        need = buffer->capacity * 2;
    if (need < 64)
        need = 64;
    buffer->data = memory_resize(buffer->data, need);
    buffer->capacity = need;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->data != NULL)
        buffer->data[0] = '\0';
}

const char *buffer_string(const struct buffer *buffer)
{
    return buffer->data == NULL ? "" : buffer->data;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    buffer_insert(buffer, buffer->length, bytes, length);
}

void buffer_add_string(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char c)
{
    reserve(buffer, 1);
    buffer->data[buffer->length++] = c;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length <= 0)
        return;
    reserve(buffer, (size_t)length);
    va_start(args, format);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, args);
    va_end(args);
    buffer->length += (size_t)length;
}

void buffer_insert(struct buffer *buffer, size_t at, const void *bytes, size_t length)
{
    reserve(buffer, length);
    memmove(buffer->data + at + length, buffer->data + at, buffer->length - at);
    if (length > 0)
        memcpy(buffer->data + at, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_remove(struct buffer *buffer, size_t at, size_t length)
{
    if (length == 0)
        return;
    memmove(buffer->data + at, buffer->data + at + length, buffer->length - at - length);
    buffer->length -= length;
    buffer->data[buffer->length] = '\0';
}
