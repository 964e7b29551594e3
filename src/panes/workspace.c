/* The window as a whole: its panes, its sheets, and what their answers ask for. */
#include "workspace.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "arranging.h"
#include "call_sheet.h"
#include "list_pane.h"
#include "look.h"
#include "message_sheet.h"
#include "notes_pane.h"
#include "ringing.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "verbs.h"

struct pane *workspace_top(const struct workspace *workspace)
{
    if (workspace->sheet_count > 0)
        return workspace->sheets[workspace->sheet_count - 1];
    return workspace->panes[workspace->focus];
}

enum row_kind workspace_row(const struct workspace *workspace)
{
    const struct pane_ops *top = workspace_top(workspace)->ops;
    bool mixed = top == &calls_sheet || top == &agenda_sheet || top == &cards_sheet ||
                 top == &today_sheet;

    if (top == &notes_pane)
        return ROW_NOTE;
    if ((mixed || top == &touch_pane) && workspace->shared.touch_id != 0)
        return ROW_TOUCH;
    if ((mixed || top == &away_pane) && workspace->shared.absence_id != 0)
        return ROW_ABSENCE;
    return ROW_PERSON;
}

const char *workspace_context(const struct workspace *workspace)
{
    const struct pane *top = workspace_top(workspace);

    if (top->ops == &notes_pane && notes_editing(top))
        return "note-text";
    if (top->ops == &call_sheet)
        return call_context(top);
    return top->ops->context;
}

struct typing *workspace_typing(struct pane *pane)
{
    if (pane->ops == &notes_pane && notes_editing(pane))
        return notes_typing(pane);
    if (pane->ops == &call_sheet && call_runs(pane))
        return call_typing(pane);
    if (pane->ops == &message_sheet)
        return message_typing(pane);
    return pane->ops == &heard_sheet ? heard_typing(pane) : NULL;
}

void workspace_error(struct workspace *workspace, const struct error *err)
{
    notice_error(&workspace->notice, err);
}

void workspace_changed(struct workspace *workspace)
{
    for (int i = 0; i < DESK_PANES; i++)
        workspace->panes[i]->stale = true;
    for (int i = 0; i < workspace->sheet_count; i++)
        workspace->sheets[i]->stale = true;
}

void workspace_settle(struct workspace *workspace)
{
    workspace->shared.settled++;
    workspace->shared.elsewhere = 0;
    workspace_changed(workspace);
}

void workspace_moved(struct workspace *workspace)
{
    workspace->panes[PANE_NOTES]->stale = true;
}

void workspace_focus(struct workspace *workspace, int pane)
{
    workspace->panes[workspace->focus]->focus = false;
    workspace->focus = pane;
    workspace->panes[pane]->focus = workspace->sheet_count == 0;
    if (pane == PANE_PROSPECTS || pane == PANE_AWAY || pane == PANE_TOUCHES) {
        if (list_pane_follow(workspace->panes[pane]))
            workspace_moved(workspace);
    }
}

void workspace_open(struct workspace *workspace, int sheet, void *setup)
{
    struct error err;
    struct pane *pane;

    if (workspace->sheet_count == SHEETS_MAX) {
        notice_set(&workspace->notice, NOTICE_WARNING, "q goes back first");
        return;
    }
    pane = pane_open(sheet_ops((enum sheet)sheet), &workspace->shared, setup, &err);
    if (pane == NULL) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_top(workspace)->focus = false;
    pane->focus = true;
    workspace->sheets[workspace->sheet_count++] = pane;
    screen_forget(workspace->screen);
}

/* A sheet may have left another person current: the list's own row is the current one
 * again. */
void workspace_back(struct workspace *workspace)
{
    if (workspace->sheet_count == 0)
        return;
    pane_close(workspace->sheets[--workspace->sheet_count]);
    workspace_top(workspace)->focus = true;
    workspace_settle(workspace);
    if (workspace->sheet_count == 0)
        workspace_focus(workspace, workspace->focus);
}

void workspace_go_person(struct workspace *workspace, int64_t person_id)
{
    while (workspace->sheet_count > 0)
        workspace_back(workspace);
    list_pane_go(workspace->panes[PANE_PROSPECTS], person_id);
    workspace_focus(workspace, PANE_PROSPECTS);
}

/* A sheet that opens another in its place (find) leads to somebody: the desk follows
 * there. */
static void back_and_on(struct workspace *workspace, unsigned result, int what,
                        void *setup)
{
    const struct pane_ops *closed = workspace_top(workspace)->ops;
    int64_t person_id = workspace->shared.person_id;

    workspace_back(workspace);
    if (closed == &take_in_sheet)
        verb_take_in_closed(workspace);
    if ((result & PANE_OPEN) != 0) {
        workspace_go_person(workspace, person_id);
        workspace_open(workspace, what, setup);
    }
}

void workspace_do(struct workspace *workspace, struct pane *pane, unsigned result,
                  const struct error *err)
{
    int what = pane->request.what;
    void *setup = pane->request.setup;

    if ((result & PANE_FAILED) != 0)
        workspace_error(workspace, err);
    if ((result & PANE_MESSAGE) != 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s", buffer_string(&pane->message));
    if ((result & PANE_BELL) != 0)
        screen_bell(workspace->screen);
    if ((result & PANE_RELOAD) != 0)
        workspace_changed(workspace);
    if ((result & PANE_MOVED) != 0)
        workspace_moved(workspace);
    if ((result & PANE_BACK) != 0)
        back_and_on(workspace, result, what, setup);
    else if ((result & PANE_OPEN) != 0)
        workspace_open(workspace, what, setup);
    if ((result & PANE_QUIT) != 0)
        loop_leave(workspace->loop);
}

static bool load_pane(struct workspace *workspace, struct pane *pane)
{
    struct error err;

    if (pane_load(pane, &err))
        return true;
    workspace_error(workspace, &err);
    pane->stale = false; /* shown as it was; the next change tries again */
    return false;
}

static void load_desk(struct workspace *workspace)
{
    int list = workspace->focus == PANE_NOTES ? PANE_PROSPECTS : workspace->focus;

    for (int i = 0; i < PANE_NOTES; i++) {
        if (workspace->panes[i]->rows > 0)
            load_pane(workspace, workspace->panes[i]);
    }
    /* In Notes the person stays who it was; elsewhere the row under the cursor says who.
     */
    if ((workspace->focus != PANE_NOTES || workspace->shared.person_id == 0) &&
        list_pane_follow(workspace->panes[list]))
        workspace_moved(workspace);
    if (workspace->panes[PANE_NOTES]->rows > 0)
        load_pane(workspace, workspace->panes[PANE_NOTES]);
}

/* The header's numbers change with the desk and with the minute, not with every key. */
static void count(struct workspace *workspace)
{
    uint64_t generation = desk_generation(workspace->desk);
    int64_t minute = desk_now(workspace->desk) / 60;
    struct error err;

    if (workspace->counted && generation == workspace->generation &&
        minute == workspace->minute)
        return;
    if (!desk_count(workspace->desk, &workspace->shared.counts, &err) ||
        !desk_rounds(workspace->desk, &workspace->rounds, &err))
        workspace_error(workspace, &err);
    workspace->counted = true;
    workspace->generation = generation;
    workspace->minute = minute;
}

static void load_sight(struct workspace *workspace)
{
    count(workspace);
    if (workspace->sheet_count > 0 && load_pane(workspace, workspace_top(workspace)))
        verb_today_loaded(workspace);
    if (workspace->sheet_count == 0)
        load_desk(workspace);
    ringing_follow(workspace);
}

void workspace_load(struct workspace *workspace)
{
    bool looking = desk_look_begin(workspace->desk);

    load_sight(workspace);
    if (looking)
        desk_look_end(workspace->desk);
}

static bool open_keymap(struct workspace *workspace, struct error *err)
{
    workspace->keymap = keymap_create();
    workspace->shared.keymap = workspace->keymap;
    return keymap_add_contexts(workspace->keymap, pane_contexts, pane_context_count,
                               err) &&
           keymap_add_actions(workspace->keymap, pane_actions, pane_action_count, err);
}

bool workspace_init(struct workspace *workspace, struct desk *desk, struct screen *screen,
                    struct error *err)
{
    static const struct pane_ops *const ops[DESK_PANES] = {
        [PANE_PROSPECTS] = &people_pane,
        [PANE_AWAY] = &away_pane,
        [PANE_TOUCHES] = &touch_pane,
        [PANE_NOTES] = &notes_pane,
    };

    *workspace = (struct workspace){
        .desk = desk, .screen = screen, .watch = -1, .alarm = -1, .syncing.watch = -1};
    workspace->shared.desk = desk;
    arranging_recall(workspace);
    workspace->day = desk_today(desk);
    workspace->asking = arena_create();
    workspace->history = arena_create();
    repeat_open(&workspace->repeats);
    workspace->key_ms = clock_ticks_ms();
    for (int i = 0; i < LIST_KINDS; i++)
        list_picks_usual((enum list_kind)i, &workspace->shared.picks[i]);
    if (!open_keymap(workspace, err))
        return false;
    for (int i = 0; i < DESK_PANES; i++) {
        workspace->panes[i] = pane_open(ops[i], &workspace->shared, NULL, err);
        if (workspace->panes[i] == NULL)
            return false;
    }
    workspace->panes[PANE_PROSPECTS]->focus = true;
    return true;
}

void workspace_free(struct workspace *workspace)
{
    ask_close(workspace);
    while (workspace->sheet_count > 0)
        pane_close(workspace->sheets[--workspace->sheet_count]);
    for (int i = 0; i < DESK_PANES; i++)
        pane_close(workspace->panes[i]);
    keeping_close(workspace);
    syncing_close(workspace);
    ringing_close(workspace->ringing);
    look_free(workspace);
    keymap_destroy(workspace->keymap);
    free(workspace->shared.sought);
    notice_free(&workspace->notice);
    arena_destroy(workspace->asking);
    arena_destroy(workspace->history);
    repeat_close(&workspace->repeats);
}
