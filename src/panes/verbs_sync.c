/* What a calendar that is kept in step asks (desk/sync.h): both versions are shown, a key
 * says which counts, or how it went. */
#include "actions.h"
#include "outcome_row.h"
#include "sheets.h"
#include "touchbase/desk/sync.h"
#include "verbs.h"

static const struct key_choice sides[] = {
    {'m', "as it is here"}, {'t', "as in the calendar"}, {0, NULL}};

static void side_chosen(struct workspace *workspace, char key)
{
    const struct parting *parting = workspace->pending;
    enum parting_choice choice = key == 'm' ? PARTING_MINE : PARTING_THEIRS;
    struct error err;

    if (key == 0)
        return;
    if (desk_parting_decide(workspace->desk, parting, choice, &err))
        workspace_made(workspace, NOTICE_PLAIN, "%s with %s: as %s",
                       channel_name(parting->touch.channel), parting->touch.contact,
                       choice == PARTING_MINE ? "it is here" : "in the calendar");
    else
        workspace_error(workspace, &err);
}

static void outcome_chosen(struct workspace *workspace, char key)
{
    const struct parting *parting = workspace->pending;
    enum outcome outcome = outcome_of(outcome_row(parting->touch.channel), key);
    struct error err;

    if (outcome == OUTCOME_NONE)
        return;
    if (desk_parting_outcome(workspace->desk, parting, outcome, &err))
        workspace_made(workspace, NOTICE_PLAIN, "%s with %s: %s",
                       channel_name(parting->touch.channel), parting->touch.contact,
                       outcome_name(outcome));
    else
        workspace_error(workspace, &err);
}

static void ask(struct workspace *workspace, int64_t touch_id)
{
    struct arena *arena = ask_begin(workspace);
    struct parting *parting = arena_alloc(arena, sizeof *parting);
    const char *label;
    struct error err;

    if (!desk_parting_of(workspace->desk, touch_id, arena, parting, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace->pending = parting;
    label = arena_format(arena, "%s:", parting->touch.contact);
    if (parting->kind == PARTING_OUTCOME)
        ask_choice(workspace, label, outcome_row(parting->touch.channel), outcome_chosen);
    else
        ask_choice(workspace, label, sides, side_chosen);
    ask_above(workspace, desk_parting_words(arena, parting));
}

bool verb_sync_act(struct workspace *workspace, int action)
{
    const struct pane *top = workspace_top(workspace);

    if (action == DO_SYNC) {
        syncing_now(workspace);
        return true;
    }
    int64_t touch_id = top->ops == &confirm_sheet ? confirm_asked_touch(top) : 0;

    if (action != DO_OPEN || touch_id == 0)
        return false;
    ask(workspace, touch_id);
    return true;
}
