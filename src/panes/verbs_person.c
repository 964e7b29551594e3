/* On the current person: notes, planning, mail, editing, adding, copying. */
#include <string.h>

#include "actions.h"
#include "notes_pane.h"
#include "outside.h"
#include "sheets.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"
#include "words.h"

const char *verb_label(struct workspace *workspace, const char *words)
{
    return arena_format(workspace->asking, "%s%s%s", workspace->shared.person_name,
                        *workspace->shared.person_name != '\0' ? ", " : "", words);
}

/* The contact sheet stays in sight below the editor: the note is typed on the desk, in
 * its own pane. */
static void note(struct workspace *workspace, bool go_on)
{
    struct pane *notes = workspace->panes[PANE_NOTES];
    int64_t id = workspace->shared.person_id;
    char name[PERSON_NAME_SIZE];
    struct error err;

    if (!workspace_has_person(workspace))
        return;
    go_on = go_on || workspace->noted == id;
    memcpy(name, workspace->shared.person_name, sizeof name);
    while (workspace->sheet_count > 0)
        workspace_back(workspace);
    shared_set(&workspace->shared, id, name, 0, 0);
    if (!go_on || !notes_go_on(notes, &err))
        notes_edit(notes, "", 0, 0);
    workspace->note_from = workspace->focus;
    workspace_focus(workspace, PANE_NOTES);
    notes->stale = true;
}

void verb_note_named(struct workspace *workspace, const char *words)
{
    struct error err;

    if (!workspace_has_person(workspace))
        return;
    if (!desk_note_file(workspace->desk, workspace->shared.person_id, words, 0, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_changed(workspace);
    notice_set(&workspace->notice, NOTICE_PLAIN, "noted on %s",
               workspace->shared.person_name);
}

void verb_copy(struct workspace *workspace, const char *text, const char *what)
{
    if (text == NULL) {
        notice_set(&workspace->notice, NOTICE_WARNING, "no %s of %s is known; %s", what,
                   workspace->shared.person_name,
                   workspace_hint(workspace, "{edit} adds one"));
        return;
    }
    verb_hand_copy(workspace, text);
}

static void copy_point(struct workspace *workspace, int action)
{
    static const struct {
        enum point_kind kind;
        const char *what;
    } wanted[] = {[0] = {POINT_PHONE, "number"},
                  [DO_COPY_MAIL - DO_COPY_NUMBER] = {POINT_MAIL, "mail address"},
                  [DO_COPY_ADDRESS - DO_COPY_NUMBER] = {POINT_ADDRESS, "postal address"}};
    struct arena *arena = arena_create();
    struct contact contact;
    struct error err;
    int i = action - DO_COPY_NUMBER;

    if (!workspace_has_person(workspace))
        ;
    else if (!desk_person_get(workspace->desk, workspace->shared.person_id, arena,
                              &contact, &err))
        workspace_error(workspace, &err);
    else
        verb_copy(workspace, contact_first(&contact, wanted[i].kind), wanted[i].what);
    arena_destroy(arena);
}

static void edit_answer(struct workspace *workspace, const char *text)
{
    const int64_t *id = workspace->pending;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (desk_person_edit(workspace->desk, *id, text, &err))
        workspace_changed(workspace);
    else
        ask_again(workspace, &err, text, edit_answer);
}

static void edit_person(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    int64_t *id = arena_alloc(arena, sizeof *id);
    struct contact contact;
    struct error err;

    if (!workspace_has_person(workspace))
        return;
    *id = workspace->shared.person_id;
    workspace->pending = id;
    if (!desk_person_get(workspace->desk, *id, arena, &contact, &err))
        workspace_error(workspace, &err);
    else
        ask_line(workspace, verb_label(workspace, "edit: "),
                 desk_person_line(arena, &contact), NULL, edit_answer);
}

static void add_answer(struct workspace *workspace, const char *text)
{
    struct contact contact;
    struct error err;
    int64_t id;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_person_read(workspace->desk, text, workspace->asking, &contact, &err)) {
        ask_again(workspace, &err, text, add_answer);
        return;
    }
    if (!desk_person_add(workspace->desk, &contact, &id, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_settle(workspace);
    workspace_go_person(workspace, id);
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s is on the desk", contact.name);
}

static void add_person(struct workspace *workspace)
{
    ask_begin(workspace);
    ask_line(workspace, "new person (name, company, mail, number): ", NULL, NULL,
             add_answer);
}

static void stage_answer(struct workspace *workspace, const char *text)
{
    struct contact contact;
    struct error err;
    int stage = text == NULL ? -1 : stage_from_name(text);

    if (text == NULL || *text == '\0')
        return;
    if (stage < 0) {
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "stages: rest, lead, prospect, customer, former, no");
        return;
    }
    if (!desk_person_get(workspace->desk, workspace->shared.person_id, workspace->asking,
                         &contact, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    contact.stage = (enum stage)stage;
    if (desk_person_change(workspace->desk, &contact, &err))
        workspace_changed(workspace);
    else
        workspace_error(workspace, &err);
}

bool verb_person_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_NOTE:
        note(workspace, false);
        return true;
    case DO_ADD:
        if (workspace->focus == PANE_PROSPECTS && workspace->sheet_count == 0)
            add_person(workspace);
        else if (workspace->focus == PANE_NOTES)
            note(workspace, false);
        else if (workspace->focus == PANE_AWAY)
            verb_take_in_act(workspace, DO_TAKE_IN);
        else
            verb_plan_act(workspace, DO_PLAN);
        return true;
    case DO_ADD_PERSON:
        add_person(workspace);
        return true;
    case DO_EDIT:
        if (workspace_row(workspace) == ROW_TOUCH)
            return false;
        if (workspace->focus == PANE_NOTES && workspace->sheet_count == 0)
            note(workspace, true);
        else
            edit_person(workspace);
        return true;
    case DO_STAGE:
        ask_begin(workspace);
        if (workspace_has_person(workspace))
            ask_completed(workspace, verb_label(workspace, "stage: "), NULL,
                          verb_complete(DO_STAGE), stage_answer);
        return true;
    case DO_COPY_NUMBER:
    case DO_COPY_MAIL:
    case DO_COPY_ADDRESS:
        copy_point(workspace, action);
        return true;
    default:
        return false;
    }
}
