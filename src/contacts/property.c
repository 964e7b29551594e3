#include "property.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "charset.h"
#include "touchbase/base/text.h"

enum { PARAMETER_LIMIT = 64, PREFERENCE_NONE = 101 };

static bool is_name_char(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
}

static char *upper(struct arena *arena, const char *bytes, size_t length)
{
    char *text = arena_copy(arena, bytes, length);
    for (char *c = text; *c != '\0'; c++) {
        *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
    }
    return text;
}

/* Up to the next delimiter outside double quotes, or end. */
static const char *find_unquoted(const char *at, const char *end, const char *delimiters)
{
    bool quoted = false;
    for (; at < end; at++) {
        if (*at == '"') {
            quoted = !quoted;
        } else if (!quoted && strchr(delimiters, *at) != NULL && *at != '\0') {
            return at;
        }
    }
    return end;
}

/* A parameter's value: quotes off, ^n ^' ^^ decoded (RFC 6868 3.2). */
static char *parameter_value(struct arena *arena, const char *at, const char *end)
{
    char *out = arena_alloc(arena, (size_t)(end - at) + 1);
    char *to = out;
    for (; at < end; at++) {
        if (*at == '"') {
            continue;
        }
        const char *pair = *at == '^' && at + 1 < end ? strchr("n'^", at[1]) : NULL;
        if (pair != NULL && *pair != '\0') {
            *to++ = *pair == 'n' ? '\n' : *pair == '\'' ? '"' : '^';
            at++;
        } else {
            *to++ = *at;
        }
    }
    return out;
}

/* vCard 2.1 writes ";HOME;QUOTED-PRINTABLE" without the names TYPE and ENCODING. */
static const char *bare_parameter_name(const char *word)
{
    static const char *const encodings[] = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT",
                                            "B"};
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        if (strcasecmp(word, encodings[i]) == 0) {
            return "ENCODING";
        }
    }
    return "TYPE";
}

/* CHARSET speaks of the value of the line alone: here UTF-8 is told by itself. */
static const char *in_utf8(struct arena *arena, const char *text)
{
    return charset_to_utf8(arena, NULL, text, strlen(text));
}

static struct parameter parse_parameter(struct arena *arena, const char *at,
                                        const char *end)
{
    const char *equals = find_unquoted(at, end, "=");
    const char *value = equals < end ? equals + 1 : at;
    const char *word = in_utf8(arena, parameter_value(arena, value, end));
    if (equals == end) {
        return (struct parameter){bare_parameter_name(word), word};
    }
    const char *name = upper(arena, at, (size_t)(equals - at));
    return (struct parameter){in_utf8(arena, name), word};
}

/* at stands on the ';' before the first parameter, or on the ':'. Returns the ':' or
 * NULL. */
static const char *parse_parameters(struct arena *arena, const char *at, const char *end,
                                    struct property *property)
{
    struct parameter found[PARAMETER_LIMIT];
    size_t count = 0;
    while (at < end && *at == ';') {
        const char *next = find_unquoted(at + 1, end, ";:");
        if (next > at + 1 && count < PARAMETER_LIMIT) {
            found[count++] = parse_parameter(arena, at + 1, next);
        }
        at = next;
    }
    if (at >= end) {
        return NULL;
    }
    if (count > 0) {
        struct parameter *kept = arena_array(arena, count, sizeof *kept);
        memcpy(kept, found, count * sizeof *kept);
        property->parameters = kept;
        property->parameter_count = count;
    }
    return at;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* RFC 2045 6.7; what is no =XX stays. Soft breaks are gone already. */
static char *decode_quoted_printable(struct arena *arena, const char *at, const char *end,
                                     size_t *length)
{
    char *out = arena_alloc(arena, (size_t)(end - at) + 1);
    char *to = out;
    for (; at < end; at++) {
        int high = *at == '=' && end - at > 2 ? hex_digit(at[1]) : -1;
        int low = high >= 0 ? hex_digit(at[2]) : -1;
        if (low < 0) {
            *to++ = *at;
            continue;
        }
        char byte = (char)(high * 16 + low);
        at += 2;
        if (byte != '\r') { /* =0D=0A is a newline; our text has LF alone */
            *to++ = byte;
        }
    }
    *length = (size_t)(to - out);
    return out;
}

static bool is_quoted_printable(const struct property *property)
{
    const char *encoding = property_parameter(property, "ENCODING");
    return encoding != NULL && (strcasecmp(encoding, "QUOTED-PRINTABLE") == 0 ||
                                strcasecmp(encoding, "Q") == 0);
}

/* The line, and the value, which begins at offset of it; as a rule that is the rest of
 * the same string. */
static void decode_value(struct arena *arena, const char *line, size_t length,
                         size_t offset, struct property *property)
{
    const char *charset = property_parameter(property, "CHARSET");
    bool quoted = is_quoted_printable(property);
    const char *value = line + offset;
    size_t size = length - offset;
    property->line = charset_to_utf8(arena, NULL, line, length);
    property->rewritten = quoted || charset != NULL;
    if (quoted) {
        value = decode_quoted_printable(arena, value, line + length, &size);
    }
    if (!property->rewritten && strlen(property->line) == length) {
        property->value = property->line + offset;
    } else {
        property->value = charset_to_utf8(arena, charset, value, size);
    }
}

/* [group "."] name; at moves behind it. */
static bool parse_name(struct arena *arena, const char **at, const char *end,
                       struct property *property)
{
    const char *start = *at;
    const char *c = start;
    while (c < end && (is_name_char(*c) || *c == '.')) {
        if (*c == '.') {
            property->group = arena_copy(arena, start, (size_t)(c - start));
            *at = c + 1;
        }
        c++;
    }
    if (c == *at || c == end || (*c != ';' && *c != ':')) {
        return false;
    }
    property->name = upper(arena, *at, (size_t)(c - *at));
    *at = c;
    return true;
}

bool property_parse(struct arena *arena, const char *line, size_t length,
                    struct property *property)
{
    const char *end = line + length;
    const char *at = line;
    *property = (struct property){0};
    while (at < end && (*at == ' ' || *at == '\t')) {
        at++;
    }
    if (!parse_name(arena, &at, end, property)) {
        return false;
    }
    at = parse_parameters(arena, at, end, property);
    if (at == NULL) {
        return false;
    }
    decode_value(arena, line, length, (size_t)(at + 1 - line), property);
    return true;
}

const char *property_parameter(const struct property *property, const char *name)
{
    for (size_t i = 0; i < property->parameter_count; i++) {
        if (strcmp(property->parameters[i].name, name) == 0) {
            return property->parameters[i].value;
        }
    }
    return NULL;
}

static bool list_has(const char *list, const char *word)
{
    size_t length = strlen(word);
    while (*list != '\0') {
        size_t next = strcspn(list, ",");
        if (next == length && strncasecmp(list, word, length) == 0) {
            return true;
        }
        list += next + (list[next] == ',');
    }
    return false;
}

bool property_has_type(const struct property *property, const char *word)
{
    for (size_t i = 0; i < property->parameter_count; i++) {
        if (strcmp(property->parameters[i].name, "TYPE") == 0 &&
            list_has(property->parameters[i].value, word)) {
            return true;
        }
    }
    return false;
}

int property_preference(const struct property *property)
{
    const char *value = property_parameter(property, "PREF");
    long number = value != NULL ? strtol(value, NULL, 10) : 0;
    if (number >= 1 && number <= 100) {
        return (int)number;
    }
    return value != NULL || property_has_type(property, "PREF") ? 1 : PREFERENCE_NONE;
}

bool property_is_base64(const struct property *property)
{
    const char *encoding = property_parameter(property, "ENCODING");
    return encoding != NULL &&
           (strcasecmp(encoding, "B") == 0 || strcasecmp(encoding, "BASE64") == 0);
}
