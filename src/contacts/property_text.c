/* The values of properties: escapes, parts, and writing them again. */
#include <string.h>
#include <strings.h>

#include "property.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The character that a backslash and c stand for; '\0' when they stand for themselves. */
static char escaped(char c, bool old)
{
    if ((c == 'n' || c == 'N') && !old) {
        return '\n';
    }
    return c != '\0' && strchr("\\,;:", c) != NULL ? c : '\0';
}

static char *unescape(struct arena *arena, const char *at, const char *end, bool old)
{
    char *out = arena_alloc(arena, (size_t)(end - at) + 1);
    char *to = out;
    for (; at < end; at++) {
        char c = *at == '\\' && at + 1 < end ? escaped(at[1], old) : '\0';
        if (c != '\0') {
            *to++ = c;
            at++;
        } else if (*at != '\r') {
            *to++ = *at;
        }
    }
    while (to > out && is_blank(to[-1])) {
        *--to = '\0';
    }
    while (is_blank(*out)) {
        out++;
    }
    return *out != '\0' ? out : NULL;
}

char *property_text(struct arena *arena, const struct property *property, bool old)
{
    return unescape(arena, property->value, property->value + strlen(property->value),
                    old);
}

/* The end of the part that begins at at: its ';', or the NUL. */
static const char *part_end(const char *at)
{
    while (*at != '\0' && *at != ';') {
        at += *at == '\\' && at[1] != '\0' ? 2 : 1;
    }
    return at;
}

char *property_part(struct arena *arena, const struct property *property, size_t index,
                    bool old)
{
    const char *at = property->value;
    const char *end = part_end(at);
    for (; index > 0 && *end != '\0'; index--) {
        at = end + 1;
        end = part_end(at);
    }
    return index == 0 ? unescape(arena, at, end, old) : NULL;
}

size_t property_part_count(const struct property *property)
{
    size_t count = 0;
    const char *at = property->value;
    for (;;) {
        const char *end = part_end(at);
        count += (size_t)(end - at) > strspn(at, " \t");
        if (*end == '\0') {
            return count;
        }
        at = end + 1;
    }
}

/* Quoted where the value needs it (RFC 6350 3.3), with the carets of RFC 6868. */
static void write_parameter(struct buffer *out, const struct parameter *parameter)
{
    bool quote = strpbrk(parameter->value, ";:\n") != NULL;
    buffer_add_format(out, ";%s=%s", parameter->name, quote ? "\"" : "");
    for (const char *c = parameter->value; *c != '\0'; c++) {
        switch (*c) {
        case '^':
            buffer_add_string(out, "^^");
            break;
        case '"':
            buffer_add_string(out, "^'");
            break;
        case '\n':
            buffer_add_string(out, "^n");
            break;
        default:
            buffer_add_char(out, *c);
        }
    }
    buffer_add_string(out, quote ? "\"" : "");
}

/* Newlines that came through quoted-printable are raw; 2.1 does not escape its commas and
 * backslashes, which mean nothing else there. */
static void write_value(struct buffer *out, const char *value, bool old)
{
    for (const char *c = value; *c != '\0'; c++) {
        if (*c == '\n') {
            buffer_add_string(out, "\\n");
        } else if (old && (*c == ',' || (*c == '\\' && escaped(c[1], old) == '\0'))) {
            buffer_add_char(out, '\\');
            buffer_add_char(out, *c);
        } else if (*c == '\\' && c[1] != '\0') {
            buffer_add(out, c++, 2);
        } else {
            buffer_add_char(out, *c);
        }
    }
}

static bool is_transport(const struct property *property,
                         const struct parameter *parameter)
{
    return strcmp(parameter->name, "CHARSET") == 0 ||
           (strcmp(parameter->name, "ENCODING") == 0 && !property_is_base64(property));
}

void property_write(struct buffer *out, const struct property *property, bool old)
{
    if (property->group != NULL) {
        buffer_add_format(out, "%s.", property->group);
    }
    buffer_add_string(out, property->name);
    for (size_t i = 0; i < property->parameter_count; i++) {
        if (!is_transport(property, &property->parameters[i])) {
            write_parameter(out, &property->parameters[i]);
        }
    }
    buffer_add_char(out, ':');
    write_value(out, property->value, old && !property_is_base64(property));
}

void property_escape(struct buffer *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n') {
            buffer_add_string(out, "\\n");
        } else if (*c != '\r') {
            if (strchr("\\,;", *c) != NULL) {
                buffer_add_char(out, '\\');
            }
            buffer_add_char(out, *c);
        }
    }
}
