/* Out-of-office replies: typed, pasted or by path; the fields of the take-in sheet; the
 * absences on file. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "actions.h"
#include "collecting.h"
#include "notes_pane.h"
#include "outside.h"
#include "sheets.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "verbs.h"

/* The heard sheet is done with: its draft goes. */
static void close_heard(struct workspace *workspace)
{
    struct pane *top = workspace_top(workspace);
    struct error err;
    int64_t draft_id;

    if (top->ops != &heard_sheet)
        return;
    draft_id = heard_typing(top)->draft.id;
    workspace_back(workspace);
    if (draft_id != 0 && !desk_draft_drop(workspace->desk, draft_id, &err))
        workspace_error(workspace, &err);
}

void verb_take_in_path(struct workspace *workspace, const char *path, const char *bytes,
                       size_t length)
{
    struct take_in_setup setup = {.path = bytes == NULL ? path : NULL};
    struct stat status;
    struct error err;

    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        close_heard(workspace);
        collecting_begin(workspace, path);
        return;
    }
    setup.reader =
        take_in_open(workspace->desk, DATE_ORDER_NONE, path, bytes, length, &err);
    if (setup.reader == NULL)
        workspace_error(workspace, &err);
    else
        workspace_open(workspace, SHEET_TAKE_IN, &setup);
}

static void accept_chosen(struct workspace *workspace, char key)
{
    struct error err;
    int64_t started;

    if (key != '\n')
        return;
    if (!take_in_accept_all(workspace->desk, &started, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%lld plays started", (long long)started);
}

static const struct key_choice accept_choices[] = {
    {'\n', "starts all"}, {'n', "none"}, {0, NULL}};

/* "12 wait: 5 vacation, 2 wedding", and one Enter accepts. */
static void accept_all(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    struct take_in_waiting waiting;
    struct error err;
    const char *words;

    if (!take_in_count_waiting(workspace->desk, &waiting, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    words = arena_format(arena, "%lld wait: %s", (long long)waiting.all,
                         waiting_words(arena, &waiting));
    if (waiting.all == 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing waits to be started");
    else
        ask_choice(workspace, words, accept_choices, accept_chosen);
}

/* One line that names a file or folder that is there is its path. */
static const char *as_path(struct arena *arena, const char *text)
{
    struct stat status;
    size_t length = strcspn(text, "\n");
    char *path;

    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length == 0 ||
        text[strcspn(text, "\n") + (text[strcspn(text, "\n")] == '\n')] != '\0')
        return NULL;
    path = file_expand(arena, arena_copy(arena, text, length));
    return stat(path, &status) == 0 ? path : NULL;
}

static void take_in(struct workspace *workspace, const char *text)
{
    struct arena *arena = arena_create();
    const char *path = as_path(arena, text);
    struct take_in_setup setup = {.text = text,
                                  .contact_id = workspace->shared.person_id};

    if (text[strspn(text, " \t\n")] == '\0')
        close_heard(workspace);
    else if (path != NULL)
        verb_take_in_path(workspace, path, NULL, 0);
    else
        workspace_open(workspace, SHEET_TAKE_IN, &setup);
    arena_destroy(arena);
}

void verb_take_in_named(struct workspace *workspace, const char *path)
{
    struct arena *arena = arena_create();
    const char *found = as_path(arena, path);

    if (found == NULL)
        notice_set(&workspace->notice, NOTICE_ERROR, "%s is not there", path);
    else
        verb_take_in_path(workspace, found, NULL, 0);
    arena_destroy(arena);
}

bool verb_take_in_rest(struct workspace *workspace)
{
    struct pane *top = workspace_top(workspace);
    const char *source = top->ops == &take_in_sheet ? take_in_source(top) : NULL;
    char *path;

    if (source == NULL || workspace->only_take_in || workspace->collecting != NULL)
        return false;
    path = memory_string(source);
    workspace_back(workspace);
    close_heard(workspace);
    collecting_begin(workspace, path);
    free(path);
    return true;
}

void verb_paste(struct workspace *workspace, const char *text, size_t length)
{
    struct arena *arena = arena_create();
    const char *copy = arena_copy(arena, text, length);

    if (workspace_top(workspace)->ops != &take_in_sheet)
        take_in(workspace, copy);
    arena_destroy(arena);
}

void verb_take_in_closed(struct workspace *workspace)
{
    close_heard(workspace);
}

static void field_answer(struct workspace *workspace, const char *text)
{
    const int *action = workspace->pending;
    struct pane *top = workspace_top(workspace);
    struct error err;

    if (text == NULL || top->ops != &take_in_sheet)
        return;
    if (!take_in_set(top, *action, text, &err))
        ask_again(workspace, &err, text, field_answer);
}

static bool ask_field(struct workspace *workspace, int action)
{
    struct pane *top = workspace_top(workspace);
    const char *label, *value;
    int *kept;

    if (top->ops != &take_in_sheet || !take_in_field(top, action, &label, &value))
        return false;
    kept = arena_alloc(ask_begin(workspace), sizeof *kept);
    *kept = action;
    workspace->pending = kept;
    ask_line(workspace, label, value, NULL, field_answer);
    return true;
}

static void who_answer(struct workspace *workspace, const char *text)
{
    struct pane *top = workspace_top(workspace);
    struct contact contact;
    struct error err;

    if (text == NULL || *text == '\0' || top->ops != &take_in_sheet)
        return;
    if (!desk_person_find(workspace->desk, text, workspace->asking, &contact, NULL, NULL,
                          &err) ||
        !take_in_set_person(top, contact.id, &err))
        ask_again(workspace, &err, text, who_answer);
}

static void back_answer(struct workspace *workspace, const char *text)
{
    const int64_t *id = workspace->pending;
    struct wall back;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_when(workspace->desk, 0, text, &back, &err) ||
        !desk_absence_move(workspace->desk, *id, back.day, &err)) {
        ask_again(workspace, &err, text, back_answer);
        return;
    }
    workspace_changed(workspace);
}

/* x and s in Out of office: they are back, or come back on another day. */
static bool act_on_absence(struct workspace *workspace, int action)
{
    struct arena *arena;
    struct error err;
    int64_t *id;

    if (workspace_row(workspace) != ROW_ABSENCE ||
        (action != DO_FINISH && action != DO_MOVE))
        return false;
    arena = ask_begin(workspace);
    id = arena_alloc(arena, sizeof *id);
    *id = workspace->shared.absence_id;
    workspace->pending = id;
    if (action == DO_MOVE) {
        ask_line(workspace, verb_label(workspace, "back on: "), NULL, "tomorrow",
                 back_answer);
    } else if (desk_absence_end(workspace->desk, *id, &err)) {
        workspace_made(workspace, NOTICE_PLAIN, "%s is back",
                       workspace->shared.person_name);
    } else {
        workspace_error(workspace, &err);
    }
    return true;
}

static const struct {
    const char *label;
    enum choice choice;
    char key;
} answers[] = {
    {"after they are back", CHOICE_AFTER, 'a'},
    {"before they leave", CHOICE_BEFORE, 'b'},
    {"give it to the cover", CHOICE_COVER, 'c'},
    {"keep it", CHOICE_KEEP, 'k'},
    {"drop it", CHOICE_DROP, 'd'},
    {"it is done", CHOICE_DONE, 'x'},
};
enum { ANSWER_KINDS = sizeof answers / sizeof *answers };

static void answer_chosen(struct workspace *workspace, char key)
{
    const struct change *question = workspace->pending;
    struct pane *top = workspace_top(workspace);
    struct error err;

    for (int i = 0; i < ANSWER_KINDS; i++) {
        if (answers[i].key == key && top->ops == &take_in_sheet &&
            !take_in_answer(top, question->touch_id, question->question,
                            answers[i].choice, &err))
            workspace_error(workspace, &err);
    }
}

/* A question of the play: only the answers it allows are offered. */
static bool ask_answer(struct workspace *workspace, int action)
{
    struct pane *top = workspace_top(workspace);
    const struct change *question;
    struct key_choice *choices;
    struct change *kept;
    int count = 0;

    if (action < DO_ANSWER_1 || action > DO_ANSWER_9 || top->ops != &take_in_sheet)
        return false;
    question = take_in_question(top, action - DO_ANSWER_1 + 1);
    if (question == NULL) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "there is no such question");
        return true;
    }
    choices = arena_array(ask_begin(workspace), ANSWER_KINDS + 1, sizeof *choices);
    kept = arena_alloc(workspace->asking, sizeof *kept);
    *kept = *question;
    workspace->pending = kept;
    for (int i = 0; i < ANSWER_KINDS; i++) {
        if ((question->choices & (unsigned)answers[i].choice) != 0)
            choices[count++] = (struct key_choice){answers[i].key, answers[i].label};
    }
    ask_choice(workspace, verb_label(workspace, channel_name(question->channel)), choices,
               answer_chosen);
    return true;
}

bool verb_take_in_act(struct workspace *workspace, int action)
{
    struct pane *top = workspace_top(workspace);

    if (act_on_absence(workspace, action) || ask_field(workspace, action) ||
        ask_answer(workspace, action))
        return true;
    switch (action) {
    case DO_ACCEPT_ALL:
        accept_all(workspace);
        return true;
    case DO_TAKE_IN:
        workspace_open(workspace, SHEET_HEARD, NULL);
        return true;
    case DO_FILE_NOTE:
        if (top->ops != &heard_sheet)
            return false;
        take_in(workspace, typing_text(heard_typing(top)));
        return true;
    case DO_CANCEL:
        close_heard(workspace);
        return true;
    case DO_WHO:
        ask_begin(workspace);
        ask_line(workspace, "whose message is it: ", NULL, NULL, who_answer);
        return true;
    default:
        return false;
    }
}
