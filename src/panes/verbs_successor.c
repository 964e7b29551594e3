/* Who took over from a person who left (design.md rule 2): one line names them, what
 * follows is shown above the next one, and nothing is stored before that is taken. */
#include <string.h>

#include "actions.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/successor.h"
#include "verbs.h"
#include "words.h"

struct succeeding {
    int64_t left_id;
    struct successor_asked asked;
    void *before; /* what was pending then */
    struct succession succession;
};

static struct succeeding *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static bool is_nothing(const char *text)
{
    return *text == '\0' || strcmp(text, "-") == 0;
}

void verb_succeeded(struct workspace *workspace, const struct succession *succession)
{
    workspace_made(workspace, NOTICE_PLAIN, "%s took over from %s and keeps the history",
                   succession->successor.name, succession->left.name);
}

/* Named by hand: nothing else ends with it. */
static void store(struct workspace *workspace, const struct succession *succession,
                  const struct touch *next)
{
    struct error err;
    int64_t id;

    if (desk_succession_store(workspace->desk, succession, 0, OUTCOME_NONE, next, &id,
                              &err))
        verb_succeeded(workspace, succession);
    else
        workspace_error(workspace, &err);
}

static void known(struct workspace *workspace, const struct touch *next)
{
    struct succeeding *state = under_way(workspace);

    workspace->pending = state->before;
    state->asked.known(workspace, &state->succession, next);
}

static void next_answer(struct workspace *workspace, const char *text)
{
    const struct succeeding *state = under_way(workspace);
    const struct call_next *agreed = state->asked.agreed;
    struct touch_warning warning;
    struct touch next;
    struct error err;

    if (text == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
    } else if (is_nothing(text)) {
        known(workspace, NULL);
    } else if (agreed != NULL && strcmp(text, agreed->line) == 0) {
        known(workspace, &agreed->touch);
    } else if (desk_touch_read(workspace->desk, state->succession.successor.id, text,
                               workspace->asking, &next, &warning, &err)) {
        next.cause = CAUSE_NEXT;
        known(workspace, &next);
    } else {
        ask_again(workspace, &err, text, next_answer);
    }
}

/* What was agreed comes before a greeting; with touches that go over there is a next one
 * already. */
static void ask_next(struct workspace *workspace)
{
    const struct succession *succession = &under_way(workspace)->succession;
    const struct call_next *agreed = under_way(workspace)->asked.agreed;
    const char *line = NULL;

    if (agreed != NULL)
        line = agreed->line;
    else if (succession->touches == 0)
        line = shown_next_line(workspace->asking, &succession->greeting);
    ask_line(workspace,
             arena_format(workspace->asking, "%s takes over; next, %s for none: ",
                          succession->successor.name, line != NULL ? "-" : "empty"),
             NULL, line, next_answer);
    ask_above(workspace, succession->sentence);
}

static void named(struct workspace *workspace, const char *text)
{
    struct succeeding *state = under_way(workspace);
    struct error err;

    if (text == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
    } else if (is_nothing(text)) {
        workspace->pending = state->before;
        if (state->asked.not_known != NULL)
            state->asked.not_known(workspace);
    } else if (desk_succession_read(workspace->desk, state->left_id, text,
                                    workspace->asking, &state->succession, &err)) {
        ask_next(workspace);
    } else {
        ask_again(workspace, &err, text, named);
    }
}

static void ask_who(struct workspace *workspace, const char *name, const char *how)
{
    ask_line(workspace, arena_format(workspace->asking, "%s, who took over: ", name),
             NULL, NULL, named);
    ask_above(workspace, how);
}

void verb_ask_successor(struct workspace *workspace, const struct touch *touch,
                        enum outcome outcome, struct successor_asked asked)
{
    struct succeeding *state = arena_alloc(workspace->asking, sizeof *state);
    struct error err;
    bool wanted;

    if (!desk_successor_wanted(workspace->desk, touch, outcome, &wanted, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (!wanted) {
        asked.not_known(workspace);
        return;
    }
    *state = (struct succeeding){
        .left_id = touch->contact_id, .asked = asked, .before = workspace->pending};
    workspace->pending = state;
    ask_who(workspace, touch->contact,
            "Name, mail, number in one line; empty when that is not known yet");
}

/* Of the current person; false with a word why when there is none. */
static bool begin(struct workspace *workspace)
{
    struct succeeding *state = arena_alloc(ask_begin(workspace), sizeof *state);

    *state =
        (struct succeeding){.left_id = workspace->shared.person_id, .asked.known = store};
    workspace->pending = state;
    return workspace_has_person(workspace);
}

void verb_successor_named(struct workspace *workspace, const char *words)
{
    struct arena *arena = arena_create();
    const char *copy = arena_string(arena, words); /* a verb empties what holds them */

    if (begin(workspace)) {
        ask_who(workspace, workspace->shared.person_name,
                "Name, mail, number in one line");
        ask_close(workspace); /* answered already; a mistake asks with it typed */
        named(workspace, copy);
    }
    arena_destroy(arena);
}

bool verb_successor_act(struct workspace *workspace, int action)
{
    if (action != DO_SUCCESSOR)
        return false;
    if (begin(workspace))
        ask_who(workspace, workspace->shared.person_name,
                "Name, mail, number in one line");
    return true;
}
