#include "look.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "list_columns.h"
#include "touchbase/base/near.h"

/* Without a key for these there would be no way on from where they are. */
static const char *const kept_keys[] = {
    "prompt.take",   "prompt.cancel",  "common.command",     "common.back", "paper.back",
    "take-in.later", "note-text.file", "heard-text.take-in", NULL};

/* The lines in effect, which later ones with a mistake fall back to. */
struct look_memory {
    struct arena *arena;
    struct setting_line *lines;
    size_t count;
    size_t capacity;
};

struct applying {
    struct workspace *workspace;
    const struct settings *settings;
    struct ini_mistakes *mistakes;
    const struct look_memory *before; /* NULL: the first time */
    struct look_memory *now;
};

static void add_mistake(const struct applying *applying, const struct setting_line *line,
                        const char *words)
{
    struct arena *arena = arena_create();

    ini_mistake(applying->mistakes,
                line->where == NULL ? words
                                    : arena_format(arena, "%s: %s", line->where, words));
    arena_destroy(arena);
}

static void remember(const struct applying *applying, const struct setting_line *line,
                     const char *value)
{
    struct look_memory *now = applying->now;

    now->lines = arena_grow(now->arena, now->lines, now->count, now->count + 1,
                            sizeof *now->lines, &now->capacity);
    now->lines[now->count++] = (struct setting_line){
        arena_string(now->arena, line->section), arena_string(now->arena, line->key),
        arena_string(now->arena, value), NULL};
}

/* What stood there the last time, or NULL. */
static const char *value_before(const struct applying *applying,
                                const struct setting_line *line)
{
    const struct look_memory *before = applying->before;

    for (size_t i = before == NULL ? 0 : before->count; i-- > 0;) {
        if (strcmp(before->lines[i].section, line->section) == 0 &&
            strcmp(before->lines[i].key, line->key) == 0)
            return before->lines[i].value;
    }
    return NULL;
}

static bool no_style(const char *name, struct error *err)
{
    const char *names[STYLE_COUNT], *meant;

    for (int i = 0; i < STYLE_COUNT; i++)
        names[i] = style_name((enum style)i);
    meant = near_word(name, names, STYLE_COUNT);
    if (meant != NULL)
        return error_set(err, ERROR_USAGE,
                         "nothing is called \"%s\" in [colours]; did you mean \"%s\"?",
                         name, meant);
    return error_set(err, ERROR_USAGE, "nothing is called \"%s\" in [colours]", name);
}

static bool put_colour(struct theme *theme, const char *key, const char *value,
                       bool monochrome, struct error *err)
{
    enum style style = style_named(key);
    struct look look;

    if (style == STYLE_COUNT)
        return no_style(key, err);
    if (!look_parse(value, &look, err))
        return error_prefix(err, "%s", key);
    if (monochrome)
        look.foreground = look.background = COLOUR_DEFAULT;
    theme->looks[style] = look;
    return true;
}

static void apply_colours(const struct applying *applying)
{
    enum theme_kind kind = THEME_AUTO;
    struct theme theme;

    theme_named(applying->settings->theme, &kind);
    if (kind == THEME_AUTO)
        kind = theme_guess(getenv("COLORFGBG"));
    theme_fill(&theme, kind);
    for (size_t i = 0; i < applying->settings->line_count; i++) {
        const struct setting_line *line = &applying->settings->lines[i];
        const char *value = line->value;
        struct error err;

        if (strcmp(line->section, "colours") != 0)
            continue;
        if (!put_colour(&theme, line->key, value, kind == THEME_MONOCHROME, &err)) {
            add_mistake(applying, line, err.text);
            value = value_before(applying, line);
        }
        if (value != NULL &&
            put_colour(&theme, line->key, value, kind == THEME_MONOCHROME, &err))
            remember(applying, line, value);
    }
    screen_set_theme(applying->workspace->screen, &theme);
}

struct rebinding {
    const struct applying *applying;
    struct keymap_change *changes;
    const struct setting_line **lines; /* one a change */
    bool *wrong;
};

static void key_wrong(void *data, size_t index, const char *words)
{
    struct rebinding *rebinding = data;

    rebinding->wrong[index] = true;
    add_mistake(rebinding->applying, rebinding->lines[index], words);
}

static void key_dropped(void *data, size_t index, const char *words)
{
    struct rebinding *rebinding = data;

    (void)words;
    rebinding->wrong[index] = true;
}

static struct keymap *usual_keymap(void)
{
    struct keymap *keymap = keymap_create();
    struct error err;

    /* the table is known to be right: workspace_init said so */
    if (!keymap_add_contexts(keymap, pane_contexts, pane_context_count, &err) ||
        !keymap_add_actions(keymap, pane_actions, pane_action_count, &err))
        abort();
    return keymap;
}

/* The keys that were right before in the place of those that are wrong; all that could be
 * taken is remembered. */
static struct keymap *fall_back(struct rebinding *rebinding, struct keymap *keymap,
                                size_t count)
{
    const struct applying *applying = rebinding->applying;
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        const char *keys = rebinding->wrong[i]
                               ? value_before(applying, rebinding->lines[i])
                               : rebinding->changes[i].keys;

        any = any || (rebinding->wrong[i] && keys != NULL);
        rebinding->changes[i].keys = keys == NULL ? "?no key?" : keys;
        rebinding->wrong[i] = keys == NULL;
    }
    if (any) {
        keymap_destroy(keymap);
        keymap = usual_keymap();
        keymap_rebind(keymap, rebinding->changes, count, kept_keys, key_dropped,
                      rebinding);
    }
    for (size_t i = 0; i < count; i++) {
        if (!rebinding->wrong[i])
            remember(applying, rebinding->lines[i], rebinding->changes[i].keys);
    }
    return keymap;
}

static void replace_keymap(struct workspace *workspace, struct keymap *keymap)
{
    keymap_destroy(workspace->keymap);
    workspace->keymap = keymap;
    workspace->shared.keymap = keymap;
    workspace->keys = (struct keymap_state){0};
}

/* The first time the usual keys stand already (workspace_init). */
static void apply_keys(const struct applying *applying)
{
    const struct settings *settings = applying->settings;
    struct arena *arena = arena_create();
    struct rebinding rebinding = {
        .applying = applying,
        .changes = arena_array(arena, settings->line_count, sizeof *rebinding.changes),
        .lines = arena_array(arena, settings->line_count, sizeof *rebinding.lines),
        .wrong = arena_array(arena, settings->line_count, sizeof *rebinding.wrong)};
    size_t count = 0;

    for (size_t i = 0; i < settings->line_count; i++) {
        const struct setting_line *line = &settings->lines[i];

        if (strcmp(line->section, "keys") != 0)
            continue;
        rebinding.lines[count] = line;
        rebinding.changes[count++] =
            (struct keymap_change){line->key, line->value, line->where};
    }
    if (count > 0 || applying->before != NULL) {
        struct keymap *keymap = usual_keymap();

        keymap_rebind(keymap, rebinding.changes, count, kept_keys, key_wrong, &rebinding);
        replace_keymap(applying->workspace, fall_back(&rebinding, keymap, count));
    }
    arena_destroy(arena);
}

static void apply_columns(const struct applying *applying)
{
    struct shared *shared = &applying->workspace->shared;

    for (int i = 0; i < LIST_KINDS; i++)
        list_picks_usual((enum list_kind)i, &shared->picks[i]);
    for (size_t i = 0; i < applying->settings->line_count; i++) {
        const struct setting_line *line = &applying->settings->lines[i];
        const char *value = line->value;
        struct error err;

        if (strcmp(line->section, "columns") != 0)
            continue;
        if (!list_picks_read(line->key, value, shared->picks, &err)) {
            add_mistake(applying, line, err.text);
            value = value_before(applying, line);
        }
        if (value != NULL && list_picks_read(line->key, value, shared->picks, &err))
            remember(applying, line, value);
    }
    shared->picked++;
}

void look_apply(struct workspace *workspace, struct ini_mistakes *mistakes)
{
    struct arena *arena = arena_create();
    struct look_memory *now = arena_alloc(arena, sizeof *now);
    struct applying applying = {.workspace = workspace,
                                .settings = desk_settings(workspace->desk),
                                .mistakes = mistakes,
                                .before = workspace->look,
                                .now = now};

    now->arena = arena;
    apply_colours(&applying);
    apply_keys(&applying);
    apply_columns(&applying);
    screen_set_mouse(workspace->screen, applying.settings->mouse);
    look_free(workspace);
    workspace->look = now;
    workspace_changed(workspace);
}

const struct setting_line *look_lines(const struct workspace *workspace, size_t *count)
{
    *count = workspace->look->count;
    return workspace->look->lines;
}

void look_free(struct workspace *workspace)
{
    if (workspace->look != NULL)
        arena_destroy(workspace->look->arena);
    workspace->look = NULL;
}
