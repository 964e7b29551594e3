/* Settings files: "[section]", "key = value", "#" or ";" at the start of a line for a
 * comment. Blanks around keys and values go; a value may hold anything else, of any
 * length, and goes on in following lines that begin with a blank (joined by one blank).
 * UTF-8; a byte order mark and CRLF are taken. */
#ifndef TOUCHBASE_BASE_INI_H
#define TOUCHBASE_BASE_INI_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

struct ini_entry {
    const char *section; /* "" before the first section */
    const char *key;
    const char *value;
    int line; /* from 1, for messages */
};

struct ini {
    const char *name; /* the file, for messages */
    const struct ini_entry *entries;
    size_t count;
};

/* Reads text; false and err ("NAME:LINE: ...") at the first line that is neither of the
 * above. */
bool ini_parse(struct arena *arena, const char *name, const char *text, size_t length,
               struct ini *ini, struct error *err);
/* What was wrong on the way of who goes on behind it: "NAME:LINE: ..." each. */
struct ini_mistakes {
    struct arena *arena; /* of the texts */
    const char **texts;
    size_t count;
    size_t capacity;
};

void ini_mistake(struct ini_mistakes *mistakes, const char *text);
/* As ini_parse, but a line that is neither is left out, and added to mistakes. */
void ini_parse_good(struct arena *arena, const char *name, const char *text,
                    size_t length, struct ini *ini, struct ini_mistakes *mistakes);
/* err for an entry: "NAME:LINE: " and the words. Returns false. */
bool ini_error(struct error *err, const struct ini *ini, const struct ini_entry *entry,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

#ifdef __clang_analyzer__ /* see error.h */
#define ini_error(...) (ini_error(__VA_ARGS__), false)
#endif

#endif
