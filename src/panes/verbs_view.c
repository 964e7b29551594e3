/* Limiting a list to a filter, and filters kept as views. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "touchbase/desk/views.h"
#include "verbs.h"

static bool is_limitable(const struct workspace *workspace)
{
    return workspace->sheet_count == 0 && workspace->focus != PANE_NOTES;
}

static void complete(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;

    desk_filter_complete(workspace->desk, text, cursor, start, add, sink);
}

/* A mistake stays typed, with what is wrong above it. */
static void limit_answer(struct workspace *workspace, const char *text)
{
    struct error err;

    if (text == NULL || !is_limitable(workspace))
        return;
    if (!list_pane_limit(workspace->panes[workspace->focus], text, NULL, &err))
        ask_again(workspace, &err, text, limit_answer);
}

static void limit(struct workspace *workspace)
{
    const struct list_pane *list = workspace->panes[workspace->focus]->state;

    if (!is_limitable(workspace)) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "l limits a list on the desk");
        return;
    }
    ask_begin(workspace);
    ask_completed(workspace, "show only: ", NULL, complete, limit_answer);
    if (list->filter != NULL)
        ask_above(workspace, arena_format(workspace->asking, "shown now: %s",
                                          desk_filter_text(list->filter)));
}

/* Prospects limited to a filter, in focus. */
static void show_only(struct workspace *workspace, const char *filter, const char *name)
{
    struct error err;

    if (!list_pane_limit(workspace->panes[PANE_PROSPECTS], filter, name, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    while (workspace->sheet_count > 0)
        workspace_back(workspace);
    workspace_focus(workspace, PANE_PROSPECTS);
}

static void open_view(struct workspace *workspace, const char *name)
{
    struct arena *arena = arena_create();
    struct view view;
    struct error err;

    if (!desk_view_find(workspace->desk, name, arena, &view, &err))
        workspace_error(workspace, &err);
    else
        show_only(workspace, view.filter, view.name);
    arena_destroy(arena);
}

static void list_found(struct workspace *workspace)
{
    const char *text = find_text(workspace_top(workspace));

    if (text != NULL)
        show_only(workspace, arena_string(workspace->asking, text), NULL);
}

static void save(struct workspace *workspace, const char *name)
{
    const struct list_pane *list = workspace->panes[PANE_PROSPECTS]->state;
    struct error err;
    int number;

    if (!desk_view_save(workspace->desk, name,
                        list->filter != NULL ? desk_filter_text(list->filter) : "",
                        &number, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    show_only(workspace, desk_filter_text(list->filter), name);
    notice_set(&workspace->notice, NOTICE_PLAIN, "g%d opens %s", number, name);
}

/* Behind "rename": the view by its first word, or number, then the new name. */
static void rename_view(struct workspace *workspace, const char *words)
{
    size_t length = strcspn(words, " ");
    const char *name = arena_copy(workspace->asking, words, length);
    const char *to = words + length + strspn(words + length, " ");
    struct error err;

    if (desk_view_rename(workspace->desk, name, to, &err))
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s is called %s now", name, to);
    else
        workspace_error(workspace, &err);
}

static void remove_view(struct workspace *workspace, const char *name)
{
    struct error err;

    if (desk_view_remove(workspace->desk, name, &err))
        notice_set(&workspace->notice, NOTICE_PLAIN, "the view %s is removed", name);
    else
        workspace_error(workspace, &err);
}

/* What stands behind a word that begins the line; NULL when it does not. */
static const char *behind(const char *line, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(line, word, length) != 0 || (line[length] != ' ' && line[length] != '\0'))
        return NULL;
    return line + length + strspn(line + length, " ");
}

void verb_view_named(struct workspace *workspace, const char *words)
{
    const char *rest;

    ask_begin(workspace);
    if ((rest = behind(words, "save")) != NULL)
        save(workspace, rest);
    else if ((rest = behind(words, "rename")) != NULL)
        rename_view(workspace, rest);
    else if ((rest = behind(words, "remove")) != NULL)
        remove_view(workspace, rest);
    else
        open_view(workspace, words);
}

static void chosen(struct workspace *workspace, char key)
{
    const char name[] = {key, '\0'};

    if (key != 0)
        open_view(workspace, name);
}

/* The views, one key each. */
static void list_views(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    struct key_choice *choices = arena_array(arena, VIEWS_MAX + 1, sizeof *choices);
    struct view views[VIEWS_MAX];
    struct error err;
    size_t count;

    if (!desk_views(workspace->desk, arena, views, &count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct key_choice){
            (char)('0' + views[i].number),
            arena_format(arena, "%s (%s)", views[i].name, views[i].filter)};
    if (count > 0)
        ask_choice(workspace, "view:", choices, chosen);
    else
        notice_set(&workspace->notice, NOTICE_PLAIN,
                   "no view yet: l limits the list, :view save NAME keeps that");
}

bool verb_view_act(struct workspace *workspace, int action)
{
    if (action >= DO_VIEW_1 && action <= DO_VIEW_9) {
        const char name[] = {(char)('1' + action - DO_VIEW_1), '\0'};

        open_view(workspace, name);
        return true;
    }
    switch (action) {
    case DO_LIMIT:
        limit(workspace);
        return true;
    case DO_VIEW:
        list_views(workspace);
        return true;
    case DO_FIND_LIST:
        list_found(workspace);
        return true;
    default:
        return false;
    }
}
