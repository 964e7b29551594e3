/* Plays: the one that is proposed, or any by its name; its touches are shown before Enter
 * plans them (design.md rules 12, 13 and 21). Deals, whose plays are shown at once. */
#include <string.h>

#include "actions.h"
#include "sheets.h"
#include "touchbase/base/buffer.h"
#include "touchbase/desk/deals.h"
#include "touchbase/desk/proposals.h"
#include "verbs.h"
#include "words.h"

static const char default_play[] = "new lead";

struct playing {
    int64_t person_id;
    struct proposal proposal;
    struct touch *touches;
    size_t count;
};

static void start_answer(struct workspace *workspace, const char *text)
{
    const struct playing *playing = workspace->pending;
    const struct proposal *proposal = &playing->proposal;
    bool wanted = text != NULL && strcmp(text, "-") != 0;
    struct error err;

    if (text == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was planned");
        return;
    }
    if (wanted ? !desk_proposal_accept(workspace->desk, proposal, playing->touches,
                                       playing->count, &err)
               : !desk_proposal_dismiss(workspace->desk, proposal, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (wanted)
        workspace_made(workspace, NOTICE_PLAIN, "%s: %zu touches planned with %s",
                       proposal->play->name, playing->count, proposal->contact);
    else
        workspace_made(workspace, NOTICE_PLAIN, "%s is not wanted for %s",
                       proposal->play->name, proposal->contact);
}

/* "call today, apology and a new time; card Mon 30 Mar, thank you" */
static const char *touches_words(struct workspace *workspace,
                                 const struct playing *playing)
{
    struct arena *arena = workspace->asking;
    day_number today = desk_today(workspace->desk);
    const char *words = playing->proposal.why == NULL
                            ? ""
                            : arena_format(arena, "%s: ", playing->proposal.why);

    for (size_t i = 0; i < playing->count; i++) {
        const struct touch *touch = &playing->touches[i];

        words = arena_format(
            arena, "%s%s%s %s%s%s", words, i == 0 ? "" : "; ",
            channel_name(touch->channel),
            touch->due.day == today ? "today" : shown_day(arena, touch->due.day, today),
            touch->purpose == NULL ? "" : ", ",
            touch->purpose == NULL ? "" : touch->purpose);
    }
    return words;
}

static void show(struct workspace *workspace, struct playing *playing)
{
    struct arena *arena = workspace->asking;
    const struct proposal *proposal = &playing->proposal;
    struct error err;

    if (!desk_proposal_touches(workspace->desk, proposal, arena, &playing->touches,
                               &playing->count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_line(workspace,
             arena_format(arena, "%s, %s, - not wanted: ", proposal->contact,
                          proposal->play->name),
             NULL, arena_format(arena, "plan %zu", playing->count), start_answer);
    ask_above(workspace, touches_words(workspace, playing));
}

static struct playing *begin(struct workspace *workspace)
{
    struct playing *playing = arena_alloc(ask_begin(workspace), sizeof *playing);

    playing->person_id = workspace->shared.person_id;
    workspace->pending = playing;
    return playing;
}

static void name_answer(struct workspace *workspace, const char *text)
{
    struct playing *playing = workspace->pending;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (desk_proposal_named(workspace->desk, playing->person_id, text, workspace->asking,
                            &playing->proposal, &err))
        show(workspace, playing);
    else
        ask_again(workspace, &err, text, name_answer);
}

void verb_play_named(struct workspace *workspace, const char *words)
{
    if (!workspace_has_person(workspace))
        return;
    begin(workspace);
    name_answer(workspace, arena_string(workspace->asking, words));
}

/* What is proposed first is offered first. */
static void ask_name(struct workspace *workspace)
{
    struct playing *playing;
    struct proposal *rows;
    struct error err;
    size_t count;

    if (!workspace_has_person(workspace))
        return;
    playing = begin(workspace);
    if (!desk_proposals_of(workspace->desk, playing->person_id, workspace->asking, &rows,
                           &count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_line(workspace, verb_label(workspace, "play: "), NULL,
             count > 0 ? rows[0].play->name : default_play, name_answer);
    if (count > 0)
        ask_above(workspace, rows[0].why);
}

/* What the deal calls for is shown at once. */
static void show_called_for(struct workspace *workspace, const struct deal *deal)
{
    struct playing *playing = workspace->pending;
    struct proposal *rows;
    struct error err;
    size_t count;

    workspace_made(workspace, NOTICE_PLAIN, "deal with %s: %s %s", deal->contact,
                   deal_amount(workspace->asking, deal->amount),
                   deal_state_name(deal->state));
    if (!desk_proposals_of(workspace->desk, playing->person_id, workspace->asking, &rows,
                           &count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (rows[i].cause_id != deal->id || (rows[i].play->trigger != TRIGGER_WON &&
                                             rows[i].play->trigger != TRIGGER_DELIVERED))
            continue;
        playing->proposal = rows[i];
        show(workspace, playing);
        return;
    }
}

static void deal_answer(struct workspace *workspace, const char *text)
{
    const struct playing *playing = workspace->pending;
    enum deal_state state;
    struct deal deal;
    struct error err;
    int64_t amount;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_deal_read(text, workspace->asking, &amount, &state, &err))
        ask_again(workspace, &err, text, deal_answer);
    else if (!desk_deal_tell(workspace->desk, playing->person_id, amount, state,
                             workspace->asking, &deal, &err))
        workspace_error(workspace, &err);
    else
        show_called_for(workspace, &deal);
}

/* The newest deal stands typed: what became of it is written behind it. */
static void ask_deal(struct workspace *workspace)
{
    const char *typed = NULL;
    struct playing *playing;
    struct deal *deals;
    struct error err;
    size_t count;

    if (!workspace_has_person(workspace))
        return;
    playing = begin(workspace);
    if (!desk_deals(workspace->desk, playing->person_id, 1, workspace->asking, &deals,
                    &count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (count > 0 && (deals->state == DEAL_OPEN || deals->state == DEAL_WON))
        typed = arena_format(workspace->asking, "%s ",
                             deal_amount(workspace->asking, deals->amount));
    ask_line(workspace, verb_label(workspace, "amount, won, delivered or lost: "), typed,
             NULL, deal_answer);
}

bool verb_play_act(struct workspace *workspace, int action)
{
    const struct proposal *proposal;
    struct pane *top = workspace_top(workspace);

    if (action == DO_PLAY) {
        ask_name(workspace);
        return true;
    }
    if (action == DO_DEAL) {
        ask_deal(workspace);
        return true;
    }
    if (action != DO_OPEN || top->ops != &confirm_sheet)
        return false;
    proposal = confirm_proposal(top);
    if (proposal == NULL)
        return false;
    struct playing *playing = begin(workspace);
    playing->proposal = *proposal;
    show(workspace, playing);
    return true;
}

void verb_play_complete(void *context, const char *text, size_t cursor, size_t *start,
                        void (*add)(void *sink, const char *candidate), void *sink)
{
    const struct workspace *workspace = context;
    const struct plays *plays = &desk_settings(workspace->desk)->plays;

    *start = 0;
    for (size_t i = 0; i < plays->event_count; i++) {
        if (strncmp(plays->events[i].name, text, cursor) == 0)
            add(sink, plays->events[i].name);
    }
}
