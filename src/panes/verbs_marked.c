/* ; before a verb: on all marked rows at once, with their count in the question, as one
 * step (keys.md). */
#include <string.h>

#include "actions.h"
#include "list_marks.h"
#include "outcome_row.h"
#include "touchbase/desk/many.h"
#include "verbs.h"
#include "verbs_marked.h"
#include "words.h"

static bool gather(struct workspace *workspace, struct on_marked *state,
                   struct error *err)
{
    const struct list_pane *list = state->pane->state;
    enum many_of of = state->pane->ops == &touch_pane    ? MANY_TOUCHES
                      : state->pane->ops == &people_pane ? MANY_PEOPLE
                                                         : MANY_ABSENCES;

    return desk_many_gather(workspace->desk, of, list->marks.ids, list->marks.count,
                            workspace->asking, &state->many, err);
}

struct on_marked *marked_under_way(struct workspace *workspace)
{
    return workspace->pending;
}

/* "40 touches (3 promised, 2 without one), move to: ". */
static const char *touches_label(struct workspace *workspace, const char *words)
{
    const struct many *many = &marked_under_way(workspace)->many;
    struct arena *arena = workspace->asking;
    const char *promised =
        many->promised == 0 ? "" : arena_format(arena, "%zu promised", many->promised);
    const char *without =
        many->without == 0
            ? ""
            : arena_format(arena, "%s%zu row%s none", *promised != '\0' ? ", " : "",
                           many->without, many->without == 1 ? " has" : "s have");
    bool plain = many->promised == 0 && many->without == 0;

    return arena_format(arena, "%zu touch%s%s%s%s%s, %s", many->touch_count,
                        many->touch_count == 1 ? "" : "es", plain ? "" : " (", promised,
                        without, plain ? "" : ")", words);
}

/* One step was made, or err says why nothing was done. */
void marked_made(struct workspace *workspace, bool done, const char *what,
                 const struct error *err)
{
    if (!done) {
        workspace_error(workspace, err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s", what);
}

/* Asked when all of them are moved, so that none stands in another's way where that was
 * before. */
static void moved(struct workspace *workspace)
{
    const char *words = touches_label(workspace, "moved");
    struct error err;
    size_t warned;

    if (!desk_many_warned(workspace->desk, &marked_under_way(workspace)->many, &warned,
                          &err))
        workspace_error(workspace, &err);
    else if (warned > 0)
        workspace_made(workspace, NOTICE_WARNING,
                       "%s; for %zu it is early, or they are away then", words, warned);
    else
        workspace_made(workspace, NOTICE_PLAIN, "%s", words);
}

static void move_answer(struct workspace *workspace, const char *text)
{
    struct on_marked *state = marked_under_way(workspace);
    struct error err;

    if (text == NULL)
        return;
    if (desk_many_move(workspace->desk, &state->many, text, &err))
        moved(workspace);
    else
        ask_again(workspace, &err, text, move_answer);
}

static void later_chosen(struct workspace *workspace, char key)
{
    struct error err;

    if (key != 'y')
        return;
    if (desk_many_later(workspace->desk, &marked_under_way(workspace)->many,
                        workspace->verb_count, &err))
        moved(workspace);
    else
        workspace_error(workspace, &err);
}

static const struct key_choice later_choices[] = {
    {'y', "move them"}, {'n', "leave them"}, {0, NULL}};

static void ask_move(struct workspace *workspace)
{
    int days = workspace->verb_count;

    if (days == 0)
        ask_line(workspace, touches_label(workspace, "move to: "), NULL, "tomorrow",
                 move_answer);
    else
        ask_choice(workspace,
                   touches_label(workspace,
                                 arena_format(workspace->asking, "each %d day%s later?",
                                              days, days == 1 ? "" : "s")),
                   later_choices, later_chosen);
}

/* What is done or dropped is marked no longer. */
static void finish(struct workspace *workspace, bool next)
{
    struct on_marked *state = marked_under_way(workspace);
    struct error err;
    bool done =
        desk_many_finish(workspace->desk, &state->many, state->outcome, next, &err);

    if (done)
        list_marks_clear(state->pane);
    marked_made(workspace, done, touches_label(workspace, outcome_name(state->outcome)),
                &err);
    if (done)
        verb_ask_thanks_many(workspace, &state->many, state->outcome);
}

static void next_chosen(struct workspace *workspace, char key)
{
    if (key == 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
    else
        finish(workspace, key == '\n');
}

static const struct key_choice next_choices[] = {
    {'\n', "plan what each outcome proposes"}, {'-', "nothing next"}, {0, NULL}};

static void outcome_chosen(struct workspace *workspace, char key)
{
    struct on_marked *state = marked_under_way(workspace);

    if (key == 0)
        return;
    state->outcome = outcome_of(state->outcomes, key);
    ask_choice(workspace,
               touches_label(workspace, arena_format(workspace->asking, "%s; next:",
                                                     outcome_name(state->outcome))),
               next_choices, next_chosen);
}

static void ask_outcome(struct workspace *workspace)
{
    struct on_marked *state = marked_under_way(workspace);

    state->outcomes = outcome_row_all(workspace->asking, state->many.channels);
    if (state->outcomes->key == 0)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "no outcome fits them all: mark touches of one kind");
    else
        ask_choice(workspace, touches_label(workspace, "each:"), state->outcomes,
                   outcome_chosen);
}

static void promise_chosen(struct workspace *workspace, char key)
{
    struct error err;
    bool done, promise = key == 'p';

    if (key != 'p' && key != 'n')
        return;
    done = desk_many_promise(workspace->desk, &marked_under_way(workspace)->many, promise,
                             &err);
    marked_made(workspace, done,
                touches_label(workspace, promise ? "promised" : "no longer promises"),
                &err);
}

static const struct key_choice promise_choices[] = {
    {'p', "they are promised"}, {'n', "they are no promises"}, {0, NULL}};

static void drop_chosen(struct workspace *workspace, char key)
{
    struct on_marked *state = marked_under_way(workspace);
    struct error err;
    bool done;

    if (key != 'y')
        return;
    done = desk_many_drop(workspace->desk, &state->many, &err);
    if (done)
        list_marks_clear(state->pane);
    marked_made(workspace, done, touches_label(workspace, "dropped"), &err);
}

static const struct key_choice drop_choices[] = {
    {'y', "drop them"}, {'n', "keep them"}, {0, NULL}};

static void give_answer(struct workspace *workspace, const char *text)
{
    struct on_marked *state = marked_under_way(workspace);
    struct contact contact;
    struct error err;

    if (text == NULL || *text == '\0' ||
        !verb_find_person(workspace, text, &contact, give_answer))
        return;
    if (!desk_many_give(workspace->desk, &state->many, contact.id, &err)) {
        ask_again(workspace, &err, text, give_answer);
        return;
    }
    list_marks_clear(state->pane);
    marked_made(workspace, true,
                touches_label(workspace, arena_format(workspace->asking, "given to %s",
                                                      contact.name)),
                &err);
}

static void ask_touches(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_FINISH:
        ask_outcome(workspace);
        break;
    case DO_MOVE:
        ask_move(workspace);
        break;
    case DO_PROMISE:
        ask_choice(workspace, touches_label(workspace, "each:"), promise_choices,
                   promise_chosen);
        break;
    case DO_GIVE:
        ask_completed(workspace, touches_label(workspace, "give them to: "), NULL,
                      verb_complete(DO_GIVE), give_answer);
        break;
    default:
        ask_choice(workspace, touches_label(workspace, "drop them?"), drop_choices,
                   drop_chosen);
        break;
    }
}

static bool is_on_touches(int action)
{
    return action == DO_FINISH || action == DO_MOVE || action == DO_PROMISE ||
           action == DO_GIVE || action == DO_DELETE;
}

void verb_marked(struct workspace *workspace, struct pane *pane, int action)
{
    struct on_marked *state;
    struct error err;

    if (action == DO_PIPE) {
        verb_pipe_marked(workspace, pane);
        return;
    }
    state = arena_alloc(ask_begin(workspace), sizeof *state);
    repeat_forget(workspace);
    workspace->pending = state;
    state->pane = pane;
    if (!is_on_touches(action) && !marked_on_people(action))
        notice_set(
            &workspace->notice, NOTICE_PLAIN, "that takes one row only; %s",
            workspace_hint(
                workspace,
                "{on-marked} goes before {finish} {move} {promise} "
                "{give} {plan} {note} {their-move} {pipe} {stage} {tag} {delete}"));
    else if (!gather(workspace, state, &err))
        workspace_error(workspace, &err);
    else if (is_on_touches(action) && state->many.touch_count > 0)
        ask_touches(workspace, action);
    else if (marked_on_people(action) && state->many.person_count > 0)
        marked_ask_people(workspace, action);
    else
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "none of the marked rows has a touch planned");
}
