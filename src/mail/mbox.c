#include "mbox.h"

#include <ctype.h>
#include <string.h>

#include "kind.h"

static const char from[] = "From ";
enum { FROM_LENGTH = sizeof from - 1, FROM_LINE_MAX = 1000 };

static bool digits(const char *at, const char *end, int count)
{
    if (end - at < count)
        return false;
    for (int i = 0; i < count; i++)
        if (!isdigit((unsigned char)at[i]))
            return false;
    return true;
}

/* "Mon Mar  2 09:00:00 2026", with or without seconds and a zone: a clock time and a
 * year. */
static bool has_time_and_year(const char *at, const char *end)
{
    bool time = false, year = false;
    for (; at < end && !(time && year); at++) {
        if (digits(at, end, 2) && end - at >= 5 && at[2] == ':' &&
            digits(at + 3, end, 2)) {
            time = true;
            at += 4;
        } else if (digits(at, end, 4)) {
            year = true;
            at += 3;
        }
    }
    return time && year;
}

bool mail_is_separator(const char *start, const char *end)
{
    if (end - start < FROM_LENGTH || memcmp(start, from, FROM_LENGTH) != 0)
        return false;
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    if (!newline || newline - start > FROM_LINE_MAX)
        return false;
    return has_time_and_year(start, newline) || mail_is_field(newline + 1, end);
}

/* Is the line that ends before at (its newline at at - 1) an empty one? */
static bool after_empty_line(const char *bytes, size_t at)
{
    if (at < 2 || bytes[at - 1] != '\n')
        return false;
    return bytes[at - 2] == '\n' ||
           (at >= 3 && bytes[at - 2] == '\r' && bytes[at - 3] == '\n');
}

size_t mail_mbox_next(const char *bytes, size_t length, size_t at)
{
    const char *end = bytes + length;
    while (at < length) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        if (!newline)
            return length;
        at = (size_t)(newline - bytes) + 1;
        if (at < length && bytes[at] == 'F' && after_empty_line(bytes, at) &&
            mail_is_separator(bytes + at, end))
            return at;
    }
    return length;
}

static bool is_quoted(const char *start, const char *end)
{
    const char *at = start;
    while (at < end && *at == '>')
        at++;
    return at > start && end - at >= FROM_LENGTH && memcmp(at, from, FROM_LENGTH) == 0;
}

void mail_mbox_unquote(struct buffer *out, const char *bytes, size_t length)
{
    const char *end = bytes + length, *kept = bytes, *at = bytes;
    while (at < end) {
        if (is_quoted(at, end)) {
            buffer_add(out, kept, (size_t)(at - kept));
            kept = at + 1;
        }
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    buffer_add(out, kept, (size_t)(end - kept));
}
