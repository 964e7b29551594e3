/* One unfolded line of a vCard: [group.]NAME;parameters:value (RFC 6350 3.3; RFC 2426 4;
 * vCard 2.1). */
#ifndef CONTACTS_PROPERTY_H
#define CONTACTS_PROPERTY_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"

struct parameter {
    const char *name;  /* upper case; TYPE or ENCODING for the bare words of 2.1 */
    const char *value; /* without quotes; RFC 6868 carets decoded; UTF-8, as the name */
};

struct property {
    const char *group; /* or NULL */
    const char *name;  /* upper case */
    const struct parameter *parameters;
    size_t parameter_count;
    const char *value; /* UTF-8, decoded from quoted-printable, its escapes still there */
    const char *line;  /* the whole line as it came, in UTF-8 */
    bool rewritten; /* line cannot be written again as it is: it was encoded or of another
                       character set */
};

/* Reads a line; false when it is no property. */
bool property_parse(struct arena *arena, const char *line, size_t length,
                    struct property *property);

/* The first value of a parameter (name in upper case), or NULL. */
const char *property_parameter(const struct property *property, const char *name);
/* Is word, in any case, among the comma-separated values of TYPE? */
bool property_has_type(const struct property *property, const char *word);
/* 1 (first) to 100; 1 for the PREF type of 2.1 and 3.0, 101 without (RFC 6350 5.3). */
int property_preference(const struct property *property);
/* Is the value in base64? */
bool property_is_base64(const struct property *property);

/* The value with its escapes resolved (RFC 6350 3.4), blanks and CRs around it gone; NULL
 * when nothing is left. In vCard 2.1 (old) a backslash before n is just a backslash. */
char *property_text(struct arena *arena, const struct property *property, bool old);
/* The index-th part (from 0) of a structured value, treated in the same way; NULL when
 * empty or not there. */
char *property_part(struct arena *arena, const struct property *property, size_t index,
                    bool old);
/* How many parts are not empty. */
size_t property_part_count(const struct property *property);

/* Appends a line (without its end) that says the same in the syntax of 3.0 and 4.0. */
void property_write(struct buffer *out, const struct property *property, bool old);
/* Appends text with the escapes of a TEXT value: backslash, comma, semicolon, newline. */
void property_escape(struct buffer *out, const char *text);

#endif
