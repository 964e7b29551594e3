#include "charset.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

static bool is_latin(const char *charset)
{
    return strcasecmp(charset, "ISO-8859-1") == 0 || strcasecmp(charset, "LATIN1") == 0 ||
           strcasecmp(charset, "WINDOWS-1252") == 0 || strcasecmp(charset, "CP1252") == 0;
}

static bool is_utf8_name(const char *charset)
{
    return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0 ||
           strcasecmp(charset, "US-ASCII") == 0;
}

/* Appends what converts; false at the first byte that does not. */
static bool convert(iconv_t conversion, const char *bytes, size_t length,
                    struct buffer *out)
{
    char *copy = memory_alloc(length + 1);
    memcpy(copy, bytes, length);
    char *from = copy;
    bool good = true;
    while (good && length > 0) {
        char block[512];
        char *to = block;
        size_t room = sizeof block;
        size_t result = iconv(conversion, &from, &length, &to, &room);
        buffer_add(out, block, sizeof block - room);
        good = result != (size_t)-1 || to != block;
    }
    free(copy);
    return good;
}

static char *from_named(struct arena *arena, const char *charset, const char *bytes,
                        size_t length)
{
    iconv_t conversion = iconv_open("UTF-8", charset);
    if (conversion == (iconv_t)-1) {
        return NULL;
    }
    struct buffer out = {0};
    bool good = convert(conversion, bytes, length, &out);
    (void)iconv_close(conversion);
    char *text = good ? text_repair(arena, buffer_string(&out), out.length) : NULL;
    buffer_free(&out);
    return text;
}

char *charset_to_utf8(struct arena *arena, const char *charset, const char *bytes,
                      size_t length)
{
    bool nul = memchr(bytes, '\0', length) != NULL;
    if (charset != NULL && is_latin(charset) && !nul) {
        return text_from_latin(arena, bytes, length);
    }
    if (charset != NULL && !is_utf8_name(charset)) {
        char *text = from_named(arena, charset, bytes, length);
        if (text != NULL) {
            return text;
        }
    }
    if (nul) {
        return text_repair(arena, bytes, length);
    }
    return text_is_utf8(bytes, length) ? arena_copy(arena, bytes, length)
                                       : text_from_latin(arena, bytes, length);
}
