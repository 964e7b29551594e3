/* Planning a touch in one line, and what it is to bring (rules 7 and 13). */
#include <string.h>

#include "actions.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/series.h"
#include "touchbase/model/pace.h"
#include "verbs.h"
#include "words.h"

struct planning {
    int64_t person_id;
    const char *line;
    struct touch touch;
    struct touch_warning warning;
    struct item item; /* proposed to go with it */
};

void verb_tell_stored(struct workspace *workspace, const char *words,
                      const struct touch_warning *warning)
{
    if (warning->words == NULL)
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s", words);
    else
        workspace_made(workspace, NOTICE_WARNING, "%s; %s", words, warning->words);
    if (warning->strip != NULL)
        notice_above(&workspace->notice, warning->strip);
}

static void plan(struct workspace *workspace)
{
    struct planning *planning = workspace->pending;
    const char *when =
        shown_wall(workspace->asking, planning->touch.due, desk_today(workspace->desk));
    bool warned = planning->warning.words != NULL;
    struct error err;
    int64_t id;

    if (!desk_touch_plan(workspace->desk, &planning->touch, &id, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_changed(workspace);
    /* A warning needs the room of the channel's name. */
    verb_tell_stored(
        workspace,
        arena_format(workspace->asking, "%s%splanned for %s",
                     warned ? "" : channel_name(planning->touch.channel),
                     warned ? "" : " ",
                     shown_repeats(workspace->asking, &planning->touch, when)),
        &planning->warning);
}

static void repeat_chosen(struct workspace *workspace, char key)
{
    if (key == '\n')
        plan(workspace);
    else /* nothing is stored before Enter */
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was planned");
}

static const struct key_choice repeat_choices[] = {
    {'\n', "plan it"}, {'n', "nothing"}, {0, NULL}};

/* A rule is shown before it stands: in words, and the first days it brings. */
static void store(struct workspace *workspace)
{
    const struct planning *planning = workspace->pending;
    const char *words;
    struct error err;

    if (planning->touch.rule == NULL) {
        plan(workspace);
        return;
    }
    if (!desk_series_preview(workspace->desk, &planning->touch, workspace->asking, &words,
                             &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_choice(workspace, verb_label(workspace, "repeats:"), repeat_choices,
               repeat_chosen);
    ask_above(workspace, words);
}

static bool read_line(struct workspace *workspace, struct planning *planning,
                      const char *line, struct error *err)
{
    return desk_touch_read(workspace->desk, planning->person_id, line, workspace->asking,
                           &planning->touch, &planning->warning, err);
}

/* What it brings, typed behind the line. */
static void bring_answer(struct workspace *workspace, const char *text)
{
    struct planning *planning = workspace->pending;
    struct error err;

    if (text == NULL) { /* nothing is stored before Enter */
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was planned");
        return;
    }
    if (*text != '\0' && strcmp(text, "-") != 0) {
        planning->touch.purpose = text;
        if (!read_line(workspace, planning,
                       arena_format(workspace->asking, "%s %s", planning->line, text),
                       &err)) {
            ask_again(workspace, &err, text, bring_answer);
            return;
        }
    }
    store(workspace);
}

/* Rule 13: what asks for something without a purpose is nudged once, with the item that
 * comes next. */
static bool wants_item(struct workspace *workspace, struct planning *planning,
                       bool *wanted, struct error *err)
{
    *wanted = planning->touch.purpose == NULL && pace_counts(&planning->touch);
    return !*wanted ||
           desk_item_next(workspace->desk, planning->person_id, planning->touch.channel,
                          workspace->asking, &planning->item, wanted, err);
}

/* What was not understood stays typed, with the reason above it. */
static void plan_answer(struct workspace *workspace, const char *text)
{
    struct planning *planning = workspace->pending;
    bool wanted;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    planning->line = arena_string(workspace->asking, text);
    if (!read_line(workspace, planning, text, &err))
        ask_again(workspace, &err, text, plan_answer);
    else if (!wants_item(workspace, planning, &wanted, &err))
        workspace_error(workspace, &err);
    else if (!wanted)
        store(workspace);
    else
        ask_line(workspace, verb_label(workspace, "what does it bring? - nothing: "),
                 NULL, arena_format(workspace->asking, "+%s", planning->item.title),
                 bring_answer);
}

void verb_plan(struct workspace *workspace, const char *line)
{
    struct planning *planning;

    if (!workspace_has_person(workspace))
        return;
    planning = arena_alloc(ask_begin(workspace), sizeof *planning);
    planning->person_id = workspace->shared.person_id;
    workspace->pending = planning;
    ask_line(workspace, verb_label(workspace, "plan: "), line, NULL, plan_answer);
}

bool verb_plan_act(struct workspace *workspace, int action)
{
    if (action != DO_PLAN)
        return false;
    verb_plan(workspace, NULL);
    return true;
}
