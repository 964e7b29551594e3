#include "touchbase/desk/settings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "holidays.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/embedded.h"
#include "touchbase/base/file.h"
#include "touchbase/base/ini.h"
#include "touchbase/base/near.h"

enum { FILE_LIMIT = 4 << 20, ALARM_MAX = 10080, NAMES_MAX = 64 };

static const struct setting_row rows[] = {
    {"date_order", "how a date such as 3/4 is read: dmy, mdy, or empty to refuse it"},
    {"alarm_minutes", "minutes before a timed touch at which the calendar rings"},
    {"editor", "the command that opens a note; empty: $VISUAL, $EDITOR, vi"},
    {"mailer", "the command that is given a mailto: link; empty: it is copied"},
    {"holidays", "days off besides Saturday and Sunday"},
    {"ring_bell", "does a reminder ring the terminal's bell: yes or no"},
    {"ring_command", "a command that is given what rings; empty: none"},
    {"ring_names", "may that command be told who it is: yes or no"},
};

enum {
    DATE_ORDER,
    ALARM_MINUTES,
    EDITOR,
    MAILER,
    HOLIDAYS,
    RING_BELL,
    RING_COMMAND,
    RING_NAMES,
    ROW_COUNT
};

_Static_assert(sizeof rows / sizeof *rows == ROW_COUNT, "a row a setting");

const struct setting_row *settings_rows(size_t *count)
{
    *count = ROW_COUNT;
    return rows;
}

static int row_of(const char *name)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return i;
    }
    return -1;
}

/* One line of a file, and where its mistakes are told. */
struct line {
    struct arena *arena;
    const struct ini *ini;
    const struct ini_entry *entry;
    struct error *err;
};

static bool take_order(const struct line *line, enum date_order *out)
{
    const char *value = line->entry->value;

    if (*value == '\0')
        *out = DATE_ORDER_NONE;
    else if (strcmp(value, "dmy") == 0)
        *out = DATE_ORDER_DMY;
    else if (strcmp(value, "mdy") == 0)
        *out = DATE_ORDER_MDY;
    else
        return ini_error(line->err, line->ini, line->entry,
                         "date_order is dmy, mdy or empty, not \"%s\"", value);
    return true;
}

static bool take_alarm(const struct line *line, int *out)
{
    const char *value = line->entry->value;
    char *end;
    long number = strtol(value, &end, 10);

    if (strspn(value, "0123456789") != strlen(value) || *value == '\0' ||
        number > ALARM_MAX)
        return ini_error(line->err, line->ini, line->entry,
                         "alarm_minutes is a whole number from 0 to %d, not \"%s\"",
                         ALARM_MAX, value);
    *out = (int)number;
    return true;
}

static bool take_holidays(const struct line *line, struct holidays *out)
{
    const char *wrong;

    if (!holidays_read(line->arena, line->entry->value, out, &wrong))
        return ini_error(line->err, line->ini, line->entry,
                         "\"%s\" is no day off; write 2026-12-24, 12-25 or easter+1",
                         wrong);
    return true;
}

static bool take_yes(const struct line *line, bool *out)
{
    const char *value = line->entry->value;

    if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
        return ini_error(line->err, line->ini, line->entry, "%s is yes or no, not \"%s\"",
                         line->entry->key, value);
    *out = strcmp(value, "yes") == 0;
    return true;
}

static const char *text_or_null(const char *value)
{
    return *value == '\0' ? NULL : value;
}

static size_t all_names(const char *names[NAMES_MAX])
{
    size_t rule_count, count = 0;
    const struct rule_row *rules = rules_rows(&rule_count);

    for (int i = 0; i < ROW_COUNT; i++)
        names[count++] = rows[i].name;
    for (size_t i = 0; i < rule_count && count < NAMES_MAX; i++)
        names[count++] = rules[i].name;
    return count;
}

static bool unknown_key(const struct line *line)
{
    const char *names[NAMES_MAX];
    const char *key = line->entry->key;
    const char *meant = near_word(key, names, all_names(names));

    if (meant == NULL)
        return ini_error(line->err, line->ini, line->entry, "there is no setting \"%s\"",
                         key);
    return ini_error(line->err, line->ini, line->entry,
                     "there is no setting \"%s\"; did you mean \"%s\"?", key, meant);
}

static bool take_rule(const struct line *line, struct rules *rules)
{
    const struct ini_entry *entry = line->entry;
    size_t count;

    switch (rules_set(rules, entry->key, entry->value)) {
    case RULES_SET:
        return true;
    case RULES_UNKNOWN:
        return unknown_key(line);
    case RULES_BAD_VALUE:
        break;
    }
    for (const struct rule_row *row = rules_rows(&count); count > 0; row++, count--) {
        if (strcmp(row->name, entry->key) == 0)
            return ini_error(line->err, line->ini, entry,
                             "%s is a whole number from %d to %d, not \"%s\"", row->name,
                             row->minimum, row->maximum, entry->value);
    }
    return unknown_key(line);
}

static bool take_line(const struct line *line, struct settings *out)
{
    const struct ini_entry *entry = line->entry;

    if (*entry->section != '\0')
        return ini_error(line->err, line->ini, entry,
                         "settings stand in no section; take \"[%s]\" out",
                         entry->section);
    switch (row_of(entry->key)) {
    case DATE_ORDER:
        return take_order(line, &out->date_order);
    case ALARM_MINUTES:
        return take_alarm(line, &out->alarm_minutes);
    case EDITOR:
        out->editor = text_or_null(entry->value);
        return true;
    case MAILER:
        out->mailer = text_or_null(entry->value);
        return true;
    case HOLIDAYS:
        return take_holidays(line, &out->holidays);
    case RING_BELL:
        return take_yes(line, &out->ring_bell);
    case RING_COMMAND:
        out->ring_command = text_or_null(entry->value);
        return true;
    case RING_NAMES:
        return take_yes(line, &out->ring_names);
    default:
        return take_rule(line, &out->plays.rules);
    }
}

static bool take_file(struct arena *arena, const struct ini *ini, struct settings *out,
                      struct error *err)
{
    for (size_t i = 0; i < ini->count; i++) {
        struct line line = {arena, ini, &ini->entries[i], err};

        if (!take_line(&line, out))
            return false;
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

/* *found false when there is no such file. */
static bool read_own(struct arena *arena, const char *folder, const char *name,
                     struct ini *ini, bool *found, struct error *err)
{
    struct buffer text = {0};
    const char *path;
    bool read;

    *found = false;
    if (folder == NULL)
        return true;
    path = file_join(arena, folder, name);
    if (access(path, F_OK) != 0)
        return true;
    *found = true;
    read = file_read(path, FILE_LIMIT, &text, err) &&
           ini_parse(arena, path, buffer_string(&text), text.length, ini, err);
    buffer_free(&text);
    return read;
}

/* mistake NULL: one in the own plays is an error. */
static bool read_plays(struct arena *arena, const char *folder, struct plays *out,
                       const char **mistake, struct error *err)
{
    struct ini base, own;
    bool found;

    if (!read_embedded(arena, "plays.ini", &base, err))
        return false;
    if (read_own(arena, folder, "plays.ini", &own, &found, err) &&
        plays_read(arena, &base, found ? &own : NULL, out, err))
        return true;
    if (mistake == NULL)
        return false;
    *mistake = arena_string(arena, err->text);
    return plays_read(arena, &base, NULL, out, err);
}

static bool read_all(struct arena *arena, const char *folder, struct settings *out,
                     const char **mistake, struct error *err)
{
    struct ini base, own;
    bool found;

    *out = (struct settings){0};
    if (!read_plays(arena, folder, &out->plays, mistake, err) ||
        !read_embedded(arena, "touchbase.conf", &base, err) ||
        !take_file(arena, &base, out, err) ||
        !read_own(arena, folder, "touchbase.conf", &own, &found, err))
        return false;
    return !found || take_file(arena, &own, out, err);
}

bool settings_read(struct arena *arena, const char *folder, struct settings *out,
                   struct error *err)
{
    return read_all(arena, folder, out, NULL, err);
}

bool settings_read_looking(struct arena *arena, const char *folder, struct settings *out,
                           const char **mistake, struct error *err)
{
    *mistake = NULL;
    return read_all(arena, folder, out, mistake, err);
}
