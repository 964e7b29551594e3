/* c: the call sheet. Dialling, what is agreed on the line, hanging up: the outcome, then
 * the next touch; Enter stores all of it as one step (keys.md). */
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "outcome_row.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"
#include "words.h"

enum { EARLIER = '@' };

struct hanging_up {
    struct pane *sheet;
    const char *name;
    struct call_log log;
    struct touch next;
};

static struct hanging_up *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static void open_sheet(struct workspace *workspace)
{
    struct call_setup setup = {0};

    if (workspace_row(workspace) == ROW_TOUCH)
        setup.touch_id = workspace->shared.touch_id;
    if (workspace_has_person(workspace))
        workspace_open(workspace, SHEET_CALL, &setup);
}

/* What a command may dial: no blank, no option, nothing but a number. */
static const char *dialled(struct arena *arena, const char *number)
{
    char *plain = arena_string(arena, number);
    size_t length = 0;

    for (const char *at = number; *at != '\0'; at++) {
        if ((*at >= '0' && *at <= '9') || (*at == '+' && length == 0) || *at == '#' ||
            *at == '*')
            plain[length++] = *at;
    }
    plain[length] = '\0';
    return plain;
}

static bool dial(struct workspace *workspace, struct pane *sheet, struct error *err)
{
    const char *command = desk_settings(workspace->desk)->dialer;
    const char *number = call_number(sheet);
    const struct contact *contact = &call_brief_of(sheet)->contact;

    if (contact->do_not_contact)
        return error_set(err, ERROR_FAILED, "%s is marked \"do not contact\"",
                         contact->name);
    if (number == NULL)
        return error_set(err, ERROR_NOT_FOUND,
                         "no number of %s is known; a letter starts the clock",
                         contact->name);
    if (command == NULL) {
        verb_hand_copy(workspace, number);
        return true;
    }
    return verb_open(workspace, command, dialled(workspace->asking, number), err);
}

static void agree_answer(struct workspace *workspace, const char *text)
{
    struct pane *sheet = workspace_top(workspace);
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!call_agree(sheet, text, &err)) {
        ask_again(workspace, &err, text, agree_answer);
        return;
    }
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s", call_next_of(sheet)->say);
}

/* Whose clock the time is by is said where it is typed. */
static void agree(struct workspace *workspace, struct pane *sheet)
{
    const struct contact *contact = &call_brief_of(sheet)->contact;

    ask_begin(workspace);
    if (contact->id == 0)
        notice_set(&workspace->notice, NOTICE_WARNING, "first say who it is");
    else
        ask_line(workspace,
                 arena_format(workspace->asking, "%s, next, %s: ", contact->name,
                              contact->zone != NULL ? "in their time (or: mine)"
                                                    : "their zone is not known"),
                 NULL, NULL, agree_answer);
}

static void ask_outcome(struct workspace *workspace);

/* In the queue the next one comes up; Esc leaves it. */
static void go_on(struct workspace *workspace)
{
    struct pane *queue = workspace_top(workspace);
    struct error err;

    if (queue->ops == &calls_sheet && calls_next(queue, &err))
        open_sheet(workspace);
}

static void store(struct workspace *workspace, const struct touch *next)
{
    struct hanging_up *state = under_way(workspace);
    const struct touch touch = call_brief_of(state->sheet)->touch;
    const struct succession *succession = state->log.succession;
    const char *outcome = outcome_name(state->log.outcome);
    const char *name = arena_string(workspace->asking, state->name);
    struct error err;

    state->log.next = next;
    if (!desk_call_store(workspace->desk, &state->log, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_back(workspace);
    go_on(workspace);
    if (succession != NULL)
        verb_succeeded(workspace, succession);
    else
        workspace_made(workspace, NOTICE_PLAIN, "call with %s: %s%s", name, outcome,
                       next == NULL ? ", no next step" : "");
    verb_ask_thanks(workspace, &touch, state->log.outcome);
}

static void took_over(struct workspace *workspace, const struct succession *succession,
                      const struct touch *next)
{
    under_way(workspace)->log.succession = succession;
    store(workspace, next);
}

static void next_answer(struct workspace *workspace, const char *text)
{
    struct hanging_up *state = under_way(workspace);
    const struct call_next *agreed = call_next_of(state->sheet);
    struct touch_warning warning;
    struct error err;

    if (text == NULL)
        return;
    if (agreed != NULL && strcmp(text, agreed->line) == 0) {
        store(workspace, &agreed->touch);
        return;
    }
    if (*text == '\0' || strcmp(text, "-") == 0) {
        store(workspace, NULL);
        return;
    }
    if (!desk_touch_read(workspace->desk, state->log.contact_id, text, workspace->asking,
                         &state->next, &warning, &err)) {
        ask_again(workspace, &err, text, next_answer);
        return;
    }
    state->next.cause = CAUSE_NEXT;
    store(workspace, &state->next);
}

/* The one that was planned, or one nobody planned. */
static struct touch touch_of(const struct hanging_up *state)
{
    const struct call_brief *brief = call_brief_of(state->sheet);

    if (brief->has_touch)
        return brief->touch;
    return (struct touch){.contact_id = state->log.contact_id,
                          .contact = state->name,
                          .company = brief->contact.company,
                          .channel = CHANNEL_CALL};
}

static void propose_next(struct workspace *workspace)
{
    const struct hanging_up *state = under_way(workspace);
    const struct call_next *agreed = call_next_of(state->sheet);
    const struct touch touch = touch_of(state);

    if (agreed == NULL)
        verb_ask_next(workspace, &touch, state->log.outcome, next_answer);
    else /* that comes before what the desk would propose */
        ask_line(workspace,
                 arena_format(workspace->asking, "%s, %s; agreed: ", state->name,
                              outcome_name(state->log.outcome)),
                 NULL, agreed->line, next_answer);
}

/* A call made earlier, on another phone: its clock is nobody's. */
static void earlier_answer(struct workspace *workspace, const char *text)
{
    struct hanging_up *state = under_way(workspace);
    struct error err;

    if (text == NULL)
        return;
    if (!desk_call_earlier(workspace->desk, text, &state->log.started_utc, &err)) {
        ask_again(workspace, &err, text, earlier_answer);
        return;
    }
    state->log.seconds = 0;
    ask_outcome(workspace);
}

static void outcome_chosen(struct workspace *workspace, char key)
{
    struct hanging_up *state = under_way(workspace);
    struct touch touch;

    if (key == 0)
        return;
    if (key == EARLIER) {
        ask_line(workspace,
                 arena_format(workspace->asking, "%s, it was at: ", state->name), NULL,
                 NULL, earlier_answer);
        return;
    }
    state->log.outcome = outcome_of(outcome_row(CHANNEL_CALL), key);
    touch = touch_of(state);
    verb_ask_successor(workspace, &touch, state->log.outcome,
                       (struct successor_asked){.known = took_over,
                                                .not_known = propose_next,
                                                .agreed = call_next_of(state->sheet)});
}

static void ask_outcome(struct workspace *workspace)
{
    const struct hanging_up *state = under_way(workspace);
    const struct key_choice *row = outcome_row(CHANNEL_CALL);
    struct key_choice *choices;
    size_t count = 0;

    while (row[count].key != 0)
        count++;
    choices = arena_array(workspace->asking, count + 2, sizeof *choices);
    memcpy(choices, row, count * sizeof *choices);
    choices[count] = (struct key_choice){EARLIER, "it was earlier"};
    choices[count + 1] = (struct key_choice){0, NULL};
    ask_choice(workspace, arena_format(workspace->asking, "%s:", state->name), choices,
               outcome_chosen);
}

/* The draft is on disk before anything is asked, so that filing it takes it along. */
static void hang_up(struct workspace *workspace, struct pane *sheet)
{
    struct hanging_up *state = arena_alloc(ask_begin(workspace), sizeof *state);
    struct error err;

    workspace->pending = state;
    if (call_runs(sheet) &&
        !typing_save(call_typing(sheet), workspace->desk, true, clock_ticks_ms(), &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (call_is_theirs(sheet)) {
        verb_rang_over(workspace, sheet);
        return;
    }
    state->sheet = sheet;
    state->name = call_brief_of(sheet)->contact.name;
    state->log = call_log_of(sheet);
    ask_outcome(workspace);
}

static const struct key_choice close_choices[] = {
    {'h', "hang up"}, {'x', "throw it away, note and all"}, {0, NULL}};

static void close_chosen(struct workspace *workspace, char key)
{
    struct pane *sheet = workspace_top(workspace);
    struct error err;

    if (key == 'h')
        hang_up(workspace, sheet);
    if (key != 'x')
        return;
    if (call_typing(sheet)->draft.id != 0 &&
        !desk_draft_drop(workspace->desk, call_typing(sheet)->draft.id, &err))
        workspace_error(workspace, &err);
    workspace_back(workspace);
}

static bool act_on_sheet(struct workspace *workspace, int action)
{
    struct pane *sheet = workspace_top(workspace);
    struct error err;

    switch (action) {
    case DO_DIAL:
        ask_begin(workspace);
        if (dial(workspace, sheet, &err))
            call_start(sheet);
        else
            workspace_error(workspace, &err);
        return true;
    case DO_AGREE:
        agree(workspace, sheet);
        return true;
    case DO_HANG_UP:
        hang_up(workspace, sheet);
        return true;
    default:
        return false;
    }
}

bool verb_call_close(struct workspace *workspace)
{
    struct pane *top = workspace_top(workspace);

    if (top->ops != &call_sheet || !call_runs(top))
        return false;
    ask_begin(workspace);
    ask_choice(workspace, "The call is under way:", close_choices, close_chosen);
    return true;
}

bool verb_call_act(struct workspace *workspace, int action)
{
    if (action == DO_CALL) {
        open_sheet(workspace);
        return true;
    }
    return workspace_top(workspace)->ops == &call_sheet &&
           act_on_sheet(workspace, action);
}
