/* On a touch: finish it and plan what follows, move it, promise it, change it, drop it.
 */
#include <string.h>

#include "actions.h"
#include "outcome_row.h"
#include "sheets.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/approaches.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/take_in.h"
#include "verbs.h"
#include "words.h"

struct touching {
    struct touch touch;
    enum outcome outcome;
    int verb; /* the action, while one of several touches is chosen */
    struct touch *several;
    size_t count;
};

static void begin_verb(struct workspace *workspace, int action);

static struct touching *under_way(struct workspace *workspace)
{
    return workspace->pending;
}

static const char *touch_label(struct workspace *workspace, const struct touch *touch)
{
    return arena_format(
        workspace->asking, "%s, %s %s", touch->contact,
        shown_channel(touch, desk_today(workspace->desk)),
        shown_wall(workspace->asking, touch->due, desk_today(workspace->desk)));
}

static void store_finish(struct workspace *workspace, const struct touch *next)
{
    const struct touching *touching = under_way(workspace);
    struct error err;

    if (!desk_touch_finish(workspace->desk, touching->touch.id, touching->outcome, next,
                           &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s with %s: %s%s",
                   channel_name(touching->touch.channel), touching->touch.contact,
                   outcome_name(touching->outcome), next == NULL ? ", no next step" : "");
    verb_ask_thanks(workspace, &touching->touch, touching->outcome);
}

static void next_answer(struct workspace *workspace, const char *text)
{
    struct touching *touching = under_way(workspace);
    struct touch_warning warning;
    struct touch next;
    struct error err;

    if (text == NULL) { /* nothing is stored before Enter */
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
        return;
    }
    if (*text == '\0' || strcmp(text, "-") == 0) {
        store_finish(workspace, NULL);
        return;
    }
    if (!desk_touch_read(workspace->desk, touching->touch.contact_id, text,
                         workspace->asking, &next, &warning, &err)) {
        ask_again(workspace, &err, text, next_answer);
        return;
    }
    next.cause = CAUSE_NEXT;
    store_finish(workspace, &next);
}

void verb_ask_next(struct workspace *workspace, const struct touch *touch,
                   enum outcome outcome, answer_function *answer)
{
    struct arena *arena = workspace->asking;
    struct approaches approaches;
    struct next_step next;
    struct error err;

    if (!desk_touch_next(workspace->desk, touch, outcome, arena, &next, &err) ||
        !desk_approaches_after(workspace->desk, touch, outcome, arena, &approaches,
                               &err)) {
        workspace_error(workspace, &err);
        return;
    }
    /* Rule 10: after some words left unreturned another approach is proposed. */
    ask_line(workspace,
             arena_format(arena, "%s, %s; %s, - for none: ", touch->contact,
                          outcome_name(outcome),
                          next.kind == NEXT_TOUCH ? "next" : next.sentence),
             NULL,
             approaches.line != NULL ? approaches.line : shown_next_line(arena, &next),
             answer);
    if (approaches.change)
        ask_above(workspace, arena_format(arena, "%s (tried: %s)", approaches.sentence,
                                          approaches.tried));
}

static void propose_next(struct workspace *workspace)
{
    const struct touching *touching = under_way(workspace);

    verb_ask_next(workspace, &touching->touch, touching->outcome, next_answer);
}

static void took_over(struct workspace *workspace, const struct succession *succession,
                      const struct touch *next)
{
    const struct touching *touching = under_way(workspace);
    struct error err;
    int64_t id;

    if (desk_succession_store(workspace->desk, succession, touching->touch.id,
                              touching->outcome, next, &id, &err))
        verb_succeeded(workspace, succession);
    else
        workspace_error(workspace, &err);
}

static void outcome_chosen(struct workspace *workspace, char key)
{
    struct touching *touching = under_way(workspace);

    if (key == 0)
        return;
    touching->outcome = outcome_of(outcome_row(touching->touch.channel), key);
    verb_ask_successor(
        workspace, &touching->touch, touching->outcome,
        (struct successor_asked){.known = took_over, .not_known = propose_next});
}

static void store_move(struct workspace *workspace, struct wall due)
{
    const struct touch *touch = &under_way(workspace)->touch;
    struct arena *arena = workspace->asking;
    struct touch_warning warning;
    struct error err;

    if (!desk_move_warning(workspace->desk, touch, due, arena, &warning, &err) ||
        !desk_touch_move(workspace->desk, touch->id, due, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_changed(workspace);
    verb_tell_stored(workspace,
                     arena_format(arena, "%s moved to %s", touch->contact,
                                  shown_wall(arena, due, desk_today(workspace->desk))),
                     &warning);
}

static void move_answer(struct workspace *workspace, const char *text)
{
    struct touching *touching = under_way(workspace);
    struct wall due;
    struct error err;

    if (text == NULL)
        return;
    if (!desk_when(workspace->desk, touching->touch.contact_id, text, &due, &err)) {
        ask_again(workspace, &err, text, move_answer);
        return;
    }
    /* A day alone keeps the hour a timed touch has. */
    if (due.minute == MINUTE_NONE)
        due.minute = touching->touch.due.minute;
    store_move(workspace, due);
}

/* 7s moves it a week without asking; what was promised is never moved silently (rule 12),
 * so there the day stands typed. */
static void move(struct workspace *workspace, const struct touch *touch)
{
    int days = workspace->verb_count;
    struct wall due = desk_later(workspace->desk, touch->due, days);
    char text[WALL_TEXT_SIZE];

    if (days > 0 && !touch->promise) {
        store_move(workspace, due);
        return;
    }
    ask_line(workspace,
             arena_format(workspace->asking,
                          touch->promise ? "%s, promised; move to: " : "%s, move to: ",
                          touch_label(workspace, touch)),
             days > 0 ? wall_format(due, text) : NULL, "tomorrow", move_answer);
}

static void change(struct workspace *workspace, const struct touch *touch,
                   const char *words)
{
    struct error err;

    if (!desk_touch_change(workspace->desk, touch, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s", words);
}

static void drop_chosen(struct workspace *workspace, char key)
{
    struct touching *touching = under_way(workspace);
    struct error err;

    if (key != 'y')
        return;
    if (desk_touch_drop(workspace->desk, touching->touch.id, &err))
        workspace_changed(workspace);
    else
        workspace_error(workspace, &err);
}

static const struct key_choice drop_choices[] = {
    {'y', "drop it"}, {'n', "keep it"}, {0, NULL}};
static const struct key_choice skip_choices[] = {
    {'y', "skip it, the next one comes"}, {'n', "keep it"}, {0, NULL}};

/* On the row of Cards; nothing follows before it is posted. */
static void written(struct workspace *workspace)
{
    const struct touch *touch = &under_way(workspace)->touch;
    struct error err;

    if (touch->outcome == OUTCOME_WRITTEN) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "written already; %s",
                   workspace_hint(workspace, "{posted} posts it"));
        return;
    }
    if (!desk_touch_finish(workspace->desk, touch->id, OUTCOME_WRITTEN, NULL, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s for %s: written; %s",
                   channel_name(touch->channel), touch->contact,
                   workspace_hint(workspace, "{posted} posts it"));
}

static void perform(struct workspace *workspace, int action)
{
    struct touching *touching = under_way(workspace);
    struct touch *touch = &touching->touch;

    switch (action) {
    case DO_POSTED:
        touching->outcome = OUTCOME_POSTED;
        propose_next(workspace);
        break;
    case DO_WRITTEN:
        written(workspace);
        break;
    case DO_FINISH:
        ask_choice(workspace,
                   arena_format(workspace->asking, "%s: ", touch_label(workspace, touch)),
                   outcome_row(touch->channel), outcome_chosen);
        break;
    case DO_MOVE:
        move(workspace, touch);
        break;
    case DO_PROMISE:
        touch->promise = !touch->promise;
        change(workspace, touch,
               touch->promise ? "promised: never moved without asking"
                              : "no longer a promise");
        break;
    case DO_GIVE:
        verb_ask_give(workspace, touch);
        break;
    case DO_EDIT:
        verb_edit(workspace, touch);
        break;
    case DO_SKIP:
    case DO_ONCE:
        verb_series(workspace, touch, action);
        break;
    default:
        ask_choice(workspace,
                   arena_format(workspace->asking, "%s, drop it?",
                                touch_label(workspace, touch)),
                   touch->rule != NULL ? skip_choices : drop_choices, drop_chosen);
        break;
    }
}

static void several_chosen(struct workspace *workspace, char key)
{
    struct touching *touching = under_way(workspace);
    size_t i = (size_t)(key - '1');

    if (key == 0 || i >= touching->count)
        return;
    touching->touch = touching->several[i];
    perform(workspace, touching->verb);
}

enum { SEVERAL_MAX = 9 };

/* A person with several planned: "1 call 3d late  2 email 24 Nov". */
static void ask_which(struct workspace *workspace)
{
    struct touching *touching = under_way(workspace);
    struct arena *arena = workspace->asking;
    struct wall now = desk_wall(workspace->desk);
    size_t count = touching->count < SEVERAL_MAX ? touching->count : SEVERAL_MAX;
    struct key_choice *choices = arena_array(arena, count + 1, sizeof *choices);

    for (size_t i = 0; i < count; i++) {
        const struct touch *touch = &touching->several[i];

        choices[i].key = (char)('1' + i);
        choices[i].label = arena_format(arena, "%s %s", shown_channel(touch, now.day),
                                        shown_due(arena, touch->due, now));
    }
    ask_choice(workspace, arena_format(arena, "%s, which:", touching->several[0].contact),
               choices, several_chosen);
    workspace->asks_row = true;
}

/* The touch under the cursor; of a person the next one, asked for when there are several.
 */
static bool find_touch(struct workspace *workspace, struct touching *touching,
                       struct error *err)
{
    const struct shared *shared = &workspace->shared;

    if (workspace_row(workspace) == ROW_TOUCH)
        return desk_touch_get(workspace->desk, shared->touch_id, workspace->asking,
                              &touching->touch, err);
    if (shared->person_id == 0)
        return error_set(err, ERROR_NOT_FOUND, "nothing is under the cursor");
    if (!desk_touches_of(workspace->desk, shared->person_id, workspace->asking,
                         &touching->several, &touching->count, err))
        return false;
    if (touching->count == 0)
        return error_set(err, ERROR_NOT_FOUND,
                         "nothing is planned with %s; t plans a touch",
                         shared->person_name);
    touching->touch = touching->several[0];
    return true;
}

static void begin_verb(struct workspace *workspace, int action)
{
    struct touching *touching = arena_alloc(ask_begin(workspace), sizeof *touching);
    struct error err;

    workspace->pending = touching;
    touching->verb = action;
    if (!find_touch(workspace, touching, &err))
        workspace_error(workspace, &err);
    else if (touching->count > 1)
        ask_which(workspace);
    else
        perform(workspace, action);
}

bool verb_touch_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_FINISH:
    case DO_WRITTEN:
    case DO_POSTED:
    case DO_MOVE:
    case DO_PROMISE:
    case DO_EDIT:
    case DO_GIVE:
    case DO_DELETE:
    case DO_SKIP:
    case DO_ONCE:
        begin_verb(workspace, action);
        return true;
    default:
        return false;
    }
}
