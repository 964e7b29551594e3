/* Marking, and ; that lets the verb behind it act on all marked rows (keys.md). */
#include "actions.h"
#include "list_marks.h"
#include "verbs.h"

static const struct pane_ops *const list_panes[] = {&people_pane, &away_pane,
                                                    &touch_pane};

/* Of the desk's panes; the notes have no rows to mark. */
static bool is_list(const struct pane *pane)
{
    for (size_t i = 0; i < sizeof list_panes / sizeof *list_panes; i++) {
        if (pane->ops == list_panes[i])
            return true;
    }
    return false;
}

static size_t marked_in(const struct pane *pane)
{
    const struct list_pane *state = pane->state;

    return is_list(pane) ? state->marks.count + (state->range != NULL ? 1 : 0) : 0;
}

struct pane *verb_marked_pane(const struct workspace *workspace)
{
    if (marked_in(workspace->panes[workspace->focus]) > 0)
        return workspace->panes[workspace->focus];
    for (int i = 0; i < DESK_PANES; i++) {
        if (marked_in(workspace->panes[i]) > 0)
            return workspace->panes[i];
    }
    return NULL;
}

static void unmark(struct workspace *workspace)
{
    for (int i = 0; i < DESK_PANES; i++) {
        if (is_list(workspace->panes[i]))
            list_marks_clear(workspace->panes[i]);
    }
}

void verb_escape(struct workspace *workspace)
{
    bool ranging = false;

    if (workspace->on_marked) {
        workspace->on_marked = false;
        return;
    }
    for (int i = 0; i < DESK_PANES; i++) {
        if (is_list(workspace->panes[i]) && list_marks_drop_range(workspace->panes[i]))
            ranging = true;
    }
    if (!ranging)
        unmark(workspace);
}

static void words_answer(struct workspace *workspace, const char *text)
{
    struct pane *pane = workspace->panes[workspace->focus];
    struct error err;

    if (text == NULL || !is_list(pane))
        return;
    if (!list_marks_words(pane, text, &err))
        ask_again(workspace, &err, text, words_answer);
    else
        notice_set(&workspace->notice, NOTICE_PLAIN, "%zu marked%s", marked_in(pane),
                   marked_in(pane) == MARKS_MAX ? "; more cannot be" : "");
}

static void say_where(struct workspace *workspace)
{
    notice_set(&workspace->notice, NOTICE_PLAIN, "marks are for the lists of the desk%s",
               workspace->sheet_count > 0
                   ? workspace_hint(workspace, "; {back} goes back to them")
                   : "");
}

static void ask_words(struct workspace *workspace)
{
    if (workspace->sheet_count > 0 || !is_list(workspace->panes[workspace->focus])) {
        say_where(workspace);
        return;
    }
    ask_begin(workspace);
    ask_completed(workspace, "mark those with: ", NULL, verb_complete(DO_MARK_WORDS),
                  words_answer);
}

/* ; itself: says how many there are, and waits for the verb. */
static void begin(struct workspace *workspace)
{
    struct pane *pane = verb_marked_pane(workspace);
    struct error err;

    if (workspace->sheet_count > 0) {
        say_where(workspace);
        return;
    }
    if (pane == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing is marked; %s",
                   workspace_hint(workspace, "{mark} marks a row"));
        return;
    }
    if (!list_marks_end_range(pane, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace->on_marked = true;
    notice_set(&workspace->notice, NOTICE_PLAIN, "%zu marked:  %s", marked_in(pane),
               workspace_hint(workspace,
                              "{finish} done  {move} move  {promise} promise  "
                              "{plan} touch  {note} note  {tag} tag  {delete}"));
}

/* Behind ; : the command line keeps waiting for its verb, going back forgets it. */
static bool follows(struct workspace *workspace, int action)
{
    if (action == DO_COMMAND)
        return false;
    workspace->on_marked = false;
    if (action == DO_BACK || action == DO_CANCEL)
        return true;
    if (!verb_refused(workspace, action))
        verb_marked(workspace, verb_marked_pane(workspace), action);
    return true;
}

bool verb_marks_act(struct workspace *workspace, int action)
{
    if (workspace->on_marked)
        return follows(workspace, action);
    switch (action) {
    case DO_MARK:
    case DO_MARK_RANGE:
        if (workspace->sheet_count == 0)
            return false;     /* the pane's own */
        say_where(workspace); /* ; would find none of them */
        return true;
    case DO_MARK_WORDS:
        ask_words(workspace);
        return true;
    case DO_UNMARK:
        unmark(workspace);
        return true;
    case DO_ON_MARKED:
        begin(workspace);
        return true;
    default:
        return false;
    }
}
