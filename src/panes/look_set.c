/* :set and :reload. */
#include <stdlib.h>
#include <string.h>

#include "look.h"
#include "sheets.h"
#include "touchbase/base/buffer.h"

static void show_paper(struct workspace *workspace, const char *title,
                       const struct buffer *text)
{
    struct paper paper = {.title = title,
                          .text = buffer_string(text),
                          .length = text->length,
                          .labelled = true};

    workspace_open(workspace, SHEET_PAPER, &paper);
}

/* "/home/ana/.config/touchbase/touchbase.conf:3: ..." without the folder: the line has
 * better use for the place. */
static const char *without_folder(const char *mistake)
{
    const char *words = strstr(mistake, ": ");
    const char *short_form = mistake;

    for (const char *at = mistake; words != NULL && at < words; at++) {
        if (*at == '/')
            short_form = at + 1;
    }
    return short_form;
}

static void say_mistakes(struct workspace *workspace, const struct ini_mistakes *mistakes)
{
    if (mistakes->count == 1)
        notice_set(&workspace->notice, NOTICE_ERROR, "%s",
                   without_folder(mistakes->texts[0]));
    else if (mistakes->count > 1)
        notice_set(&workspace->notice, NOTICE_ERROR, "%s (and %zu more, :reload)",
                   without_folder(mistakes->texts[0]), mistakes->count - 1);
}

/* The line a mistake names, 0 for none. */
static long line_of(const char *mistake)
{
    const char *words = strstr(mistake, ": ");
    const char *number = words;

    while (number != NULL && number > mistake && number[-1] >= '0' && number[-1] <= '9')
        number--;
    return number == NULL ? 0 : strtol(number, NULL, 10);
}

static int by_line(const void *a, const void *b)
{
    long one = line_of(*(const char *const *)a), other = line_of(*(const char *const *)b);

    return (one > other) - (one < other);
}

/* Those of the file itself and those only the screen can see, by line. */
static void apply_all(struct workspace *workspace, struct ini_mistakes *mistakes)
{
    const struct ini_mistakes *file = desk_setting_mistakes(workspace->desk);

    for (size_t i = 0; i < file->count; i++)
        ini_mistake(mistakes, file->texts[i]);
    look_apply(workspace, mistakes);
    if (mistakes->count > 1)
        qsort(mistakes->texts, mistakes->count, sizeof *mistakes->texts, by_line);
}

void look_first(struct workspace *workspace)
{
    struct ini_mistakes mistakes = {.arena = arena_create()};

    apply_all(workspace, &mistakes);
    say_mistakes(workspace, &mistakes);
    arena_destroy(mistakes.arena);
}

void look_reload(struct workspace *workspace)
{
    struct ini_mistakes mistakes;
    struct buffer text = {0};
    struct error err;

    if (!desk_reload_settings(workspace->desk, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    mistakes = (struct ini_mistakes){.arena = arena_create()};
    apply_all(workspace, &mistakes);
    workspace_settle(workspace);
    if (mistakes.count == 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "the settings were read again");
    else
        say_mistakes(workspace, &mistakes);
    for (size_t i = 0; i < mistakes.count; i++)
        buffer_add_format(&text, "%s\n\n", without_folder(mistakes.texts[i]));
    buffer_add_string(&text, "What these lines would have set stays as it was; the rest "
                             "of the file counts.\n");
    if (mistakes.count > 1) {
        notice_clear(&workspace->notice);
        show_paper(workspace, "Mistakes in the settings", &text);
    }
    buffer_free(&text);
    arena_destroy(mistakes.arena);
}

static void add_difference(struct buffer *out, const char *name, const char *value,
                           const char *usual)
{
    if (strcmp(value, usual) != 0)
        buffer_add_format(out, "%s = %s    (usually %s)\n", name, value,
                          *usual == '\0' ? "empty" : usual);
}

static void list_lines(const struct workspace *workspace, struct buffer *out)
{
    size_t count;
    const struct setting_line *lines = look_lines(workspace, &count);

    for (size_t i = 0; i < SETTING_SECTIONS; i++) {
        bool any = false;

        for (size_t j = 0; j < count; j++) {
            const struct setting_line *line = &lines[j];

            if (strcmp(line->section, setting_sections[i]) != 0)
                continue;
            if (!any)
                buffer_add_format(out, "\n[%s]\n", setting_sections[i]);
            any = true;
            buffer_add_format(out, "%s = %s\n", line->key, line->value);
        }
    }
}

/* Everything that is not as it comes. */
static void list_differences(struct workspace *workspace)
{
    const struct settings *settings = desk_settings(workspace->desk);
    struct arena *arena = arena_create();
    const char *names[SETTINGS_MAX];
    size_t count = settings_names(names);
    struct buffer out = {0};
    struct settings usual;
    struct error err;

    if (!settings_read(arena, NULL, &usual, &err)) {
        workspace_error(workspace, &err);
    } else {
        usual.plays.rules = settings->usual_rules;
        for (size_t i = 0; i < count; i++)
            add_difference(&out, names[i], settings_text(arena, settings, names[i]),
                           settings_text(arena, &usual, names[i]));
        list_lines(workspace, &out);
        if (out.length == 0)
            notice_set(&workspace->notice, NOTICE_PLAIN,
                       "every setting is as it comes; Tab behind :set shows them");
        else
            show_paper(workspace, "Settings that differ from the defaults", &out);
    }
    buffer_free(&out);
    arena_destroy(arena);
}

static void say_value(struct workspace *workspace, const char *name)
{
    struct arena *arena = arena_create();
    const char *value = settings_text(arena, desk_settings(workspace->desk), name);

    if (value != NULL)
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s = %s", name, value);
    else
        notice_set(&workspace->notice, NOTICE_WARNING,
                   strchr(name, '.') != NULL ? "%s is as it comes"
                                             : "there is no setting \"%s\"",
                   name);
    arena_destroy(arena);
}

/* The mistake among those from after on that was not there before. */
static const char *new_mistake(const struct ini_mistakes *mistakes, size_t after)
{
    for (size_t i = after; i < mistakes->count; i++) {
        bool known = false;

        for (size_t j = 0; j < after; j++)
            known = known || strcmp(mistakes->texts[i], mistakes->texts[j]) == 0;
        if (!known)
            return mistakes->texts[i];
    }
    return NULL;
}

/* A value the screen cannot take is taken back. */
static void set_value(struct workspace *workspace, const char *name, const char *value)
{
    struct ini_mistakes mistakes = {.arena = arena_create()};
    struct settings before = *desk_settings(workspace->desk);
    const char *mistake;
    struct error err;
    size_t known;

    look_apply(workspace, &mistakes);
    known = mistakes.count;
    if (!desk_set(workspace->desk, name, value, &err)) {
        workspace_error(workspace, &err);
    } else {
        look_apply(workspace, &mistakes);
        mistake = new_mistake(&mistakes, known);
        if (mistake != NULL) {
            notice_set(&workspace->notice, NOTICE_ERROR, "%s", mistake);
            desk_keep_settings(workspace->desk, &before);
            look_apply(workspace, &mistakes);
        } else {
            workspace_settle(workspace);
            say_value(workspace, name);
        }
    }
    arena_destroy(mistakes.arena);
}

void look_set(struct workspace *workspace, const char *words)
{
    struct arena *arena = arena_create();
    size_t length = strcspn(words, " =?");
    const char *name = arena_copy(arena, words, length);
    const char *value = words + length;

    value += strspn(value, " ");
    if (length == 0)
        list_differences(workspace);
    else if (*value == '?' || *value == '\0')
        say_value(workspace, name);
    else {
        if (*value == '=')
            value += 1 + strspn(value + 1, " ");
        set_value(workspace, name, strcmp(value, "\"\"") == 0 ? "" : value);
    }
    arena_destroy(arena);
}
