/* On a row of Waiting: answered, put off, named, read. */
#include "actions.h"
#include "sheets.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/waiting.h"
#include "verbs.h"
#include "words.h"

struct attending {
    int64_t id; /* of the row */
    const char *who;
};

static struct attending *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static const struct key_choice end_choices[] = {
    {'\n', "answered"}, {'n', "needs no answer"}, {0, NULL}};

static void end_chosen(struct workspace *workspace, char key)
{
    const struct attending *state = under_way(workspace);
    enum waiting_state end = key == 'n' ? WAITING_NEEDS_NONE : WAITING_ANSWERED;
    struct error err;

    if (key == 0)
        return;
    if (!desk_waiting_end(workspace->desk, state->id, end, &err))
        workspace_error(workspace, &err);
    else
        workspace_made(workspace, NOTICE_PLAIN, "%s: %s", state->who,
                       waiting_state_name(end));
}

static void later_answer(struct workspace *workspace, const char *text)
{
    const struct attending *state = under_way(workspace);
    struct wall until;
    struct error err;

    if (text == NULL)
        return;
    if (!desk_when(workspace->desk, workspace->shared.person_id, text, &until, &err) ||
        !desk_waiting_later(workspace->desk, state->id, until, &err)) {
        ask_again(workspace, &err, text, later_answer);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s: later, %s; still counted", state->who,
                   shown_wall(workspace->asking, until, desk_today(workspace->desk)));
}

static void name_answer(struct workspace *workspace, const char *text)
{
    const struct attending *state = under_way(workspace);
    struct contact contact;
    struct error err;

    if (text == NULL || *text == '\0' ||
        !verb_find_person(workspace, text, &contact, name_answer))
        return;
    if (desk_waiting_name(workspace->desk, state->id, contact.id, &err))
        workspace_made(workspace, NOTICE_PLAIN, "%s was %s", state->who, contact.name);
    else
        workspace_error(workspace, &err);
}

/* All that they left, oldest first. */
static bool words_of(struct workspace *workspace, const struct waiting *row,
                     struct buffer *out, struct error *err)
{
    struct arena *arena = workspace->asking;
    struct waiting *all;
    size_t count;

    if (!desk_waiting_all(workspace->desk, row, arena, &all, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        buffer_add_format(out, "%s%s  %s\n%s%s", i == 0 ? "" : "\n",
                          shown_moment(arena, workspace->desk, all[i].reached_utc),
                          inbound_words(all[i].kind),
                          all[i].text != NULL ? all[i].text : "",
                          all[i].text != NULL ? "\n" : "");
    return true;
}

static void read_words(struct workspace *workspace, const struct waiting *row)
{
    struct buffer text = {0};
    struct paper paper;
    struct error err;

    if (!words_of(workspace, row, &text, &err)) {
        workspace_error(workspace, &err);
    } else {
        paper = (struct paper){.title = waiting_who(row),
                               .text = buffer_string(&text),
                               .length = text.length};
        workspace_open(workspace, SHEET_PAPER, &paper);
    }
    buffer_free(&text);
}

static void perform(struct workspace *workspace, int action, const struct waiting *row)
{
    struct arena *arena = workspace->asking;
    const char *who = waiting_who(row);

    switch (action) {
    case DO_FINISH:
        ask_choice(workspace, arena_format(arena, "%s:", who), end_choices, end_chosen);
        break;
    case DO_MOVE:
        ask_line(workspace, arena_format(arena, "%s, later: ", who), NULL, "tomorrow",
                 later_answer);
        break;
    case DO_VERBATIM:
        read_words(workspace, row);
        break;
    default:
        if (row->contact_id != 0)
            notice_set(&workspace->notice, NOTICE_PLAIN, "it is %s's already", who);
        else
            ask_completed(workspace, arena_format(arena, "%s, who was it: ", who), NULL,
                          verb_complete(DO_GIVE), name_answer);
        break;
    }
}

static void begin_verb(struct workspace *workspace, int action, int64_t id)
{
    struct attending *state = arena_alloc(ask_begin(workspace), sizeof *state);
    struct waiting row;
    struct error err;

    if (!desk_waiting_get(workspace->desk, id, workspace->asking, &row, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    *state = (struct attending){id, waiting_who(&row)};
    workspace->pending = state;
    perform(workspace, action, &row);
}

bool verb_waiting_act(struct workspace *workspace, int action)
{
    const struct pane *top = workspace_top(workspace);
    bool unnamed = action == DO_OPEN && workspace->shared.person_id == 0;
    int64_t id = top->ops == &waiting_sheet ? waiting_row(top) : 0;

    if (id == 0 || (action != DO_FINISH && action != DO_MOVE && action != DO_VERBATIM &&
                    action != DO_GIVE && !unnamed))
        return false;
    begin_verb(workspace, action, id);
    return true;
}
