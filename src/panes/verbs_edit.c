/* A touch typed anew, and one that repeats: skipped, or made a single one. */
#include "actions.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/series.h"
#include "verbs.h"
#include "words.h"

/* ---- Edit ---- */

static void edit_answer(struct workspace *workspace, const char *text)
{
    const struct touch *touch = workspace->pending;
    struct touch_warning warning;
    struct touch typed;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_touch_read(workspace->desk, touch->contact_id, text, workspace->asking,
                         &typed, &warning, &err)) {
        ask_again(workspace, &err, text, edit_answer);
        return;
    }
    typed.id = touch->id; /* what a line cannot say stays */
    typed.cause = touch->cause;
    typed.draft = touch->draft;
    if (typed.opener == NULL)
        typed.opener = touch->opener;
    if (!desk_move_warning(workspace->desk, &typed, typed.due, workspace->asking,
                           &warning, &err) ||
        !desk_touch_change(workspace->desk, &typed, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_changed(workspace);
    verb_tell_stored(workspace, "changed", &warning);
}

void verb_edit(struct workspace *workspace, const struct touch *touch)
{
    struct touch *edited = arena_alloc(workspace->asking, sizeof *edited);
    char due[WALL_TEXT_SIZE];

    *edited = *touch;
    workspace->pending = edited;
    ask_line(workspace, verb_label(workspace, "edit: "),
             arena_format(workspace->asking, "%s%s %s%s%s", touch->promise ? "!" : "",
                          channel_name(touch->channel), wall_format(touch->due, due),
                          touch->purpose != NULL ? " " : "",
                          touch->purpose != NULL ? touch->purpose : ""),
             NULL, edit_answer);
}

/* ---- A series ---- */

/* Where the next of it stands now; NULL when that was the last. */
static const char *shown_next_of(struct workspace *workspace, const struct touch *touch)
{
    struct touch *touches;
    struct error err;
    size_t count;

    if (!desk_touches_of(workspace->desk, touch->contact_id, workspace->asking, &touches,
                         &count, &err))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (touches[i].series_id == touch->series_id)
            return shown_wall(workspace->asking, touches[i].due,
                              desk_today(workspace->desk));
    return NULL;
}

static void skip(struct workspace *workspace, const struct touch *touch)
{
    const char *next;
    struct error err;

    if (!desk_series_skip(workspace->desk, touch->id, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    next = shown_next_of(workspace, touch);
    workspace_made(workspace, NOTICE_PLAIN, "%s skipped; %s%s", touch->contact,
                   next != NULL ? "next " : "that was the last",
                   next != NULL ? next : "");
}

static void once(struct workspace *workspace, const struct touch *touch)
{
    struct error err;

    if (desk_series_end(workspace->desk, touch->id, &err))
        workspace_made(
            workspace, NOTICE_PLAIN, "%s: repeats no more after %s", touch->contact,
            shown_wall(workspace->asking, touch->due, desk_today(workspace->desk)));
    else
        workspace_error(workspace, &err);
}

void verb_series(struct workspace *workspace, const struct touch *touch, int action)
{
    if (action == DO_SKIP)
        skip(workspace, touch);
    else
        once(workspace, touch);
}
