/* The command line: every action by its name, Tab completes. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "touchbase/base/text.h"
#include "verbs.h"

/* Short names that hands know from vi. */
static const struct {
    const char *name;
    int action;
} short_names[] = {
    {"q", DO_LEAVE},     {"wq", DO_LEAVE},    {"x", DO_LEAVE},
    {"edit", DO_EDITOR}, {"done", DO_FINISH},
};

static int action_named(const struct workspace *workspace, const char *name)
{
    const struct action_row *row =
        keymap_named(workspace->keymap, workspace_context(workspace), name);

    for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++) {
        if (strcmp(short_names[i].name, name) == 0)
            return short_names[i].action;
    }
    if (row == NULL) /* on a text to read the desk's own verbs work too */
        row = keymap_named(workspace->keymap, "person", name);
    return row == NULL ? ACTION_NONE : row->action;
}

static void run(struct workspace *workspace, const char *text)
{
    size_t length;
    const char *name, *words;
    int action;

    if (text == NULL) {
        workspace->on_marked = false;
        return;
    }
    while (isspace((unsigned char)*text))
        text++;
    length = strcspn(text, " ");
    if (length == 0)
        return;
    name = arena_copy(workspace->asking, text, length);
    words = text + length + strspn(text + length, " ");
    action = action_named(workspace, name);
    if (action == ACTION_NONE)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "there is no command \"%s\"; Tab shows what there is", name);
    else if (*words == '\0')
        workspace_act(workspace, action, 0);
    else if (!verb_with_words(workspace, action, words))
        notice_set(&workspace->notice, NOTICE_WARNING, "\"%s\" takes no words", name);
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

static void complete(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;
    struct completion completion = {
        .word = arena_copy(workspace->asking, text, cursor), .add = add, .sink = sink};

    *start = 0;
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
