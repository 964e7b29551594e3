/* The table of settings: what each may be, setting one and saying what it is. */
#include <stdlib.h>
#include <string.h>

#include "holidays.h"
#include "touchbase/base/argv.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/near.h"
#include "touchbase/desk/settings.h"

static const char *const orders[] = {
    [DATE_ORDER_NONE] = "", [DATE_ORDER_DMY] = "dmy", [DATE_ORDER_MDY] = "mdy", NULL};
static const char *const themes[] = {"auto",          "dark",       "light",
                                     "high-contrast", "monochrome", NULL};

static const char *const on_off[] = {"on", "off", NULL};
static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const tasks_events[] = {"tasks", "events", NULL};

#define MEMBER(member) .offset = offsetof(struct settings, member)

static const struct setting_row rows[] = {
    {"date_order", "how a date such as 3/4 is read: dmy, mdy, or empty to refuse it",
     SETTING_CHOICE, .words = orders, MEMBER(date_order)},
    {"alarm_minutes", "minutes before a timed touch at which the calendar rings",
     SETTING_NUMBER, .maximum = 10080, MEMBER(alarm_minutes)},
    {"calendar", "the .ics file or folder/ kept up to date with the touches; empty: none",
     SETTING_CALENDAR, MEMBER(calendar)},
    {"calendar_items", "what the touches are there: events or tasks", SETTING_SWITCH,
     .words = tasks_events, MEMBER(calendar_tasks)},
    {"sync", "the folder/ or CalDAV address/ kept in step both ways; empty: none",
     SETTING_SYNC, MEMBER(sync)},
    {"sync_user", "your name at that address; empty: none", SETTING_WORD,
     MEMBER(sync_user)},
    {"sync_password", "the command that prints the password there; empty: none",
     SETTING_COMMAND, MEMBER(sync_password)},
    {"sync_minutes", "minutes until the open desk looks there again; 0: only at changes",
     SETTING_NUMBER, .maximum = 1440, MEMBER(sync_minutes)},
    {"editor", "the command that opens a note; empty: $VISUAL, $EDITOR, vi",
     SETTING_COMMAND, MEMBER(editor)},
    {"mailer", "the command that is given a mailto: link; empty: it is copied",
     SETTING_COMMAND, MEMBER(mailer)},
    {"dialer", "the command that is given a number to dial; empty: it is copied",
     SETTING_COMMAND, MEMBER(dialer)},
    {"opener", "the command that is given a web link; empty: it is copied",
     SETTING_COMMAND, MEMBER(opener)},
    {"clipboard", "the command that reads what is copied; empty: the terminal copies",
     SETTING_COMMAND, MEMBER(clipboard)},
    {"theme", "the colours: auto, dark, light, high-contrast, monochrome", SETTING_CHOICE,
     .words = themes, .text = true, MEMBER(theme)},
    {"mouse", "on: a click selects, the wheel scrolls, dividers can be dragged",
     SETTING_SWITCH, .words = on_off, MEMBER(mouse)},
    {"ring_bell", "does a reminder ring the terminal's bell: yes or no", SETTING_SWITCH,
     .words = yes_no, MEMBER(ring_bell)},
    {"ring_command", "a command that is given what rings; empty: none", SETTING_COMMAND,
     MEMBER(ring_command)},
    {"ring_names", "may that command be told who it is: yes or no", SETTING_SWITCH,
     .words = yes_no, MEMBER(ring_names)},
    {"holidays", "days off besides Saturday and Sunday", SETTING_DAYS,
     MEMBER(holidays_text)},
    {"holidays_file", "an .ics file with days off, such as the public holidays",
     SETTING_FILE, MEMBER(holidays_file)},
    {"office_hours", "when people are at their desks, by their own clock", SETTING_OFFICE,
     MEMBER(office)},
    {"rounds", "when voicemail and mail are looked through; empty: never", SETTING_ROUNDS,
     MEMBER(rounds)},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

const char *const setting_sections[SETTING_SECTIONS] = {"keys", "colours", "columns"};

const struct setting_row *settings_rows(size_t *count)
{
    *count = ROW_COUNT;
    return rows;
}

size_t settings_names(const char *names[SETTINGS_MAX])
{
    size_t rule_count, count = 0;
    const struct rule_row *rules = rules_rows(&rule_count);

    for (int i = 0; i < ROW_COUNT; i++)
        names[count++] = rows[i].name;
    for (size_t i = 0; i < rule_count && count < SETTINGS_MAX; i++)
        names[count++] = rules[i].name;
    return count;
}

static const struct setting_row *row_of(const char *name)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    }
    return NULL;
}

static void *member(struct settings *settings, const struct setting_row *row)
{
    return (char *)settings + row->offset;
}

static bool no_number(const char *name, int minimum, int maximum, const char *value,
                      struct error *err)
{
    return error_set(err, ERROR_USAGE, "%s is a whole number from %d to %d, not \"%s\"",
                     name, minimum, maximum, value);
}

static bool set_number(struct settings *settings, const struct setting_row *row,
                       const char *value, struct error *err)
{
    char *end;
    long number = strtol(value, &end, 10);

    if (*value == '\0' || strspn(value, "0123456789") != strlen(value) ||
        number < row->minimum || number > row->maximum)
        return no_number(row->name, row->minimum, row->maximum, value, err);
    *(int *)member(settings, row) = (int)number;
    return true;
}

/* "dmy, mdy or empty" */
static const char *all_words(struct arena *arena, const char *const *words)
{
    const char *said = "";
    bool empty = false;

    for (int i = 0; words[i] != NULL; i++) {
        bool last = words[i + 1] == NULL;

        if (*words[i] == '\0')
            empty = true;
        else
            said = arena_format(arena, "%s%s%s", said,
                                *said == '\0'    ? ""
                                : last && !empty ? " or "
                                                 : ", ",
                                words[i]);
    }
    return empty ? arena_format(arena, "%s or empty", said) : said;
}

static bool set_choice(struct arena *arena, struct settings *settings,
                       const struct setting_row *row, const char *value,
                       struct error *err)
{
    for (int i = 0; row->words[i] != NULL; i++) {
        if (strcmp(row->words[i], value) != 0)
            continue;
        if (row->kind == SETTING_SWITCH)
            *(bool *)member(settings, row) = i == 0;
        else if (row->text)
            *(const char **)member(settings, row) = row->words[i];
        else
            *(int *)member(settings, row) = i;
        return true;
    }
    return error_set(err, ERROR_USAGE, "%s is %s, not \"%s\"", row->name,
                     all_words(arena, row->words), value);
}

static bool set_command(struct arena *arena, struct settings *settings,
                        const struct setting_row *row, const char *value,
                        struct error *err)
{
    size_t count;

    if (*value != '\0' && argv_split(arena, value, 0, &count, err) == NULL)
        return error_prefix(err, "%s", row->name);
    *(const char **)member(settings, row) =
        *value == '\0' ? NULL : arena_string(arena, value);
    return true;
}

/* Which folder another path is in would hang on where the desk was opened. */
static bool is_whole_path(const char *value)
{
    return value[0] == '/' || strncmp(value, "~/", 2) == 0;
}

static bool set_file(struct arena *arena, struct settings *settings,
                     const struct setting_row *row, const char *value, struct error *err)
{
    if (*value != '\0' && !is_whole_path(value))
        return error_set(err, ERROR_USAGE,
                         "%s is a whole path, it begins with / or ~/, not \"%s\"",
                         row->name, value);
    *(const char **)member(settings, row) =
        *value == '\0' ? NULL : arena_string(arena, value);
    return true;
}

static bool set_calendar(struct arena *arena, struct settings *settings,
                         const char *value, struct error *err)
{
    size_t length = strlen(value);
    bool fits = length > 0 && (value[length - 1] == '/' ||
                               (length > 4 && strcmp(value + length - 4, ".ics") == 0));

    if (length > 0 && !(is_whole_path(value) && fits))
        return error_set(err, ERROR_USAGE,
                         "calendar is a whole path of a file ending in .ics or of a "
                         "folder ending in /, not \"%s\"",
                         value);
    settings->calendar = length == 0 ? NULL : arena_string(arena, value);
    return true;
}

static bool set_sync(struct arena *arena, struct settings *settings, const char *value,
                     struct error *err)
{
    size_t length = strlen(value);

    bool url = strncmp(value, "https://", 8) == 0 || strncmp(value, "http://", 7) == 0;

    if (length > 0 && !((url || is_whole_path(value)) && value[length - 1] == '/'))
        return error_set(err, ERROR_USAGE,
                         "sync is a whole path of a folder, or the https:// address of a "
                         "calendar, ending in /, not \"%s\"",
                         value);
    settings->sync = length == 0 ? NULL : arena_string(arena, value);
    return true;
}

static bool set_days(struct arena *arena, struct settings *settings, const char *value,
                     struct error *err)
{
    const char *wrong;

    if (!holidays_read(arena, value, &settings->holidays, &wrong))
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is no day off; write 2026-12-24, 12-25 or easter+1",
                         wrong);
    settings->holidays_text = arena_string(arena, value);
    return true;
}

static bool set_office(struct settings *settings, const char *value, struct error *err)
{
    return office_read(value, &settings->office) ||
           error_set(err, ERROR_USAGE,
                     "office_hours is a time of the day and a later one, 08:30-17:30, "
                     "not \"%s\"",
                     value);
}

static bool set_rounds(struct settings *settings, const char *value, struct error *err)
{
    return rounds_read(value, &settings->rounds) ||
           error_set(err, ERROR_USAGE,
                     "rounds are at most %d times of the day, 09:00 11:30, not \"%s\"",
                     ROUNDS_MAX, value);
}

static bool unknown(const char *name, struct error *err)
{
    const char *names[SETTINGS_MAX];
    const char *meant = near_word(name, names, settings_names(names));

    if (meant == NULL)
        return error_set(err, ERROR_USAGE, "there is no setting \"%s\"", name);
    return error_set(err, ERROR_USAGE, "there is no setting \"%s\"; did you mean \"%s\"?",
                     name, meant);
}

static bool set_rule(struct settings *settings, const char *name, const char *value,
                     struct error *err)
{
    const struct rule_row *rule = rules_row(name);

    if (rule == NULL)
        return unknown(name, err);
    if (rules_set(&settings->plays.rules, name, value) == RULES_SET)
        return true;
    return no_number(name, rule->minimum, rule->maximum, value, err);
}

/* The section a name such as "colours.late" begins with, and what stands behind it. */
static const char *section_of(const char *name, const char **key)
{
    for (size_t i = 0; i < SETTING_SECTIONS; i++) {
        size_t length = strlen(setting_sections[i]);

        if (strncmp(name, setting_sections[i], length) == 0 && name[length] == '.') {
            *key = name + length + 1;
            return setting_sections[i];
        }
    }
    return NULL;
}

static bool add_line(struct arena *arena, struct settings *settings,
                     struct setting_line line)
{
    settings->lines =
        arena_grow(arena, settings->lines, settings->line_count, settings->line_count + 1,
                   sizeof *settings->lines, &settings->line_capacity);
    settings->lines[settings->line_count++] = line;
    return true;
}

bool settings_set(struct arena *arena, struct settings *settings, const char *name,
                  const char *value, struct error *err)
{
    const struct setting_row *row = row_of(name);
    const char *key, *section = section_of(name, &key);

    if (section != NULL)
        return add_line(arena, settings,
                        (struct setting_line){section, arena_string(arena, key),
                                              arena_string(arena, value), NULL});
    if (row == NULL)
        return set_rule(settings, name, value, err);
    switch (row->kind) {
    case SETTING_CHOICE:
    case SETTING_SWITCH:
        return set_choice(arena, settings, row, value, err);
    case SETTING_NUMBER:
        return set_number(settings, row, value, err);
    case SETTING_COMMAND:
        return set_command(arena, settings, row, value, err);
    case SETTING_CALENDAR:
        return set_calendar(arena, settings, value, err);
    case SETTING_WORD:
        *(const char **)member(settings, row) =
            *value == '\0' ? NULL : arena_string(arena, value);
        return true;
    case SETTING_SYNC:
        return set_sync(arena, settings, value, err);
    case SETTING_FILE:
        return set_file(arena, settings, row, value, err);
    case SETTING_OFFICE:
        return set_office(settings, value, err);
    case SETTING_ROUNDS:
        return set_rounds(settings, value, err);
    default:
        return set_days(arena, settings, value, err);
    }
}

static const char *line_text(const struct settings *settings, const char *section,
                             const char *key)
{
    for (size_t i = settings->line_count; i-- > 0;) {
        const struct setting_line *line = &settings->lines[i];

        if (strcmp(line->section, section) == 0 && strcmp(line->key, key) == 0)
            return line->value;
    }
    return NULL;
}

static const char *row_text(struct arena *arena, const void *value,
                            const struct setting_row *row)
{
    const char *text;

    switch (row->kind) {
    case SETTING_NUMBER:
        return arena_format(arena, "%d", *(const int *)value);
    case SETTING_SWITCH:
        return row->words[*(const bool *)value ? 0 : 1];
    case SETTING_OFFICE:
        return office_format(*(const struct office *)value,
                             arena_alloc(arena, OFFICE_TEXT_SIZE));
    case SETTING_ROUNDS:
        return rounds_format(arena, value);
    case SETTING_CHOICE:
        if (!row->text)
            return row->words[*(const int *)value];
        break;
    default:
        break;
    }
    text = *(const char *const *)value;
    return text == NULL ? "" : text;
}

const char *settings_text(struct arena *arena, const struct settings *settings,
                          const char *name)
{
    const struct setting_row *row = row_of(name);
    const struct rule_row *rule = rules_row(name);
    const char *key, *section = section_of(name, &key);

    if (section != NULL)
        return line_text(settings, section, key);
    if (row != NULL)
        return row_text(arena, (const char *)settings + row->offset, row);
    if (rule == NULL)
        return NULL;
    return arena_format(
        arena, "%d",
        *(const int *)(const void *)((const char *)&settings->plays.rules +
                                     rule->offset));
}
