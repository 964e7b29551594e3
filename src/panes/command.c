/* The command line: every action by its name, Tab completes. */
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "look.h"
#include "repeat.h"
#include "verbs.h"

static const char *long_name(const char *name)
{
    for (size_t i = 0; i < pane_short_name_count; i++) {
        if (strcmp(pane_short_names[i].name, name) == 0)
            return pane_short_names[i].means;
    }
    return name;
}

static int action_named(const struct workspace *workspace, const char *name)
{
    const struct action_row *row;

    name = long_name(name);
    row = keymap_named(workspace->keymap, workspace_context(workspace), name);
    if (row == NULL) /* on a text to read the desk's own verbs work too */
        row = keymap_named(workspace->keymap, "person", name);
    return row == NULL ? ACTION_NONE : row->action;
}

static void run(struct workspace *workspace, const char *text);

/* The words answer the first question of the action. Where it asks something else first
 * (which of several touches), that stays to be answered. */
static void act_with_words(struct workspace *workspace, int action, const char *words)
{
    const struct repeat_answer answer = {.line = words};

    if (action == DO_ON_MARKED) {
        workspace_act(workspace, action, 0);
        if (workspace->on_marked)
            run(workspace, words);
        return;
    }
    if (verb_with_words(workspace, action, words))
        return;
    workspace_act(workspace, action, 0);
    if (workspace->prompt != NULL) {
        repeat_line(workspace, words);
        ask_give(workspace, &answer);
    }
}

/* In Notes :edit is the editor for what e goes on in (keys.md). */
static void act(struct workspace *workspace, int action)
{
    bool on_note = action == DO_EDIT && workspace->sheet_count == 0 &&
                   workspace->focus == PANE_NOTES;

    workspace_act(workspace, action, 0);
    if (on_note && workspace->notice.kind == NOTICE_NONE)
        workspace_act(workspace, DO_EDITOR, 0);
}

static void run(struct workspace *workspace, const char *text)
{
    size_t length;
    const char *words;
    char *name;
    int action;

    if (text == NULL) {
        workspace->on_marked = false;
        return;
    }
    text += strspn(text, " \t");
    length = strcspn(text, " \t");
    if (length == 0)
        return;
    name = memory_string(text);
    name[length] = '\0';
    words = text + length + strspn(text + length, " \t");
    action = action_named(workspace, name);
    if (action == ACTION_NONE)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "there is no command \"%s\"; Tab shows what there is", name);
    else if (*words == '\0')
        act(workspace, action);
    else if (command_words(action) == NULL)
        notice_set(&workspace->notice, NOTICE_WARNING, "\"%s\" takes no words", name);
    else
        act_with_words(workspace, action, words);
    free(name);
}

struct completion {
    const char *word;
    void (*add)(void *sink, const char *candidate);
    void *sink;
};

static bool offer(void *data, const struct action_row *row, const char *keys)
{
    const struct completion *completion = data;

    (void)keys;
    if (strncmp(row->name, completion->word, strlen(completion->word)) == 0)
        completion->add(completion->sink, row->name);
    return true;
}

/* Behind ":set " settings are completed, not commands: what stands there, or NULL. */
static const char *settings_words(struct workspace *workspace, const char *text,
                                  size_t cursor)
{
    return cursor >= 4 && strncmp(text, "set ", 4) == 0
               ? arena_copy(workspace->asking, text + 4, cursor - 4)
               : NULL;
}

/* Behind a name: what its prompt would offer. */
static void complete_words(struct workspace *workspace, const char *text, size_t cursor,
                           size_t *start, void (*add)(void *sink, const char *candidate),
                           void *sink)
{
    size_t length = strcspn(text, " "), behind = length + strspn(text + length, " ");
    char *name = arena_copy(workspace->asking, text, length);
    complete_function *offers = verb_complete(action_named(workspace, name));

    if (behind > cursor)
        behind = cursor;
    if (offers != NULL)
        offers(workspace, text + behind, cursor - behind, start, add, sink);
    *start += behind;
}

static void complete(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;
    const char *words = settings_words(workspace, text, cursor);
    struct completion completion = {
        .word = arena_copy(workspace->asking, text, cursor), .add = add, .sink = sink};

    *start = 0;
    if (words != NULL)
        *start = strlen("set ") + look_complete(workspace, words, add, sink);
    else if (strcspn(text, " ") < cursor)
        complete_words(workspace, text, cursor, start, add, sink);
    else
        keymap_each(workspace->keymap, workspace_context(workspace), offer, &completion);
}

void command_ask(struct workspace *workspace)
{
    struct prompt_setup setup = {.label = ":",
                                 .history = workspace->lines,
                                 .history_count = workspace->line_count,
                                 .context = workspace,
                                 .complete = complete};

    ask_begin(workspace);
    workspace->prompt = prompt_open(&setup);
    workspace->answer = run;
}
