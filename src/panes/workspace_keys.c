/* A key on its way: the question that is open, the pane on top, the verbs, the window
 * itself. */
#include <stdlib.h>

#include "actions.h"
#include "arranging.h"
#include "collecting.h"
#include "list_pane.h"
#include "message_sheet.h"
#include "notes_pane.h"
#include "repeat.h"
#include "ringing.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "verbs.h"

static void next_pane(struct workspace *workspace, int step)
{
    if (workspace->sheet_count == 0)
        workspace_focus(workspace,
                        arrange_next(&workspace->arrangement, workspace->focus, step));
}

static void leave_chosen(struct workspace *workspace, char key)
{
    if (key == 'y' || key == 'q')
        loop_leave(workspace->loop);
}

static const struct key_choice leave_choices[] = {
    {'y', "leave"}, {'q', "leave"}, {'n', "stay"}, {0, NULL}};

static void back(struct workspace *workspace)
{
    if (verb_call_close(workspace))
        return;
    if (workspace->sheet_count > 0) {
        workspace_back(workspace);
        return;
    }
    if (workspace->zoom) {
        workspace->zoom = false;
        return;
    }
    ask_choice(workspace,
               workspace->collecting == NULL
                   ? "Leave the desk?"
                   : "Leave? What was filed stays, the same path goes on.",
               leave_choices, leave_chosen);
}

static void help(struct workspace *workspace)
{
    const char *place =
        workspace_context(workspace); /* as [keys] of the settings has it */
    struct buffer title = {0}, text = {0};
    struct paper paper;

    buffer_add_format(&title, "Keys that work here ─ %s", place);
    footer_help(workspace->keymap, place, &text);
    paper = (struct paper){.title = buffer_string(&title),
                           .text = buffer_string(&text),
                           .length = text.length,
                           .labelled = true};
    workspace_open(workspace, SHEET_PAPER, &paper);
    buffer_free(&title);
    buffer_free(&text);
}

static void find_in_paper(struct workspace *workspace, const char *text)
{
    struct pane *top = workspace_top(workspace);

    if (text == NULL || top->ops != sheet_ops(SHEET_PAPER))
        return;
    if (!paper_find(top, text))
        notice_set(&workspace->notice, NOTICE_PLAIN, "not found: %s", text);
}

static void find(struct workspace *workspace)
{
    if (workspace_top(workspace)->ops == sheet_ops(SHEET_PAPER))
        ask_line(workspace, "/", NULL, NULL, find_in_paper);
    else
        workspace_open(workspace, SHEET_FIND, NULL);
}

static void go_desk(struct workspace *workspace)
{
    while (workspace->sheet_count > 0)
        workspace_back(workspace);
}

/* With the keys as they are bound now. */
static void say_no_delete(struct workspace *workspace)
{
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s",
               workspace_hint(workspace, "{finish} done, {undo} undo, :delete asks"));
}

/* 10gc: what fits in ten minutes. */
static void go_calls(struct workspace *workspace)
{
    struct calls_setup setup = {.minutes = workspace->verb_count};

    workspace_open(workspace, SHEET_CALLS, &setup);
}

/* Actions that open a sheet, whatever is under the cursor. */
static bool go_sheet(struct workspace *workspace, int action)
{
    static const struct {
        int action;
        enum sheet sheet;
    } sheets[] = {
        {DO_GO_CONFIRM, SHEET_CONFIRM}, {DO_GO_AGENDA, SHEET_AGENDA},
        {DO_GO_CARDS, SHEET_CARDS},     {DO_GO_WAITING, SHEET_WAITING},
        {DO_GO_LIBRARY, SHEET_LIBRARY}, {DO_HISTORY, SHEET_HISTORY},
    };

    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        if (sheets[i].action != action)
            continue;
        workspace_open(workspace, (int)sheets[i].sheet, NULL);
        return true;
    }
    return false;
}

/* Actions that are the window's own. */
static bool window_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_NEXT_PANE:
        next_pane(workspace, workspace->verb_count > 0 ? workspace->verb_count : 1);
        return true;
    case DO_PREVIOUS_PANE:
        next_pane(workspace, workspace->verb_count > 0 ? -workspace->verb_count : -1);
        return true;
    case DO_ZOOM:
        workspace->zoom = !workspace->zoom;
        return true;
    case DO_BACK:
        back(workspace);
        return true;
    case DO_LEAVE:
        loop_leave(workspace->loop);
        return true;
    case DO_STOP:
        loop_stop(workspace->loop);
        return true;
    case DO_CANCEL: /* on a text of its own it is a verb: the text goes */
        ask_close(workspace);
        collecting_stop(workspace);
        return workspace_top(workspace)->ops != &heard_sheet &&
               workspace_top(workspace)->ops != &message_sheet;
    case DO_FIND:
        find(workspace);
        return true;
    case DO_COMMAND:
        command_ask(workspace);
        return true;
    case DO_HELP:
        help(workspace);
        return true;
    case DO_SORT:
        screen_forget(workspace->screen);
        workspace_settle(workspace);
        workspace->day = desk_today(workspace->desk);
        return true;
    case DO_GO_DESK:
        go_desk(workspace);
        return true;
    case DO_GO_CALLS:
        go_calls(workspace);
        return true;
    case DO_GO_RINGING:
        ringing_go(workspace);
        return true;
    case DO_REPEAT:
        repeat_last(workspace);
        return true;
    case DO_NOTHING:
        say_no_delete(workspace);
        return true;
    default:
        return go_sheet(workspace, action);
    }
}

/* Esc on the bare desk takes the marks away, else it does nothing; q asks (keys.md). */
static bool is_idle_escape(const struct workspace *workspace, int action,
                           const struct key *key)
{
    return action == DO_BACK && key != NULL && key->sym == KEYSYM_ESCAPE &&
           workspace->sheet_count == 0 && !workspace->zoom;
}

/* The note was filed: back to where it was begun. */
static void note_filed(struct workspace *workspace, int64_t person_id)
{
    workspace->noted = person_id;
    workspace_focus(workspace, workspace->note_from);
}

static void say_nothing_here(struct workspace *workspace, const char *what)
{
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s does nothing here; %s", what,
               workspace_hint(workspace, "{help} shows the keys"));
}

void workspace_act(struct workspace *workspace, int action, int count)
{
    struct pane *notes = workspace->panes[PANE_NOTES];
    int64_t edited = notes_editing(notes) ? notes_typing(notes)->draft.contact_id : 0;
    struct pane *top = workspace_top(workspace);
    struct pane_call call = {.action = action, .count = count};
    struct error err;
    unsigned result;

    if (action == DO_FILE && top->ops == &take_in_sheet && take_in_wants_back(top))
        call.action = DO_FIELD_BACK;
    if (action == DO_OPEN && today_on_left(top))
        call.action = DO_SPREAD;
    action = call.action;
    workspace->verb_count = count < VERB_COUNT_MAX ? count : VERB_COUNT_MAX;
    if ((action == DO_LATER && verb_take_in_rest(workspace)) ||
        verb_marks_act(workspace, action))
        return;
    if (action == DO_FILE_NOTE && edited != 0)
        repeat_note(workspace, typing_text(notes_typing(notes)));
    result = pane_act(top, &call, &err);
    if (result != 0)
        workspace_do(workspace, top, result, &err);
    else if (!window_act(workspace, action) && !arranging_act(workspace, action, count) &&
             !verb_view_act(workspace, action) && !verb_act(workspace, action))
        say_nothing_here(workspace, "that");
    workspace->noted = 0;
    if (edited != 0 && !notes_editing(notes))
        note_filed(workspace, edited);
}

static void typed(struct workspace *workspace, const struct key *key)
{
    struct pane *top = workspace_top(workspace);
    struct error err;
    unsigned result = pane_type(top, key, &err);

    if (result != 0)
        workspace_do(workspace, top, result, &err);
    else if (key->sym == KEYSYM_PASTE)
        verb_paste(workspace, key->text, key->length);
}

static void unknown(struct workspace *workspace, const struct keymap_match *match)
{
    struct buffer names = {0};

    key_print_sequence(match->keys, match->key_count, &names);
    say_nothing_here(workspace, buffer_string(&names));
    buffer_free(&names);
}

static bool takes_text(const struct workspace *workspace, const struct key *key)
{
    const struct pane *top = workspace_top(workspace);

    return key->sym == KEYSYM_PASTE || top->ops->type != NULL;
}

static void map_key(struct workspace *workspace, const struct key *key)
{
    struct keymap_match match;

    switch (keymap_press(workspace->keymap, &workspace->keys,
                         workspace_context(workspace), *key, &match)) {
    case KEYMAP_ACTION:
        if (is_idle_escape(workspace, match.action, key))
            verb_escape(workspace);
        else
            workspace_act(workspace, match.action, match.count);
        break;
    case KEYMAP_UNKNOWN:
        workspace->on_marked = false;
        if (takes_text(workspace, key))
            typed(workspace, key);
        else
            unknown(workspace, &match);
        break;
    default:
        break;
    }
}

static void press(struct workspace *workspace, const struct key *key)
{
    if (key->sym == KEYSYM_PASTE && workspace->prompt == NULL &&
        workspace->choices == NULL)
        typed(workspace, key);
    else if (!ask_key(workspace, key))
        map_key(workspace, key);
}

/* Esc and a letter typed fast arrive as the letter with Alt, which no key of ours has but
 * a few in text. */
static bool is_fast_escape(const struct workspace *workspace, const struct key *key)
{
    struct keymap_state fresh = {0};
    struct keymap_match match;
    const char *context =
        workspace->prompt != NULL ? "prompt" : workspace_context(workspace);

    return (key->modifiers & KEYMOD_ALT) != 0 &&
           keymap_press(workspace->keymap, &fresh, context, *key, &match) ==
               KEYMAP_UNKNOWN;
}

bool workspace_takes_offer(const struct workspace *workspace)
{
    return workspace->sheet_count == 0 && workspace->prompt == NULL &&
           workspace->choices == NULL && workspace_top(workspace)->ops->type == NULL;
}

/* What the notice offered is gone with it. */
static bool take_offer(struct workspace *workspace, const struct key *key)
{
    bool taken = workspace->offers_confirm && key->sym == KEYSYM_ENTER &&
                 workspace_takes_offer(workspace);

    workspace->offers_confirm = false;
    if (taken)
        workspace_open(workspace, SHEET_CONFIRM, NULL);
    return taken;
}

/* A paste may have been too long for the screen. */
static void say_cut(struct workspace *workspace)
{
    const char *words = screen_notice(workspace->screen);

    if (words != NULL)
        notice_set(&workspace->notice, NOTICE_WARNING, "%s", words);
}

/* Several keys may come before the next draw, so what a key made stale is read at once.
 */
void workspace_key(void *context, const struct key *key)
{
    static const struct key escape = {.sym = KEYSYM_ESCAPE};
    struct workspace *workspace = context;

    workspace->key_ms = clock_ticks_ms();
    workspace->sorted_idle = false;
    notice_clear(&workspace->notice);
    bool mouse = key->sym == KEYSYM_MOUSE;

    if (verb_today_key(workspace, key) || (!mouse && take_offer(workspace, key))) {
        workspace->keys = (struct keymap_state){0};
    } else if (mouse) {
        workspace->offers_confirm = false;
        mouse_did(workspace, key);
    } else if (is_fast_escape(workspace, key)) {
        struct key letter = key_without_alt(*key);

        press(workspace, &escape);
        press(workspace, &letter);
    } else {
        press(workspace, key);
    }
    say_cut(workspace);
    if (workspace->only_take_in && workspace->sheet_count == 0 &&
        workspace->prompt == NULL)
        loop_leave(workspace->loop);
    repeat_settle(workspace);
    workspace_load(workspace);
}
