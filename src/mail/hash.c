#include "hash.h"

#include <glib.h>
#include <string.h>

/* The bytes line by line, without the CR before an LF, and without the empty lines at the
 * end. */
static void hash_lines(GChecksum *sum, const char *bytes, size_t length)
{
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
        length--;
    for (size_t at = 0; at < length;) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        size_t end = newline ? (size_t)(newline - bytes) : length;
        size_t next = newline ? end + 1 : length;
        if (newline && end > at && bytes[end - 1] == '\r')
            end--;
        g_checksum_update(sum, (const guchar *)bytes + at, (gssize)(end - at));
        if (newline)
            g_checksum_update(sum, (const guchar *)"\n", 1);
        at = next;
    }
}

char *mail_hash(struct arena *arena, const char *bytes, size_t length)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    hash_lines(sum, bytes, length);
    char *name = arena_format(arena, "sha256:%s", g_checksum_get_string(sum));
    g_checksum_free(sum);
    return name;
}
