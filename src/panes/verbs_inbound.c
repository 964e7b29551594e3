/* r: they reached me (design.md rules 3 and 8, keys.md). The kind, a jotted line, and
 * what rule 3 offers; nothing is stored before the last answer. */
#include <string.h>

#include "actions.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"
#include "words.h"

struct reaching {
    const char *name;
    struct inbound inbound;
    struct inbound_offer offer;
};

static const struct key_choice kinds[] = {{'\n', "rang"},     {'n', "rang, missed"},
                                          {'v', "voicemail"}, {'m', "mail"},
                                          {'s', "message"},   {0, NULL}};

static const struct key_choice return_choices[] = {
    {'\n', "it is done"}, {'n', "it stays"}, {0, NULL}};

static const struct key_choice back_choices[] = {
    {'y', "they are back"}, {'\n', "not yet"}, {0, NULL}};

static struct reaching *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static void cancelled(struct workspace *workspace)
{
    notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
}

static enum inbound_kind kind_of(char key)
{
    switch (key) {
    case 'n':
        return INBOUND_MISSED;
    case 'v':
        return INBOUND_VOICEMAIL;
    case 'm':
        return INBOUND_EMAIL;
    case 's':
        return INBOUND_MESSAGE;
    default:
        return INBOUND_CALL;
    }
}

static void store(struct workspace *workspace)
{
    const struct reaching *state = under_way(workspace);
    struct error err;
    int64_t id;

    if (!desk_inbound_store(workspace->desk, &state->inbound, &id, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s %s", state->name,
                   inbound_words(state->inbound.kind));
}

static void next_answer(struct workspace *workspace, const char *text)
{
    struct reaching *state = under_way(workspace);
    struct touch_warning warning;
    struct touch *next = arena_alloc(workspace->asking, sizeof *next);
    struct error err;

    if (text == NULL) {
        cancelled(workspace);
        return;
    }
    if (*text != '\0' && strcmp(text, "-") != 0) {
        if (!desk_touch_read(workspace->desk, state->inbound.contact_id, text,
                             workspace->asking, next, &warning, &err)) {
            ask_again(workspace, &err, text, next_answer);
            return;
        }
        next->cause = CAUSE_NEXT;
        state->inbound.next = next;
    }
    store(workspace);
}

/* Rule 8: what the return call leaves behind, when nothing else is planned. */
static void ask_next(struct workspace *workspace)
{
    struct reaching *state = under_way(workspace);
    struct next_step next;
    struct error err;

    if (state->inbound.answer != INBOUND_RETURN_DONE || state->offer.others) {
        store(workspace);
        return;
    }
    if (!desk_touch_next(workspace->desk, &state->offer.return_call, OUTCOME_REACHED,
                         workspace->asking, &next, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_line(workspace,
             arena_format(workspace->asking, "%s, next, - for none: ", state->name), NULL,
             shown_next_line(workspace->asking, &next), next_answer);
}

static void back_chosen(struct workspace *workspace, char key)
{
    struct reaching *state = under_way(workspace);

    if (key == 0) {
        cancelled(workspace);
        return;
    }
    state->inbound.back = key == 'y' ? state->offer.absence.id : 0;
    ask_next(workspace);
}

/* The day back is not reached. */
static void ask_back(struct workspace *workspace)
{
    struct reaching *state = under_way(workspace);
    struct arena *arena = workspace->asking;

    if (!state->offer.away || state->inbound.kind == INBOUND_MISSED)
        ask_next(workspace);
    else
        ask_choice(workspace,
                   arena_format(arena, "%s (%s), are they back?", state->name,
                                shown_back(arena, &state->offer.absence,
                                           desk_today(workspace->desk))),
                   back_choices, back_chosen);
}

static void return_chosen(struct workspace *workspace, char key)
{
    struct reaching *state = under_way(workspace);

    if (key == 0) {
        cancelled(workspace);
        return;
    }
    state->inbound.return_call = state->offer.return_call.id;
    state->inbound.answer = key == 'n' ? INBOUND_RETURN_STAYS : INBOUND_RETURN_DONE;
    ask_back(workspace);
}

static void words_answer(struct workspace *workspace, const char *text)
{
    struct reaching *state = under_way(workspace);
    const struct touch *call = &state->offer.return_call;
    struct arena *arena = workspace->asking;

    if (text == NULL) {
        cancelled(workspace);
        return;
    }
    state->inbound.text = arena_string(arena, text);
    if (!state->offer.has_return)
        ask_back(workspace);
    else
        ask_choice(workspace,
                   arena_format(arena, "%s, the return call %s%s%s:", state->name,
                                shown_wall(arena, call->due, desk_today(workspace->desk)),
                                call->purpose != NULL ? ", " : "",
                                call->purpose != NULL ? call->purpose : ""),
                   return_choices, return_chosen);
}

static void kind_chosen(struct workspace *workspace, char key)
{
    struct reaching *state = under_way(workspace);
    struct error err;

    if (key == 0)
        return;
    state->inbound.kind = kind_of(key);
    if (!desk_inbound_offer(workspace->desk, state->inbound.contact_id,
                            state->inbound.kind, workspace->asking, &state->offer,
                            &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_line(workspace,
             arena_format(workspace->asking, "%s %s; note: ", state->name,
                          inbound_words(state->inbound.kind)),
             NULL, NULL, words_answer);
}

bool verb_inbound_act(struct workspace *workspace, int action)
{
    struct reaching *state;

    if (action != DO_GOT)
        return false;
    state = arena_alloc(ask_begin(workspace), sizeof *state);
    *state = (struct reaching){
        .name = arena_string(workspace->asking, workspace->shared.person_name),
        .inbound.contact_id = workspace->shared.person_id};
    workspace->pending = state;
    if (workspace_has_person(workspace))
        ask_choice(workspace, arena_format(workspace->asking, "%s, they:", state->name),
                   kinds, kind_chosen);
    return true;
}
