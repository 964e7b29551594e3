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

/* How many bytes at the start are characters that stay as they are; most text is nothing
 * else. */
static size_t plain_run(const char *text, bool lines)
{
    size_t length = 0;
    while ((text[length] > ' ' && text[length] < 0x7F) ||
           (text[length] == ' ' && length > 0 && (lines || text[length - 1] != ' '))) {
        length++;
    }
    return length;
}

/* Text while it is cleaned. */
struct cleaning {
    struct buffer *out;
    size_t start; /* where it begins in out */
    size_t count; /* characters */
    size_t limit;
    size_t cut; /* where "..." goes when there are too many */
};

/* Counts characters of size bytes each that were added at offset. */
static void count_characters(struct cleaning *text, size_t offset, size_t characters,
                             size_t size)
{
    size_t room = text->limit - 3;
    if (text->count < room) {
        size_t fit = characters < room - text->count ? characters : room - text->count;
        text->cut = offset + fit * size;
    }
    text->count += characters;
}

static const char *clean_run(struct cleaning *text, const char *at, size_t length)
{
    size_t offset = text->out->length;
    buffer_add(text->out, at, length);
    count_characters(text, offset, length, 1);
    return at + length;
}

static const char *clean_character(struct cleaning *text, const char *at, const char *end,
                                   bool lines)
{
    bool pair = at[0] == '\r' && at[1] == '\n'; /* one line end */
    uint32_t code = text_next(&at, end);
    size_t offset = text->out->length;
    if (!pair && add(text->out, text->start, code, lines)) {
        count_characters(text, offset, 1, text->out->length - offset);
    }
    return at;
}

void plain_text(struct buffer *out, const char *text, bool lines, size_t limit)
{
    struct cleaning cleaning = {out, out->length, 0, limit, out->length};
    const char *end = text + strlen(text);
    while (text < end && cleaning.count <= limit) {
        size_t run = plain_run(text, lines);
        text = run > 0 ? clean_run(&cleaning, text, run)
                       : clean_character(&cleaning, text, end, lines);
    }
    bool too_long = cleaning.count > limit;
    if (too_long) {
        buffer_remove(out, cleaning.cut, out->length - cleaning.cut);
    }
    trim_end(out, cleaning.start);
    buffer_add_string(out, too_long ? "..." : "");
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
