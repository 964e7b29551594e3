#include "head_guard.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "touchbase/mail/mail.h"

struct guard {
    struct buffer *mended;
    const char *bytes;
    size_t length;
    size_t words; /* "=?" in all fields so far */
};

/* Fields that GMime takes apart while it reads a message. */
static const struct {
    const char *name;
    bool addresses;
} fields[] = {
    {"From:", true},
    {"Sender:", true},
    {"Reply-To:", true},
    {"To:", true},
    {"Cc:", true},
    {"Bcc:", true},
    {"Subject:", false},
    {"Content-Type:", false},
    {"Content-Disposition:", false},
    {"Content-ID:", true},
    {"Message-ID:", true},
    {"Date:", false},
};

/* Is a line the first of such a field? */
static bool is_taken_apart(const char *line, size_t length, bool *addresses)
{
    if (length == 0 || !strchr("FfSsRrTtCcBbMmDd", *line))
        return false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t name = strlen(fields[i].name) - 1;
        if (length <= name || strncasecmp(line, fields[i].name, name) != 0 ||
            !strchr(": \t", line[name]))
            continue;
        *addresses = fields[i].addresses;
        return true;
    }
    return false;
}

static void put_blank(struct guard *guard, size_t at)
{
    if (guard->mended->length == 0)
        buffer_add(guard->mended, guard->bytes, guard->length);
    if (guard->bytes[at] != '\n' && guard->bytes[at] != '\r')
        guard->mended->data[at] = ' ';
}

static void mend_field(struct guard *guard, size_t start, size_t end, bool addresses)
{
    const char *bytes = guard->bytes;
    size_t colons = 0, words = 0;
    for (size_t at = start; at < end; at++) {
        bool word = bytes[at] == '=' && at + 1 < end && bytes[at + 1] == '?';
        colons += addresses && bytes[at] == ':';
        words += word;
        guard->words += word;
        if (at - start >= MAIL_HEADER_MAX ||
            (bytes[at] == ':' && colons > HEAD_GROUPS_MAX) ||
            (word && (words > HEAD_WORDS_MAX || guard->words > HEAD_WORDS_ALL)))
            put_blank(guard, at);
    }
}

/* The byte behind a line. */
static size_t line_end(const struct guard *guard, size_t at)
{
    const char *newline = memchr(guard->bytes + at, '\n', guard->length - at);
    return newline ? (size_t)(newline - guard->bytes) + 1 : guard->length;
}

static bool is_blank_line(const struct guard *guard, size_t at)
{
    return guard->bytes[at] == '\n' ||
           (guard->bytes[at] == '\r' && at + 1 < guard->length &&
            guard->bytes[at + 1] == '\n');
}

const char *mail_head_guard(struct buffer *mended, const char *bytes, size_t length)
{
    struct guard guard = {mended, bytes, length, 0};
    bool in_header = true;
    for (size_t start = 0; start < length;) {
        size_t end = line_end(&guard, start);
        bool addresses = false;
        in_header = in_header && !is_blank_line(&guard, start);
        bool field = is_taken_apart(bytes + start, end - start, &addresses) || in_header;
        while (field && end < length && (bytes[end] == ' ' || bytes[end] == '\t'))
            end = line_end(&guard, end);
        if (field)
            mend_field(&guard, start, end, addresses);
        start = end;
    }
    return mended->length > 0 ? buffer_string(mended) : bytes;
}
