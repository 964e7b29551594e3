/* The next step is somebody else's: b, their move with a guard day (rule 8), and >, the
 * touch goes to another person. */
#include "actions.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"
#include "words.h"

struct handover {
    struct touch touch; /* to be given */
    int64_t person_id;  /* who owes */
    const char *name;
    const char *owes;
};

static struct handover *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static void guard_answer(struct workspace *workspace, const char *text)
{
    const struct handover *state = under_way(workspace);
    struct wall guard;
    struct error err;
    int64_t id;

    if (text == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
        return;
    }
    if (!desk_when(workspace->desk, state->person_id, text, &guard, &err) ||
        !desk_their_move(workspace->desk, state->person_id, state->owes, guard, &id,
                         &err)) {
        ask_again(workspace, &err, text, guard_answer);
        return;
    }
    workspace_changed(workspace);
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s owes you: %s; it comes back %s",
               state->name, state->owes,
               shown_wall(workspace->asking, guard, desk_today(workspace->desk)));
}

static void owes_answer(struct workspace *workspace, const char *text)
{
    struct handover *state = under_way(workspace);
    char day[WALL_TEXT_SIZE];

    if (text == NULL || *text == '\0')
        return;
    state->owes = arena_string(workspace->asking, text);
    ask_line(workspace,
             arena_format(workspace->asking, "%s, come back to it: ", state->name), NULL,
             wall_format(desk_guard_day(workspace->desk), day), guard_answer);
}

static void their_move(struct workspace *workspace)
{
    struct handover *state = arena_alloc(ask_begin(workspace), sizeof *state);

    if (!workspace_has_person(workspace))
        return;
    state->person_id = workspace->shared.person_id;
    state->name = arena_string(workspace->asking, workspace->shared.person_name);
    workspace->pending = state;
    ask_line(workspace, verb_label(workspace, "they owe you: "), NULL, NULL, owes_answer);
}

/* Several people bear the words: their names say which to add. */
static void name_them(struct workspace *workspace, const struct contact *found,
                      size_t count, struct error *err)
{
    const char *names = "";

    for (size_t i = 0; i < count; i++)
        names = arena_format(workspace->asking, "%s%s%s", names, i == 0 ? "" : ", ",
                             found[i].name);
    if (err->code == ERROR_AMBIGUOUS)
        error_set(err, ERROR_AMBIGUOUS, "say more of the name: %s", names);
}

bool verb_find_person(struct workspace *workspace, const char *text,
                      struct contact *contact, answer_function *answer)
{
    struct contact *found;
    struct error err;
    size_t count;

    if (desk_person_find(workspace->desk, text, workspace->asking, contact, &found,
                         &count, &err))
        return true;
    name_them(workspace, found, count, &err);
    ask_again(workspace, &err, text, answer);
    return false;
}

static void give_answer(struct workspace *workspace, const char *text)
{
    const struct handover *state = under_way(workspace);
    struct contact contact;
    struct error err;

    if (text == NULL || *text == '\0' ||
        !verb_find_person(workspace, text, &contact, give_answer))
        return;
    if (!desk_touch_give(workspace->desk, state->touch.id, contact.id, &err)) {
        ask_again(workspace, &err, text, give_answer);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s with %s is %s's now",
                   channel_name(state->touch.channel), state->touch.contact,
                   contact.name);
}

void verb_ask_give(struct workspace *workspace, const struct touch *touch)
{
    struct handover *state = arena_alloc(workspace->asking, sizeof *state);

    state->touch = *touch;
    workspace->pending = state;
    ask_completed(workspace,
                  arena_format(workspace->asking,
                               "%s, %s %s, give it to: ", touch->contact,
                               shown_channel(touch, desk_today(workspace->desk)),
                               shown_wall(workspace->asking, touch->due,
                                          desk_today(workspace->desk))),
                  NULL, verb_complete(DO_GIVE), give_answer);
}

bool verb_handover_act(struct workspace *workspace, int action)
{
    if (action != DO_THEIR_MOVE)
        return false;
    their_move(workspace);
    return true;
}
