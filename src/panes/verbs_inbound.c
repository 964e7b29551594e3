/* r: they reached me (design.md rules 3 and 8, keys.md). The kind, a jotted line, and
 * what rule 3 offers; nothing is stored before the last answer. */
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"
#include "words.h"

struct reaching {
    const char *name;
    struct inbound inbound;
    struct inbound_offer offer;
    struct pane *sheet; /* of a call that is over, NULL: no sheet was open */
};

static const struct key_choice kinds[] = {
    {'\n', "ring"},   {'n', "rang, missed"},        {'v', "voicemail"}, {'m', "mail"},
    {'s', "message"}, {'/', "it is somebody else"}, {0, NULL}};

static const struct key_choice return_choices[] = {
    {'\n', "that was it"}, {'n', "it stays"}, {0, NULL}};

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
    const char *name = state->name;
    struct error err;
    int64_t id;

    if (!desk_inbound_store(workspace->desk, &state->inbound, &id, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (state->sheet != NULL) {
        name = arena_string(workspace->asking, name); /* the sheet's own goes with it */
        workspace_back(workspace);
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s %s", name,
                   inbound_words(state->inbound.kind));
    if (state->inbound.answer == INBOUND_RETURN_DONE)
        verb_ask_thanks(workspace, &state->offer.return_call, OUTCOME_REACHED);
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
    struct touch call = {.contact_id = state->inbound.contact_id,
                         .contact = state->name,
                         .channel = CHANNEL_CALL};
    struct next_step next;
    struct error err;

    bool wanted = state->offer.has_return ? state->inbound.answer == INBOUND_RETURN_DONE
                                          : state->sheet != NULL;

    if (state->inbound.next != NULL || !wanted || state->offer.others) {
        store(workspace);
        return;
    }
    if (state->offer.has_return)
        call = state->offer.return_call;
    if (!desk_touch_next(workspace->desk, &call, OUTCOME_REACHED, workspace->asking,
                         &next, &err)) {
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

/* Rule 3: what they made needless, the return call or the one planned for this week. */
static void ask_return(struct workspace *workspace)
{
    const struct reaching *state = under_way(workspace);
    const struct touch *call = &state->offer.return_call;
    struct arena *arena = workspace->asking;

    if (!state->offer.has_return)
        ask_back(workspace);
    else
        ask_choice(workspace,
                   arena_format(arena, "%s, the %scall %s%s%s:", state->name,
                                call->absence_id != 0 ? "return " : "planned ",
                                shown_wall(arena, call->due, desk_today(workspace->desk)),
                                call->purpose != NULL ? ", " : "",
                                call->purpose != NULL ? call->purpose : ""),
                   return_choices, return_chosen);
}

static void words_answer(struct workspace *workspace, const char *text)
{
    struct reaching *state = under_way(workspace);

    if (text == NULL) {
        cancelled(workspace);
        return;
    }
    state->inbound.text = arena_string(workspace->asking, text);
    ask_return(workspace);
}

static void open_sheet(struct workspace *workspace, const char *caller)
{
    struct call_setup setup = {.rang = true, .caller = caller};

    workspace_open(workspace, SHEET_CALL, &setup);
}

static void ask_kind(struct workspace *workspace);

/* Nobody is known by that number: the call is taken all the same. */
static void ring_unknown(struct workspace *workspace, const char *caller)
{
    shared_set(&workspace->shared, 0, "", 0, 0);
    open_sheet(workspace, *caller != '\0' ? caller : NULL);
}

static void who_answer(struct workspace *workspace, const char *text)
{
    struct contact contact;
    struct error err;

    if (text == NULL)
        return;
    if (*text != '\0' && desk_person_find(workspace->desk, text, workspace->asking,
                                          &contact, NULL, NULL, &err)) {
        shared_set(&workspace->shared, contact.id, contact.name, 0, 0);
        ask_kind(workspace);
    } else if (inbound_is_number(text) &&
               (*text == '\0' || err.code == ERROR_NOT_FOUND)) {
        ring_unknown(workspace, text);
    } else {
        verb_find_person(workspace, text, &contact, who_answer);
    }
}

static void ask_who(struct workspace *workspace)
{
    ask_completed(workspace, "who is it (name or last digits; empty: not known): ", NULL,
                  verb_complete(DO_GIVE), who_answer);
}

static void kind_chosen(struct workspace *workspace, char key)
{
    struct reaching *state = under_way(workspace);
    struct error err;

    if (key == 0)
        return;
    if (key == '/') {
        ask_who(workspace);
        return;
    }
    if (key == '\n') {
        open_sheet(workspace, NULL);
        return;
    }
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

static void ask_kind(struct workspace *workspace)
{
    struct reaching *state = arena_alloc(workspace->asking, sizeof *state);

    *state = (struct reaching){
        .name = arena_string(workspace->asking, workspace->shared.person_name),
        .inbound.contact_id = workspace->shared.person_id};
    workspace->pending = state;
    ask_choice(workspace, arena_format(workspace->asking, "%s, they:", state->name),
               kinds, kind_chosen);
}

void verb_rang_over(struct workspace *workspace, struct pane *sheet)
{
    struct reaching *state = arena_alloc(ask_begin(workspace), sizeof *state);
    const struct call_log log = call_log_of(sheet);
    const struct call_next *agreed = call_next_of(sheet);
    const char *caller = call_caller(sheet);
    struct error err;

    *state =
        (struct reaching){.sheet = sheet,
                          .inbound = {.contact_id = log.contact_id,
                                      .caller = caller,
                                      .kind = INBOUND_CALL,
                                      .text = log.note,
                                      .reached_utc = log.started_utc,
                                      .seconds = log.seconds,
                                      .draft_id = log.draft_id,
                                      .next = agreed != NULL ? &agreed->touch : NULL}};
    workspace->pending = state;
    state->name = call_brief_of(sheet)->contact.name;
    if (log.contact_id == 0) {
        state->name = caller != NULL ? caller : "somebody unknown";
        store(workspace);
    } else if (!desk_inbound_offer(workspace->desk, log.contact_id, INBOUND_CALL,
                                   workspace->asking, &state->offer, &err)) {
        workspace_error(workspace, &err);
    } else {
        ask_return(workspace);
    }
}

bool verb_inbound_act(struct workspace *workspace, int action)
{
    if (action != DO_GOT)
        return false;
    ask_begin(workspace);
    if (workspace->shared.person_id != 0)
        ask_kind(workspace);
    else
        ask_who(workspace);
    return true;
}
