#include "plain.h"

#include <stdint.h>
#include <string.h>

#include "touchbase/base/text.h"

enum code_use { CODE_KEEP, CODE_DROP, CODE_BLANK };

/* What becomes of a code point above ASCII. */
static enum code_use use_of(uint32_t code)
{
    if (code < 0xA0 || code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF)
        return CODE_DROP;
    if (code == 0xA0 || code == 0x2007 || code == 0x202F)
        return CODE_BLANK;
    return CODE_KEEP;
}

/* Blanks at the end of the line that out ends with go; "-- " keeps its own (RFC
 * 3676 4.3). start is where that line begins. */
static void trim_line(struct buffer *out, size_t start)
{
    size_t length = out->length;
    while (length > start &&
           (out->data[length - 1] == ' ' || out->data[length - 1] == '\t'))
        length--;
    if (length - start == 2 && out->length > length &&
        memcmp(out->data + start, "--", 2) == 0)
        length++;
    buffer_remove(out, length, out->length - length);
}

static void add_code(struct buffer *out, const char *bytes, size_t length, uint32_t code)
{
    switch (use_of(code)) {
    case CODE_KEEP:
        buffer_add(out, bytes, length);
        break;
    case CODE_BLANK:
        buffer_add_char(out, ' ');
        break;
    case CODE_DROP:
        break;
    }
}

static bool plain_byte(unsigned char c)
{
    return (c >= ' ' && c < 127) || c == '\t';
}

void mail_plain_tidy(struct buffer *out, const char *text, size_t length)
{
    const char *at = text, *end = text + length;
    size_t begun = out->length, line = begun;
    while (at < end) {
        const char *run = at;
        while (at < end && plain_byte((unsigned char)*at))
            at++;
        buffer_add(out, run, (size_t)(at - run));
        if (at == end)
            break;
        const char *before = at;
        uint32_t code = text_next(&at, end);
        if (code == '\r' && at < end && *at == '\n')
            continue;
        if (code == '\n' || code == '\r') {
            trim_line(out, line);
            if (out->length > begun)
                buffer_add_char(out, '\n');
            line = out->length;
        } else if (code >= 0x80) {
            add_code(out, before, (size_t)(at - before), code);
        }
    }
    trim_line(out, line);
    while (out->length > begun && out->data[out->length - 1] == '\n')
        buffer_remove(out, out->length - 1, 1);
}
