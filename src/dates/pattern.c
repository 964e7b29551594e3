#include "touchbase/dates/pattern.h"

#include <string.h>

#include "touchbase/base/buffer.h"

/* Deep enough for any list within a list; a list within itself never ends. */
enum { DEPTH_MAX = 16 };

struct expansion {
    struct arena *arena; /* for what is half written out, blank again behind an entry */
    const struct ini *ini;
    const struct ini_entry *entry;
    struct error *err;
    struct buffer *out;
    const char *pattern; /* the one at hand */
    size_t phrases;      /* that it gave */
};

/* The first group of a pattern: what stands between its signs. */
struct group {
    const char *start, *end; /* of the signs; end is behind the closing one */
    const char *inside;
    size_t length;
};

static const char *closing(const char *open)
{
    int depth = 0;
    if (*open == '{')
        return strchr(open, '}');
    for (const char *c = open; *c; c++) {
        depth += *c == '(';
        depth -= *c == ')';
        if (depth == 0)
            return c;
    }
    return NULL;
}

static bool find_group(const char *pattern, struct group *group)
{
    for (const char *c = pattern; *c; c++) {
        const char *close = *c == '(' || *c == '{' ? closing(c) : NULL;
        if (!close)
            continue;
        *group = (struct group){c, close + 1, c + 1, (size_t)(close - c - 1)};
        return true;
    }
    return false;
}

/* How long the next alternative is: up to a sign that parts them, not one of a group
 * within. */
static size_t alternative_length(const char *text, size_t length, char sign)
{
    int depth = 0;
    size_t at = 0;
    for (; at < length && (depth > 0 || text[at] != sign); at++) {
        depth += text[at] == '(';
        depth -= text[at] == ')';
    }
    return at;
}

static bool expand(struct expansion *expansion, const char *pattern, int depth);

/* The pattern with one of its alternatives in the place of a group. There are thousands
 * of them: printf would be most of the time of reading a lexicon. */
static const char *replace_group(struct arena *arena, const char *pattern,
                                 const struct group *group, const char *part,
                                 size_t length)
{
    size_t before = (size_t)(group->start - pattern), behind = strlen(group->end);
    char *phrase = arena_alloc(arena, before + length + behind + 1);
    memcpy(phrase, pattern, before);
    memcpy(phrase + before, part, length);
    memcpy(phrase + before + length, group->end, behind + 1);
    return phrase;
}

static bool expand_alternatives(struct expansion *expansion, const char *pattern,
                                const struct group *group, const char *list, char sign,
                                int depth)
{
    size_t length = sign == '|' ? group->length : strlen(list);
    for (size_t at = 0; at <= length;) {
        at += strspn(list + at, " ");
        size_t part = alternative_length(list + at, length - at, sign);
        const char *phrase =
            replace_group(expansion->arena, pattern, group, list + at, part);
        if (!expand(expansion, phrase, depth + 1))
            return false;
        at += part + 1;
    }
    return true;
}

static const char *named_list(const struct expansion *expansion,
                              const struct group *group)
{
    for (size_t i = 0; i < expansion->ini->count; i++) {
        const struct ini_entry *entry = &expansion->ini->entries[i];
        if (strcmp(entry->section, "patterns") == 0 &&
            strlen(entry->key) == group->length &&
            strncmp(entry->key, group->inside, group->length) == 0)
            return entry->value;
    }
    return NULL;
}

static bool expand_group(struct expansion *expansion, const char *pattern,
                         const struct group *group, int depth)
{
    const char *list = group->inside;
    if (*group->start == '(')
        return expand_alternatives(expansion, pattern, group, list, '|', depth);
    list = named_list(expansion, group);
    if (!list)
        return ini_error(expansion->err, expansion->ini, expansion->entry,
                         "there is no {%.*s} in [patterns]", (int)group->length,
                         group->inside);
    return expand_alternatives(expansion, pattern, group, list, ',', depth);
}

static bool expand(struct expansion *expansion, const char *pattern, int depth)
{
    struct group group;
    if (depth > DEPTH_MAX)
        return ini_error(expansion->err, expansion->ini, expansion->entry,
                         "\"%s\" stands within itself", pattern);
    if (find_group(pattern, &group))
        return expand_group(expansion, pattern, &group, depth);
    if (++expansion->phrases > PATTERN_PHRASES_MAX)
        return ini_error(expansion->err, expansion->ini, expansion->entry,
                         "\"%s\" stands for more than %d phrases", expansion->pattern,
                         PATTERN_PHRASES_MAX);
    buffer_add_string(expansion->out, pattern);
    buffer_add_char(expansion->out, ',');
    return true;
}

static bool expand_list(struct expansion *expansion, const char *list)
{
    size_t length = strlen(list);
    for (size_t at = 0; at < length;) {
        at += strspn(list + at, " ");
        size_t part = strcspn(list + at, ",");
        expansion->phrases = 0;
        expansion->pattern = arena_copy(expansion->arena, list + at, part);
        if (!expand(expansion, expansion->pattern, 0))
            return false;
        at += part + 1;
    }
    return true;
}

static bool expand_entry(struct arena *arena, struct expansion *expansion,
                         struct ini_entry *entry)
{
    bool pattern =
        strcmp(entry->section, "patterns") != 0 && strpbrk(entry->value, "({") != NULL;
    if (!pattern)
        return true;
    expansion->entry = entry;
    buffer_clear(expansion->out);
    if (!expand_list(expansion, entry->value))
        return false;
    arena_reset(expansion->arena);
    entry->value = arena_string(arena, buffer_string(expansion->out));
    return true;
}

bool patterns_expand(struct arena *arena, struct ini *ini, struct error *err)
{
    struct buffer out = {0};
    struct expansion expansion = {
        .arena = arena_create(), .ini = ini, .err = err, .out = &out};
    struct ini_entry *entries = arena_alloc(arena, ini->count * sizeof *entries);
    bool good = true;
    for (size_t i = 0; i < ini->count; i++)
        entries[i] = ini->entries[i];
    for (size_t i = 0; good && i < ini->count; i++)
        good = expand_entry(arena, &expansion, &entries[i]);
    ini->entries = entries;
    arena_destroy(expansion.arena);
    buffer_free(&out);
    return good;
}
