#include "touchbase/tui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/tui/action.h"
#include "touchbase/tui/editor.h"

struct prompt {
    struct arena *arena;
    struct prompt_setup setup; /* its strings copied into the arena */
    struct editor *editor;
    size_t history_at; /* history_count: what is being typed, not history */
    char *typed;       /* what was typed before history was looked at; NULL: never */
    struct buffer candidates;
    bool taken;
};

struct candidates {
    struct buffer *list;
    struct buffer *shared; /* what all have in common */
    size_t count;
};

struct prompt *prompt_open(const struct prompt_setup *setup)
{
    struct arena *arena = arena_create();
    struct prompt *prompt = arena_alloc(arena, sizeof *prompt);
    const char **history = arena_array(arena, setup->history_count, sizeof *history);

    prompt->arena = arena;
    prompt->setup = *setup;
    prompt->setup.label = arena_string(arena, setup->label);
    prompt->setup.default_text = arena_string(arena, setup->default_text);
    for (size_t i = 0; i < setup->history_count; i++)
        history[i] = arena_string(arena, setup->history[i]);
    prompt->setup.history = history;
    prompt->history_at = setup->history_count;
    prompt->editor = editor_create(true);
    if (setup->initial != NULL)
        editor_set(prompt->editor, setup->initial, strlen(setup->initial));
    return prompt;
}

void prompt_close(struct prompt *prompt)
{
    if (prompt == NULL)
        return;
    editor_destroy(prompt->editor);
    buffer_free(&prompt->candidates);
    arena_destroy(prompt->arena);
}

static void show_history(struct prompt *prompt, size_t at)
{
    const char *text;

    if (prompt->history_at == prompt->setup.history_count)
        prompt->typed = arena_string(prompt->arena, editor_text(prompt->editor, NULL));
    text = at < prompt->setup.history_count ? prompt->setup.history[at] : prompt->typed;
    prompt->history_at = at;
    editor_set(prompt->editor, text, strlen(text));
}

static void walk_history(struct prompt *prompt, bool older)
{
    if (older && prompt->history_at > 0)
        show_history(prompt, prompt->history_at - 1);
    else if (!older && prompt->history_at < prompt->setup.history_count)
        show_history(prompt, prompt->history_at + 1);
}

/* Bytes two texts begin with alike, whole characters only. */
static size_t common_start(const char *a, const char *b)
{
    size_t length = 0;

    while (a[length] != '\0' && a[length] == b[length])
        length++;
    while (length > 0 && ((unsigned char)a[length] & 0xc0) == 0x80)
        length--;
    return length;
}

static void add_candidate(void *sink, const char *candidate)
{
    struct candidates *found = sink;

    if (found->count++ == 0) {
        buffer_add_string(found->shared, candidate);
    } else {
        found->shared->length = common_start(buffer_string(found->shared), candidate);
        if (found->shared->data != NULL)
            found->shared->data[found->shared->length] = '\0';
        buffer_add_string(found->list, "  ");
    }
    buffer_add_string(found->list, candidate);
}

void prompt_complete(struct editor *editor, prompt_complete_function *complete,
                     void *context, struct buffer *candidates)
{
    struct buffer shared = {0};
    struct candidates found = {.list = candidates, .shared = &shared};
    size_t cursor = editor_cursor(editor), start = cursor;

    buffer_clear(candidates);
    complete(context, editor_text(editor, NULL), cursor, &start, add_candidate, &found);
    /* never shorter than what is typed: candidates may match it in another case */
    if (found.count == 1 || (found.count > 1 && shared.length >= cursor - start))
        editor_replace(editor, start, cursor, buffer_string(&shared), shared.length);
    if (found.count == 1)
        buffer_clear(candidates);
    buffer_free(&shared);
}

static void complete(struct prompt *prompt)
{
    buffer_clear(&prompt->candidates);
    if (prompt->setup.complete != NULL)
        prompt_complete(prompt->editor, prompt->setup.complete, prompt->setup.context,
                        &prompt->candidates);
}

enum prompt_result prompt_act(struct prompt *prompt, int action, int count)
{
    switch (action) {
    case ACTION_PROMPT_TAKE:
        prompt->taken = true;
        return PROMPT_TAKEN;
    case ACTION_PROMPT_CANCEL:
        return PROMPT_CANCELLED;
    case ACTION_PROMPT_COMPLETE:
        complete(prompt);
        return PROMPT_GOING;
    case ACTION_PROMPT_OLDER:
    case ACTION_PROMPT_NEWER:
        walk_history(prompt, action == ACTION_PROMPT_OLDER);
        return PROMPT_GOING;
    default:
        break;
    }
    if (!editor_act(prompt->editor, action, count))
        return PROMPT_UNKNOWN;
    buffer_clear(&prompt->candidates);
    return PROMPT_GOING;
}

enum prompt_result prompt_type(struct prompt *prompt, const struct key *key)
{
    if (!editor_type(prompt->editor, key))
        return PROMPT_UNKNOWN;
    buffer_clear(&prompt->candidates);
    return PROMPT_GOING;
}

const char *prompt_text(const struct prompt *prompt)
{
    const char *text = editor_text(prompt->editor, NULL);

    if (prompt->taken && *text == '\0' && prompt->setup.default_text != NULL)
        return prompt->setup.default_text;
    return text;
}

const char *prompt_candidates(const struct prompt *prompt)
{
    return buffer_string(&prompt->candidates);
}

/* The columns a prompt wants behind its label. */
static int wanted(const struct prompt *prompt, int columns)
{
    const char *text = prompt->setup.default_text;
    int width = text == NULL ? 0 : text_width(text, strlen(text)) + 1;

    return width > columns / 3 ? width : columns / 3;
}

static void draw_input(struct prompt *prompt, struct area area)
{
    area_fill(area, (struct rect){0, 0, 1, area.rect.columns}, STYLE_INPUT);
    if (*editor_text(prompt->editor, NULL) == '\0' && prompt->setup.default_text != NULL)
        area_field(area, 0, 0, area.rect.columns, STYLE_DIM, prompt->setup.default_text,
                   false);
    editor_draw(prompt->editor, area, STYLE_INPUT, true);
}

int prompt_draw(struct prompt *prompt, struct area area, int row)
{
    const char *label = prompt->setup.label;
    int columns = area.rect.columns, used = text_width(label, strlen(label)), first = row;

    if (used > columns - wanted(prompt, columns) && row > 0) {
        area_field(area, --first, 0, columns, STYLE_PROMPT, label, false);
        used = 0;
    } else {
        /* on a single line a long label gives way, so that what is typed can be seen */
        if (used > columns - columns / 3)
            used = columns - columns / 3;
        area_field(area, row, 0, used, STYLE_PROMPT, label, false);
    }
    draw_input(prompt, area_part(area, (struct rect){row, used, 1, columns - used}));
    return first;
}
