/* The bottom line when it asks: one line typed, or one key of a few. */
#include <string.h>

#include "touchbase/base/text.h"
#include "workspace.h"
#include "wrapped.h"

enum { LINES_KEPT = 200 };

struct arena *ask_begin(struct workspace *workspace)
{
    ask_close(workspace);
    arena_reset(workspace->asking);
    workspace->pending = NULL;
    workspace->completing = NULL;
    return workspace->asking;
}

void ask_close(struct workspace *workspace)
{
    prompt_close(workspace->prompt);
    workspace->prompt = NULL;
    workspace->answer = NULL;
    workspace->typed = NULL;
    workspace->reason = NULL;
    workspace->above = NULL;
    workspace->choices = NULL;
    workspace->chosen = NULL;
    workspace->asks_row = false;
}

static void open_prompt(struct workspace *workspace, struct prompt_setup setup,
                        answer_function *answer)
{
    setup.history = workspace->lines;
    setup.history_count = workspace->line_count;
    setup.context = workspace;
    ask_close(workspace);
    workspace->prompt = prompt_open(&setup);
    workspace->answer = answer;
    workspace->completing = setup.complete;
    workspace->question = arena_string(workspace->asking, setup.label);
}

void ask_line(struct workspace *workspace, const char *label, const char *initial,
              const char *default_text, answer_function *answer)
{
    struct prompt_setup setup = {
        .label = label, .initial = initial, .default_text = default_text};

    open_prompt(workspace, setup, answer);
}

void ask_completed(struct workspace *workspace, const char *label, const char *initial,
                   complete_function *complete, answer_function *answer)
{
    struct prompt_setup setup = {
        .label = label, .initial = initial, .complete = complete};

    open_prompt(workspace, setup, answer);
}

void ask_typed(struct workspace *workspace,
               void (*typed)(struct workspace *workspace, const char *text))
{
    workspace->typed = typed;
}

void ask_above(struct workspace *workspace, const char *text)
{
    workspace->above = arena_string(workspace->asking, text);
}

void ask_again(struct workspace *workspace, const struct error *err, const char *typed,
               answer_function *answer)
{
    ask_completed(workspace, workspace->question, typed, workspace->completing, answer);
    repeat_unanswered(workspace);
    workspace->reason = arena_string(workspace->asking, err->text);
}

void ask_choice(struct workspace *workspace, const char *label,
                const struct key_choice *choices,
                void (*chosen)(struct workspace *workspace, char key))
{
    ask_close(workspace);
    workspace->choice_label = arena_string(workspace->asking, label);
    workspace->choices = choices;
    workspace->chosen = chosen;
}

static void remember(struct workspace *workspace, const char *line)
{
    size_t count = workspace->line_count;

    if (*line == '\0' || (count > 0 && strcmp(workspace->lines[count - 1], line) == 0))
        return;
    if (count == LINES_KEPT) {
        memmove(workspace->lines, workspace->lines + 1,
                (count - 1) * sizeof *workspace->lines);
        count--;
    }
    workspace->lines = arena_grow(workspace->history, workspace->lines, count, count + 1,
                                  sizeof *workspace->lines, &workspace->line_capacity);
    workspace->lines[count] = arena_string(workspace->history, line);
    workspace->line_count = count + 1;
}

/* The prompt is closed before the answer is given, since the answer may open the next. */
static void give_answer(struct workspace *workspace, bool taken)
{
    answer_function *answer = workspace->answer;
    struct arena *arena = arena_create();
    const char *text = taken ? arena_string(arena, prompt_text(workspace->prompt)) : NULL;

    if (text != NULL)
        remember(workspace, text);
    ask_close(workspace);
    answer(workspace, text);
    arena_destroy(arena);
}

static void choose(struct workspace *workspace, char key)
{
    void (*chosen)(struct workspace *, char) = workspace->chosen;

    ask_close(workspace);
    chosen(workspace, key);
}

void ask_give(struct workspace *workspace, const struct repeat_answer *given)
{
    answer_function *answer = workspace->answer;
    const struct key_choice *choice = workspace->choices;

    if (workspace->prompt != NULL && given->key == 0 && workspace->reason == NULL) {
        prompt_act(workspace->prompt, ACTION_PROMPT_TAKE, 0);
        if (given->line == NULL) {
            give_answer(workspace, true);
            return;
        }
        ask_close(workspace);
        answer(workspace, given->line);
        return;
    }
    while (workspace->prompt == NULL && choice != NULL && choice->key != 0 &&
           choice->key != given->key)
        choice++;
    if (workspace->prompt == NULL && choice != NULL && choice->key != 0)
        choose(workspace, choice->key);
}

static void prompt_key(struct workspace *workspace, const struct key *key)
{
    struct keymap_match match;
    enum prompt_result result = PROMPT_UNKNOWN;
    bool proposed = *prompt_text(workspace->prompt) == '\0';

    switch (keymap_press(workspace->keymap, &workspace->keys, "prompt", *key, &match)) {
    case KEYMAP_ACTION:
        result = prompt_act(workspace->prompt, match.action, match.count);
        break;
    case KEYMAP_UNKNOWN:
        result = prompt_type(workspace->prompt, key);
        break;
    default:
        break;
    }
    if (result == PROMPT_TAKEN)
        repeat_line(workspace, proposed ? NULL : prompt_text(workspace->prompt));
    if (result == PROMPT_TAKEN || result == PROMPT_CANCELLED)
        give_answer(workspace, result == PROMPT_TAKEN);
    else if (result == PROMPT_GOING && workspace->typed != NULL)
        workspace->typed(workspace, prompt_text(workspace->prompt));
}

static void choice_key(struct workspace *workspace, const struct key *key)
{
    if (key->sym == KEYSYM_ESCAPE || (key->modifiers & KEYMOD_CTRL) != 0) {
        choose(workspace, 0);
        return;
    }
    for (const struct key_choice *choice = workspace->choices; choice->key != 0;
         choice++) {
        bool enter = choice->key == '\n' && key->sym == KEYSYM_ENTER;

        if (!enter &&
            (key->sym != KEYSYM_CHARACTER || key->code != (uint32_t)choice->key))
            continue;
        repeat_key(workspace, choice->key);
        choose(workspace, choice->key);
        return;
    }
}

bool ask_key(struct workspace *workspace, const struct key *key)
{
    if (workspace->prompt != NULL)
        prompt_key(workspace, key);
    else if (workspace->choices != NULL)
        choice_key(workspace, key);
    else
        return false;
    return true;
}

static int choice_label_width(const struct key_choice *choice)
{
    return text_width(choice->label, strlen(choice->label));
}

static int choice_width(const struct key_choice *choice)
{
    return (choice->key == '\n' ? 5 : 1) + 1 + choice_label_width(choice);
}

/* The label in front of the choices, in lines of its own where it is longer than one.
 * Returns the column behind it, in the last of *lines. */
static int lay_label(const struct workspace *workspace, struct area area, int row,
                     bool draw, int *lines)
{
    const char *label = workspace->choice_label;
    int columns = area.rect.columns, needed = wrapped_lines(columns, label);

    *lines = needed > 1 ? needed : 1;
    if (draw)
        wrapped_draw(area_part(area, (struct rect){row, 0, *lines, columns}), 0,
                     STYLE_PROMPT, label);
    return *lines > 1 ? columns : 1 + text_width(label, strlen(label));
}

/* Walks over the label and the choices as they stand in lines of columns; draws them when
 * draw says so, from a row on. Returns how many lines they take. */
static int lay_choices(const struct workspace *workspace, struct area area, int row,
                       bool draw)
{
    int lines, first = row;
    int column = lay_label(workspace, area, row, draw, &lines);

    row += lines - 1;
    for (const struct key_choice *choice = workspace->choices; choice->key != 0;
         choice++) {
        char key[2] = {choice->key, '\0'};
        int width = choice_width(choice);

        if (column + width > area.rect.columns && column > 1) {
            column = 1;
            row++;
        }
        if (draw) {
            area_text(area, row, column, STYLE_FOOTER_KEY,
                      choice->key == '\n' ? "Enter" : key);
            area_text(area, row, column + width - choice_label_width(choice),
                      STYLE_FOOTER_TEXT, choice->label);
        }
        column += width + 2;
    }
    return row - first + 1;
}

/* As many lines as they need, the last at row: a key that works here is never out of
 * sight. Returns the first. */
static int draw_choices(const struct workspace *workspace, struct area area, int row)
{
    int lines = lay_choices(workspace, area, 0, false);
    int first = row + 1 - lines > 0 ? row + 1 - lines : 0;

    area_fill(area, (struct rect){first, 0, row + 1 - first, area.rect.columns},
              STYLE_NORMAL);
    lay_choices(workspace, area, first, true);
    return first;
}

static void draw_above(struct area area, int row, enum style style, const char *text)
{
    int lines = wrapped_lines(area.rect.columns, text);
    int first = row > lines ? row - lines : 0;

    area_fill(area, (struct rect){first, 0, row - first, area.rect.columns},
              STYLE_NORMAL);
    wrapped_draw(area_part(area, (struct rect){first, 0, row - first, area.rect.columns}),
                 0, style, text);
}

bool ask_draw(struct workspace *workspace, struct area area, int row)
{
    if (workspace->prompt != NULL) {
        const char *candidates = prompt_candidates(workspace->prompt);

        row = prompt_draw(workspace->prompt, area, row);
        if (*candidates != '\0')
            draw_above(area, row, STYLE_DIM, candidates);
        else if (workspace->reason != NULL)
            draw_above(area, row, STYLE_ERROR, workspace->reason);
        else if (workspace->above != NULL)
            draw_above(area, row, STYLE_NORMAL, workspace->above);
        return true;
    }
    if (workspace->choices == NULL)
        return false;
    row = draw_choices(workspace, area, row);
    if (workspace->above != NULL)
        draw_above(area, row, STYLE_NORMAL, workspace->above);
    return true;
}
