/* On the desk as a whole: undo, the words behind a row, drafts taken up again. */
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "look.h"
#include "notes_pane.h"
#include "outside.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/history.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"

static void say_history(struct workspace *workspace, enum history_result result,
                        const struct desk_step *step, const char *done,
                        const char *nothing, const struct error *err)
{
    switch (result) {
    case HISTORY_DONE:
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s: %s", done, step->label);
        workspace_changed(workspace);
        break;
    case HISTORY_NOTHING:
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s", nothing);
        break;
    default:
        workspace_error(workspace, err);
        break;
    }
}

static bool undo(struct workspace *workspace, bool ask_passed);

static void undo_chosen(struct workspace *workspace, char key)
{
    if (key == 'y')
        undo(workspace, true);
}

static const struct key_choice undo_choices[] = {
    {'y', "take it back"}, {'n', "leave it"}, {0, NULL}};

/* A step of another window, the shell or a sync asks first (design.md section 3). */
static bool undo(struct workspace *workspace, bool ask_passed)
{
    struct arena *arena = arena_create();
    struct desk_step step;
    struct error err;
    enum history_result result =
        desk_undo(workspace->desk, ask_passed, arena, &step, &err);

    if (result == HISTORY_ASK) {
        ask_begin(workspace);
        ask_choice(
            workspace,
            arena_format(workspace->asking, "\"%s\" was made elsewhere:", step.label),
            undo_choices, undo_chosen);
    } else {
        say_history(workspace, result, &step, "taken back", "nothing to take back", &err);
    }
    arena_destroy(arena);
    return result == HISTORY_DONE;
}

static bool redo(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    struct desk_step step;
    enum history_result result;
    struct error err;

    result = desk_redo(workspace->desk, arena, &step, &err);
    say_history(workspace, result, &step, "brought again", "nothing was taken back",
                &err);
    arena_destroy(arena);
    return result == HISTORY_DONE;
}

/* 3u takes three back, as far as nothing stands in the way. */
static void back_or_forth(struct workspace *workspace, int action)
{
    int left = workspace->verb_count > 0 ? workspace->verb_count : 1;

    while (left > 0 && (action == DO_UNDO ? undo(workspace, false) : redo(workspace)))
        left--;
}

static void show_paper(struct workspace *workspace, const char *title, const char *text)
{
    struct paper paper = {.title = title, .text = text, .length = strlen(text)};

    workspace_open(workspace, SHEET_PAPER, &paper);
}

static bool absence_words(struct workspace *workspace, int64_t id, struct arena *arena,
                          struct error *err)
{
    struct absence absence;

    if (!desk_absence_get(workspace->desk, id, arena, &absence, err))
        return false;
    show_paper(workspace, arena_format(arena, "%s, word for word", absence.contact),
               arena_format(arena, "%s%s%s",
                            absence.subject != NULL ? absence.subject : "",
                            absence.subject != NULL ? "\n\n" : "",
                            absence.verbatim != NULL ? absence.verbatim : ""));
    return true;
}

static bool touch_words(struct workspace *workspace, int64_t id, struct arena *arena,
                        struct error *err)
{
    struct touch touch;

    if (!desk_touch_get(workspace->desk, id, arena, &touch, err))
        return false;
    if (touch.draft == NULL && touch.opener == NULL && touch.purpose == NULL)
        return error_set(err, ERROR_NOT_FOUND, "this touch holds no words; %s",
                         shared_hint(&workspace->shared, arena, "{edit} writes some"));
    show_paper(
        workspace, touch.contact,
        arena_format(
            arena, "%s%s%s%s%s", touch.purpose != NULL ? touch.purpose : "",
            touch.purpose != NULL ? "\n\n" : "", touch.opener != NULL ? touch.opener : "",
            touch.opener != NULL ? "\n\n" : "", touch.draft != NULL ? touch.draft : ""));
    return true;
}

/* The message of an absence; the draft and opener of a touch; else the absence the person
 * is in. */
static void verbatim(struct workspace *workspace)
{
    const struct shared *shared = &workspace->shared;
    struct arena *arena = arena_create();
    struct absence absence;
    struct error err;
    bool done, found = false;

    if (shared->absence_id != 0)
        done = absence_words(workspace, shared->absence_id, arena, &err);
    else if (workspace_row(workspace) == ROW_TOUCH)
        done = touch_words(workspace, shared->touch_id, arena, &err);
    else
        done = desk_absence_of(workspace->desk, shared->person_id, arena, &absence,
                               &found, &err) &&
               (found ? absence_words(workspace, absence.id, arena, &err)
                      : error_set(&err, ERROR_NOT_FOUND, "there is no message to show"));
    if (!done)
        workspace_error(workspace, &err);
    arena_destroy(arena);
}

static void edit_outside(struct workspace *workspace)
{
    struct typing *typing = workspace_typing(workspace_top(workspace));
    struct buffer text = {0};
    struct error err;

    if (typing == NULL)
        return;
    if (!typing_save(typing, workspace->desk, true, clock_ticks_ms(), &err) ||
        !outside_edit(workspace->screen, desk_settings(workspace->desk)->editor,
                      typing_text(typing), &text, &err))
        workspace_error(workspace, &err);
    else
        typing_replace(typing, buffer_string(&text), text.length);
    workspace_top(workspace)->stale = true;
    buffer_free(&text);
}

static void take_up(struct workspace *workspace, const struct draft *draft)
{
    struct heard_setup heard = {draft->text, draft->id};
    struct call_setup call = {.rang = strcmp(draft->kind, "rang") == 0, .draft = draft};
    const char *words = "this was being typed when touchbase ended; Esc files it";

    if (strcmp(draft->kind, "note") == 0) {
        notes_edit(workspace->panes[PANE_NOTES], draft->text, draft->id,
                   (size_t)draft->cursor);
        workspace_focus(workspace, PANE_NOTES);
    } else if (strcmp(draft->kind, "take-in") == 0) {
        workspace_open(workspace, SHEET_HEARD, &heard);
    } else if (strcmp(draft->kind, "message") == 0) {
        verb_message_resume(workspace, draft);
    } else {
        if (draft->contact_id == 0) /* of nobody known: not of whom the cursor is on */
            shared_set(&workspace->shared, 0, "", 0, 0);
        workspace_open(workspace, SHEET_CALL, &call);
        words = "this call was under way when touchbase ended; ^D hangs up";
    }
    notice_set(&workspace->notice, NOTICE_WARNING, "%s", words);
}

void verb_offer_draft(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    struct contact contact = {0};
    struct draft *drafts;
    struct error err;
    size_t count;

    if (desk_read_only(workspace->desk)) {
        arena_destroy(arena);
        return;
    }
    if (!desk_draft_orphans(workspace->desk, arena, &drafts, &count, &err)) {
        workspace_error(workspace, &err);
    } else if (count > 0 && desk_draft_adopt(workspace->desk, &drafts[0], &err)) {
        if (drafts[0].contact_id != 0 &&
            desk_person_get(workspace->desk, drafts[0].contact_id, arena, &contact, &err))
            shared_set(&workspace->shared, contact.id, contact.name, 0, 0);
        take_up(workspace, &drafts[0]);
    }
    arena_destroy(arena);
}

bool verb_desk_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_UNDO:
    case DO_REDO:
        back_or_forth(workspace, action);
        return true;
    case DO_VERBATIM:
        verbatim(workspace);
        return true;
    case DO_SET:
        look_set(workspace, "");
        return true;
    case DO_RELOAD:
        look_reload(workspace);
        return true;
    case DO_EDITOR:
        edit_outside(workspace);
        return true;
    default:
        return false;
    }
}

/* What a desk that is read-only refuses before anything is typed for it. */
bool verb_changes(int action)
{
    static const int changing[] = {
        DO_NOTE,    DO_PLAN,   DO_TAKE_IN,   DO_STAGE,      DO_FINISH,      DO_MOVE,
        DO_PROMISE, DO_EDIT,   DO_ADD,       DO_ADD_PERSON, DO_DELETE,      DO_IMPORT,
        DO_UNDO,    DO_REDO,   DO_SUCCESSOR, DO_GOT,        DO_GIVE,        DO_THEIR_MOVE,
        DO_TAG,     DO_SPREAD, DO_WRITTEN,   DO_MAIL,       DO_ADD_MESSAGE, DO_POSTED,
        DO_LINK,    DO_PLAY,   DO_DEAL,      DO_BLOCKER,    DO_SYNC,        DO_ROUND,
        DO_SKIP,    DO_ONCE};

    for (size_t i = 0; i < sizeof changing / sizeof *changing; i++) {
        if (changing[i] == action)
            return true;
    }
    return false;
}

bool verb_refused(struct workspace *workspace, int action)
{
    if (!verb_changes(action) || !desk_read_only(workspace->desk))
        return false;
    notice_set(&workspace->notice, NOTICE_ERROR, "%s", desk_notice(workspace->desk));
    return true;
}

bool verb_act(struct workspace *workspace, int action)
{
    if (verb_refused(workspace, action))
        return true;
    repeat_begin(workspace, action);
    return verb_waiting_act(workspace, action) || verb_message_act(workspace, action) ||
           verb_library_act(workspace, action) || verb_plan_act(workspace, action) ||
           verb_take_in_act(workspace, action) || verb_person_act(workspace, action) ||
           verb_call_act(workspace, action) || verb_touch_act(workspace, action) ||
           verb_successor_act(workspace, action) || verb_inbound_act(workspace, action) ||
           verb_open_act(workspace, action) || verb_handover_act(workspace, action) ||
           verb_tag_act(workspace, action) || verb_today_act(workspace, action) ||
           verb_row_act(workspace, action) || verb_files_act(workspace, action) ||
           verb_link_act(workspace, action) || verb_name_act(workspace, action) ||
           verb_blocker_act(workspace, action) || verb_play_act(workspace, action) ||
           verb_round_act(workspace, action) || verb_sync_act(workspace, action) ||
           verb_desk_act(workspace, action);
}

/* The command line's verbs that take their words with them. */
bool verb_with_words(struct workspace *workspace, int action, const char *words)
{
    if (verb_refused(workspace, action) || verb_files_named(workspace, action, words))
        return true;
    switch (action) {
    case DO_NOTE:
        verb_note_named(workspace, words);
        return true;
    case DO_ROUND:
        verb_round_named(workspace, words);
        return true;
    case DO_SET:
        look_set(workspace, words);
        return true;
    case DO_SUCCESSOR:
        verb_successor_named(workspace, words);
        return true;
    case DO_PLAY:
        verb_play_named(workspace, words);
        return true;
    case DO_TAG:
        verb_tag_named(workspace, words);
        return true;
    case DO_VIEW:
        verb_view_named(workspace, words);
        return true;
    case DO_TAKE_IN:
        verb_take_in_named(workspace, words);
        return true;
    default:
        return false;
    }
}
