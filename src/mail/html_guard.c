#include "html_guard.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { ATTRIBUTES_MAX = 1000, SHORT_TAG = ATTRIBUTES_MAX };

/* An attribute needs a blank before it or a "=" behind it: fewer of those, fewer
 * attributes. */
static bool is_monster(const char *tag, size_t length)
{
    size_t signs = 0;
    if (length <= SHORT_TAG || !isalpha((unsigned char)tag[1]))
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = tag[i];
        bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        signs += blank || c == '=';
    }
    return signs > ATTRIBUTES_MAX;
}

/* A tag of Office's own ("<o:p>", "</st1:City>"): libxml2 would take it for the HTML tag
 * behind the colon. */
static bool is_foreign(const char *tag, size_t length)
{
    size_t at = length > 1 && tag[1] == '/' ? 2 : 1;
    size_t start = at;
    while (at < length && isalnum((unsigned char)tag[at]))
        at++;
    return at > start && at < length && tag[at] == ':';
}

void mail_html_guard(struct buffer *out, const char *page, size_t length)
{
    const char *at = page, *end = page + length;
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        if (!tag)
            tag = end;
        buffer_add(out, at, (size_t)(tag - at));
        if (tag == end)
            return;
        const char *close = memchr(tag, '>', (size_t)(end - tag));
        const char *behind = close ? close + 1 : end;
        size_t tag_length = (size_t)(behind - tag);
        if (!is_monster(tag, tag_length) && !is_foreign(tag, tag_length))
            buffer_add(out, tag, tag_length);
        at = behind;
    }
}
