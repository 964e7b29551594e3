#include "kind.h"

#include <string.h>
#include <strings.h>

#include "mbox.h"

enum {
    FIELD_NAME_MAX = 76, /* bytes: longer names are prose with a colon in it */
    FIELDS_LOOKED_AT = 50,
    NOISE_WINDOW = 4096, /* bytes looked at */
    NOISE_SHARE = 10,    /* more than one control character in so many bytes is no text */
};

/* Fields of which one at least stands in every mail there is. */
static const char *const mail_fields[] = {
    "from",         "date",         "subject",        "to",
    "message-id",   "received",     "sender",         "return-path",
    "mime-version", "content-type", "delivered-to",   "reply-to",
    "envelope-to",  "cc",           "auto-submitted", "x-mailer",
    "references",   "in-reply-to",  "x-autoreply",    "content-transfer-encoding",
};

static const char *line_end(const char *start, const char *end)
{
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    return newline ? newline : end;
}

/* Bytes of the field name at start, 0 when there is none (RFC 5322 2.2; blanks before the
 * colon are the obsolete form of 4.5). */
static size_t field_name_length(const char *start, const char *end)
{
    const char *at = start;
    while (at<end && * at> ' ' && *at < 127 && *at != ':' && at - start < FIELD_NAME_MAX)
        at++;
    size_t length = (size_t)(at - start);
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at < end && *at == ':' ? length : 0;
}

bool mail_is_field(const char *start, const char *end)
{
    return field_name_length(start, end) > 0;
}

static bool known_field(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof mail_fields / sizeof mail_fields[0]; i++)
        if (strlen(mail_fields[i]) == length &&
            strncasecmp(mail_fields[i], name, length) == 0)
            return true;
    return false;
}

/* "received: 2026-03-02" opens a jotted note; a mail's Received: begins with "from" or
 * "by". */
static bool jotted_first_line(const char *start, const char *end)
{
    static const char word[] = "received:";
    if ((size_t)(end - start) < sizeof word ||
        strncasecmp(start, word, sizeof word - 1) != 0)
        return false;
    const char *at = start + sizeof word - 1;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at < end && *at >= '0' && *at <= '9';
}

/* A block of two fields or more, one of them a mail's own; or one such field and nothing
 * else but it. */
static bool looks_like_mail(const char *start, const char *end)
{
    int fields = 0, known = 0;
    const char *at = start;
    for (; at < end && fields < FIELDS_LOOKED_AT; at = line_end(at, end) + 1) {
        if (fields > 0 && (*at == ' ' || *at == '\t'))
            continue;
        size_t name = field_name_length(at, end);
        if (name == 0)
            break;
        fields++;
        known += known_field(at, name);
    }
    bool closed = at >= end || *at == '\n' || *at == '\r' || fields >= FIELDS_LOOKED_AT;
    return known > 0 && (fields > 1 || closed);
}

static bool is_noise(const char *bytes, size_t length)
{
    size_t window = length < NOISE_WINDOW ? length : NOISE_WINDOW;
    size_t controls = 0;
    for (size_t i = 0; i < window; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == 0)
            return true;
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
            controls++;
    }
    return controls * NOISE_SHARE > window;
}

static bool is_utf16(const char *bytes, size_t length)
{
    return length >= 2 &&
           (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

size_t mail_kind_lead(const char *bytes, size_t length)
{
    size_t lead = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (lead < length && (bytes[lead] == '\n' || bytes[lead] == '\r'))
        lead++;
    return lead;
}

enum mail_kind mail_kind_of(const char *bytes, size_t length)
{
    if (is_utf16(bytes, length))
        return MAIL_KIND_JOTTED;
    size_t lead = mail_kind_lead(bytes, length);
    const char *start = bytes + lead, *end = bytes + length;
    size_t blank = 0;
    while (blank < length - lead && strchr(" \t\r\n\f", start[blank]) &&
           start[blank] != '\0')
        blank++;
    if (blank == length - lead)
        return MAIL_KIND_EMPTY;
    if (mail_is_separator(start, end))
        return MAIL_KIND_MBOX;
    if (jotted_first_line(start, end))
        return MAIL_KIND_JOTTED;
    if (looks_like_mail(start, end))
        return MAIL_KIND_MAIL;
    return is_noise(start, length - lead) ? MAIL_KIND_NOISE : MAIL_KIND_JOTTED;
}
