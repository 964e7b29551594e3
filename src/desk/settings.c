/* The files of settings and plays: the program's own, then a person's. */
#include "touchbase/desk/settings.h"

#include <string.h>
#include <unistd.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/embedded.h"
#include "touchbase/base/file.h"
#include "touchbase/base/near.h"

enum { FILE_LIMIT = 4 << 20 };

/* How a file is read. */
struct filing {
    struct arena *arena;
    const char *folder;            /* of the own files, NULL: none */
    const struct settings *before; /* what stays where a line is wrong, or NULL */
    struct ini_mistakes *mistakes; /* NULL: the first one ends it */
    struct settings *out;
    struct error *err;
};

static const char *section_named(const char *name)
{
    if (strcmp(name, "colors") == 0)
        return "colours";
    for (size_t i = 0; i < SETTING_SECTIONS; i++) {
        if (strcmp(setting_sections[i], name) == 0)
            return setting_sections[i];
    }
    return NULL;
}

static bool wrong_section(const struct filing *filing, const struct ini *ini,
                          const struct ini_entry *entry)
{
    const char *meant = near_word(entry->section, setting_sections, SETTING_SECTIONS);

    if (meant != NULL)
        return ini_error(filing->err, ini, entry,
                         "there is no section [%s]; did you mean [%s]?", entry->section,
                         meant);
    return ini_error(filing->err, ini, entry,
                     "settings stand in no section; take \"[%s]\" out", entry->section);
}

/* What a wrong line would have set is as it was before. */
static void keep(const struct filing *filing, const char *name)
{
    const char *value;
    struct error none;

    if (filing->before == NULL)
        return;
    value = settings_text(filing->arena, filing->before, name);
    if (value != NULL)
        settings_set(filing->arena, filing->out, name, value, &none);
}

static bool take_line(const struct filing *filing, const struct ini *ini,
                      const struct ini_entry *entry)
{
    const char *section = section_named(entry->section);
    struct settings *out = filing->out;
    struct arena *arena = filing->arena;

    if (section != NULL) {
        if (!settings_set(arena, out, arena_format(arena, "%s.%s", section, entry->key),
                          entry->value, filing->err))
            return false;
        out->lines[out->line_count - 1].where =
            arena_format(arena, "%s:%d", ini->name, entry->line);
        return true;
    }
    if (*entry->section != '\0')
        return wrong_section(filing, ini, entry);
    if (settings_set(arena, out, entry->key, entry->value, filing->err))
        return true;
    keep(filing, entry->key);
    return ini_error(filing->err, ini, entry, "%s",
                     arena_string(arena, filing->err->text));
}

static bool take_file(const struct filing *filing, const struct ini *ini)
{
    for (size_t i = 0; i < ini->count; i++) {
        if (take_line(filing, ini, &ini->entries[i]))
            continue;
        if (filing->mistakes == NULL)
            return false;
        ini_mistake(filing->mistakes, filing->err->text);
    }
    return true;
}

static bool read_embedded(struct arena *arena, const char *name, struct ini *ini,
                          struct error *err)
{
    const struct embedded_file *file = embedded_find(name);

    if (file == NULL)
        return error_set(err, ERROR_FAILED, "%s is missing from the program", name);
    return ini_parse(arena, name, file->text, file->size, ini, err);
}

/* *found false when there is no such file. mistakes NULL: the first one ends it. */
static bool read_own(const struct filing *filing, const char *name,
                     struct ini_mistakes *mistakes, struct ini *ini, bool *found)
{
    struct buffer text = {0};
    const char *path;
    bool read;

    *found = false;
    if (filing->folder == NULL)
        return true;
    path = file_join(filing->arena, filing->folder, name);
    if (access(path, F_OK) != 0)
        return true;
    *found = true;
    read = file_read(path, FILE_LIMIT, &text, filing->err);
    if (read && mistakes != NULL)
        ini_parse_good(filing->arena, path, buffer_string(&text), text.length, ini,
                       mistakes);
    else if (read)
        read = ini_parse(filing->arena, path, buffer_string(&text), text.length, ini,
                         filing->err);
    buffer_free(&text);
    return read;
}

/* mistake NULL: one in the own plays is an error. */
static bool read_plays(const struct filing *filing, const char **mistake)
{
    struct plays *out = &filing->out->plays;
    struct ini base, own;
    bool found;

    if (!read_embedded(filing->arena, "plays.ini", &base, filing->err))
        return false;
    if (read_own(filing, "plays.ini", NULL, &own, &found) &&
        plays_read(filing->arena, &base, found ? &own : NULL, out, filing->err))
        return true;
    if (mistake == NULL)
        return false;
    *mistake = arena_string(filing->arena, filing->err->text);
    return plays_read(filing->arena, &base, NULL, out, filing->err);
}

static void keep_plays(const struct filing *filing)
{
    filing->out->plays = filing->before->plays;
    filing->out->plays.rules = filing->before->usual_rules;
}

static bool read_conf(const struct filing *filing)
{
    struct filing usual = {
        .arena = filing->arena, .out = filing->out, .err = filing->err};
    struct ini base, own;
    bool found;

    filing->out->usual_rules = filing->out->plays.rules;
    if (!read_embedded(filing->arena, "touchbase.conf", &base, filing->err) ||
        !take_file(&usual, &base) ||
        !read_own(filing, "touchbase.conf", filing->mistakes, &own, &found))
        return false;
    return !found || take_file(filing, &own);
}

bool settings_read(struct arena *arena, const char *folder, struct settings *out,
                   struct error *err)
{
    struct filing filing = {.arena = arena, .folder = folder, .out = out, .err = err};

    *out = (struct settings){0};
    return read_plays(&filing, NULL) && read_conf(&filing);
}

bool settings_read_looking(struct arena *arena, const char *folder, struct settings *out,
                           const char **mistake, struct error *err)
{
    struct filing filing = {.arena = arena, .folder = folder, .out = out, .err = err};

    *out = (struct settings){0};
    *mistake = NULL;
    return read_plays(&filing, mistake) && read_conf(&filing);
}

bool settings_read_good(struct arena *arena, const char *folder,
                        const struct settings *before, struct settings *out,
                        struct ini_mistakes *mistakes, struct error *err)
{
    struct filing filing = {.arena = arena,
                            .folder = folder,
                            .before = before,
                            .mistakes = mistakes,
                            .out = out,
                            .err = err};
    const char *mistake = NULL;

    *out = (struct settings){0};
    if (!read_plays(&filing, before == NULL ? NULL : &mistake))
        return false;
    if (mistake != NULL) {
        ini_mistake(mistakes, mistake);
        keep_plays(&filing);
    }
    return read_conf(&filing);
}
