#include "touchbase/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

/* Length of the valid sequence at the start of text, 0 when there is none. */
static size_t decode(const char *text, size_t length, uint32_t *code)
{
    utf8proc_int32_t value;
    utf8proc_ssize_t size;

    if (length > 0 && (unsigned char)text[0] < 0x80) {
        *code = (unsigned char)text[0];
        return 1;
    }
    size = utf8proc_iterate((const utf8proc_uint8_t *)text,
                            (utf8proc_ssize_t)(length < 4 ? length : 4), &value);
    if (size <= 0)
        return 0;
    *code = (uint32_t)value;
    return (size_t)size;
}

bool text_is_utf8(const char *text, size_t length)
{
    uint32_t code;

    for (size_t at = 0; at < length;) {
        size_t size = decode(text + at, length - at, &code);

        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

uint32_t text_next(const char **at, const char *end)
{
    uint32_t code = 0xFFFD;
    size_t size = decode(*at, (size_t)(end - *at), &code);

    *at += size > 0 ? size : 1;
    return size > 0 ? code : 0xFFFD;
}

void text_append(struct buffer *out, uint32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)code, bytes);

    if (size > 0)
        buffer_add(out, bytes, (size_t)size);
}

static char *take(struct arena *arena, struct buffer *buffer)
{
    char *copy = arena_copy(arena, buffer_string(buffer), buffer->length);

    buffer_free(buffer);
    return copy;
}

char *text_repair(struct arena *arena, const char *text, size_t length)
{
    struct buffer out = {0};
    const char *end = text + length;

    if (text_is_utf8(text, length) && (length == 0 || memchr(text, '\0', length) == NULL))
        return arena_copy(arena, text, length);
    while (text < end) {
        uint32_t code = text_next(&text, end);

        text_append(&out, code == 0 ? 0xFFFD : code);
    }
    return take(arena, &out);
}

char *text_from_latin(struct arena *arena, const char *bytes, size_t length)
{
    /* Windows-1252 differs from Latin-1 in 0x80 to 0x9F only; five of them stand for
     * nothing. */
    static const uint16_t high[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    struct buffer out = {0};

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if (byte == 0)
            text_append(&out, 0xFFFD);
        else
            text_append(&out, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
    }
    return take(arena, &out);
}

/* Letters that no decomposition takes apart. */
static const char *plain_letters(uint32_t code)
{
    switch (code) {
    case 0x142:
        return "l";
    case 0xF8:
        return "o";
    case 0x111:
    case 0xF0:
        return "d";
    case 0xDF:
        return "ss";
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0x131:
        return "i";
    case 0xFE:
        return "th";
    default:
        return NULL;
    }
}

static bool is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

static void fold_code(struct buffer *out, uint32_t code)
{
    const char *plain = plain_letters(code);

    if (is_space(code)) {
        if (out->length > 0 && out->data[out->length - 1] != ' ')
            buffer_add_char(out, ' ');
    } else if (plain != NULL) {
        buffer_add_string(out, plain);
    } else {
        text_append(out, code);
    }
}

static void fold_ascii(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (is_space((unsigned char)*text))
            fold_code(out, ' ');
        else
            buffer_add_char(out, (char)tolower((unsigned char)*text));
    }
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return *text == '\0';
}

static void fold_unicode(struct buffer *out, const char *text, size_t length)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &mapped,
                     UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                         UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const char *at = (const char *)mapped;
    const char *end = at + (size > 0 ? size : 0);

    while (at < end)
        fold_code(out, text_next(&at, end));
    free(mapped);
}

char *text_fold(struct arena *arena, const char *text)
{
    struct buffer out = {0};

    if (is_ascii(text)) {
        fold_ascii(&out, text);
    } else {
        const char *valid = text_repair(arena, text, strlen(text));

        fold_unicode(&out, valid, strlen(valid));
    }
    if (out.length > 0 && out.data[out.length - 1] == ' ')
        buffer_remove(&out, out.length - 1, 1);
    return take(arena, &out);
}

/* ASCII letters and digits fold by themselves, whatever follows: most names differ at
 * their first one. */
static bool begin_otherwise(unsigned char a, unsigned char b)
{
    return a < 0x80 && b < 0x80 && isalnum(a) && isalnum(b) && tolower(a) != tolower(b);
}

bool text_same_folded(const char *a, const char *b)
{
    struct arena *arena;
    bool same;

    if (begin_otherwise((unsigned char)*a, (unsigned char)*b))
        return false;
    arena = arena_create();
    same = strcmp(text_fold(arena, a), text_fold(arena, b)) == 0;
    arena_destroy(arena);
    return same;
}

bool text_begins_word(const char *folded, const char *word)
{
    size_t length = strlen(word);
    const char *end = folded + strlen(folded);
    bool at_start = true;

    for (const char *at = folded; at < end;) {
        const char *here = at;
        uint32_t code = text_next(&at, end);

        at_start = at_start || text_is_cjk(code);
        if (at_start && (size_t)(end - here) >= length && memcmp(here, word, length) == 0)
            return true;
        at_start = !text_is_word(code) || text_is_cjk(code);
    }
    return false;
}

bool text_mentions(const char *text, const char *words)
{
    struct arena *arena = arena_create();
    const char *folded = text_fold(arena, text), *at = text_fold(arena, words);
    bool all = true;

    while (all && *at != '\0') {
        size_t length = strcspn(at, " ");

        all = text_begins_word(folded, arena_copy(arena, at, length));
        at += length + strspn(at + length, " ");
    }
    arena_destroy(arena);
    return all;
}

char *text_phone_digits(struct arena *arena, const char *number)
{
    struct buffer out = {0};

    for (const char *at = number; *at != '\0'; at++) {
        if (isdigit((unsigned char)*at) || (*at == '+' && out.length == 0))
            buffer_add_char(&out, *at);
    }
    if (out.length > 2 && memcmp(out.data, "00", 2) == 0) {
        buffer_remove(&out, 0, 2);
        buffer_insert(&out, 0, "+", 1);
    }
    return take(arena, &out);
}

size_t text_cluster_next(const char *text, size_t length, size_t offset)
{
    const char *end = text + length;
    const char *at = text + offset;
    utf8proc_int32_t state = 0;
    uint32_t previous;

    if (offset >= length)
        return length;
    if (text_ascii_run(at, (size_t)(end - at) < 2 ? 1 : 2) == 2)
        return offset + 1;
    previous = text_next(&at, end);
    while (at < end) {
        const char *here = at;
        uint32_t code = text_next(&at, end);

        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)previous,
                                             (utf8proc_int32_t)code, &state))
            return (size_t)(here - text);
        previous = code;
    }
    return length;
}

/* Breaks depend on what came before, so the walk starts at the line: clusters never span
 * a newline. */
size_t text_cluster_previous(const char *text, size_t length, size_t offset)
{
    size_t start;

    if (offset == 0)
        return 0;
    if (offset > length)
        offset = length;
    start = offset - 1;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    for (;;) {
        size_t next = text_cluster_next(text, length, start);

        if (next >= offset)
            return start;
        start = next;
    }
}

bool text_is_word(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

bool text_is_cjk(uint32_t code)
{
    return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3005 && code <= 0x3007) ||
           (code >= 0x3040 && code <= 0x30FF) || (code >= 0x31F0 && code <= 0x31FF) ||
           (code >= 0x3400 && code <= 0x4DBF) || (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0xAC00 && code <= 0xD7AF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}
