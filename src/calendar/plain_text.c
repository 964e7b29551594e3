#include "plain_text.h"

#include <stdint.h>
#include <string.h>

#include "touchbase/base/text.h"

enum { UID_LIMIT = 200, URI_LIMIT = 2000 };

static bool is_line_end(uint32_t code)
{
    return code == '\n' || code == '\r' || code == 0x0B || code == 0x0C || code == 0x85 ||
           code == 0x2028 || code == 0x2029;
}

/* Controls, byte order marks, and what is no character in XML (CalDAV carries items in
 * it). */
static bool is_unfit(uint32_t code)
{
    return (code < 0x20 && code != '\t') || (code >= 0x7F && code < 0xA0) ||
           code == 0xFEFF || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF);
}

static bool ends_blank(const struct buffer *out, size_t start)
{
    return out->length == start || strchr(" \t\n", out->data[out->length - 1]) != NULL;
}

/* One character, unless it is left out. */
static bool add(struct buffer *out, size_t start, uint32_t code, bool lines)
{
    if (is_line_end(code)) {
        code = '\n';
    } else if (is_unfit(code)) {
        return false;
    }
    bool blank = code == '\n' || code == '\t' || code == ' ';
    if (blank && (out->length == start || (!lines && ends_blank(out, start)))) {
        return false;
    }
    text_append(out, blank && !lines ? ' ' : code);
    return true;
}

static void trim_end(struct buffer *out, size_t start)
{
    size_t length = out->length;
    while (length > start && strchr(" \t\n", out->data[length - 1]) != NULL) {
        length--;
    }
    buffer_remove(out, length, out->length - length);
}

void plain_text(struct buffer *out, const char *text, bool lines, size_t limit)
{
    size_t start = out->length;
    size_t count = 0;
    size_t cut = start; /* where "..." goes when there is too much */
    const char *end = text + strlen(text);
    while (text < end && count <= limit) {
        bool pair = text[0] == '\r' && text[1] == '\n'; /* one line end */
        uint32_t code = text_next(&text, end);
        if (!pair && add(out, start, code, lines)) {
            count++;
            cut = count <= limit - 3 ? out->length : cut;
        }
    }
    if (count > limit) {
        buffer_remove(out, cut, out->length - cut);
        trim_end(out, start);
        buffer_add_string(out, "...");
    } else {
        trim_end(out, start);
    }
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool plain_uri(const char *text)
{
    size_t scheme = 0;
    while (
        is_letter(text[scheme]) ||
        (scheme > 0 && (is_digit(text[scheme]) ||
                        (text[scheme] != '\0' && strchr("+-.", text[scheme]) != NULL)))) {
        scheme++;
    }
    if (scheme < 2 || text[scheme] != ':' || text[scheme + 1] == '\0') {
        return false;
    }
    for (const char *c = text; *c != '\0'; c++) {
        if (*c <= 0x20 || *c >= 0x7F || strchr("\"<>\\^`{|}", *c) != NULL) {
            return false;
        }
    }
    return strlen(text) <= URI_LIMIT;
}

bool plain_uid(const char *text)
{
    size_t length = 0;
    for (; text[length] != '\0'; length++) {
        char c = text[length];
        if (!is_letter(c) && !is_digit(c) && strchr("-_.@+", c) == NULL) {
            return false;
        }
    }
    return length > 0 && length <= UID_LIMIT;
}
