#include "repeat.h"

#include "actions.h"
#include "verbs.h"

void repeat_open(struct repeats *repeats)
{
    *repeats =
        (struct repeats){.now.arena = arena_create(), .last.arena = arena_create()};
}

void repeat_close(struct repeats *repeats)
{
    arena_destroy(repeats->now.arena);
    arena_destroy(repeats->last.arena);
}

static void empty(struct repeat *repeat, int action)
{
    arena_reset(repeat->arena);
    repeat->action = action;
    repeat->count = 0;
}

/* Dropping asks every time; an edit holds the whole of one record. */
static bool is_repeatable(int action)
{
    static const int actions[] = {DO_FINISH,     DO_MOVE, DO_PROMISE, DO_PLAN,
                                  DO_STAGE,      DO_TAG,  DO_GOT,     DO_GIVE,
                                  DO_THEIR_MOVE, DO_NOTE, DO_DELETE};

    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        if (actions[i] == action)
            return true;
    }
    return false;
}

void repeat_begin(struct workspace *workspace, int action)
{
    struct repeats *repeats = &workspace->repeats;

    if (repeats->replaying || action == DO_REPEAT)
        return;
    /* a note is made when it is filed, not when it is begun */
    empty(&repeats->now, action == DO_NOTE ? ACTION_NONE : action);
    repeats->now.verb_count = workspace->verb_count;
    repeats->generation = desk_generation(workspace->desk);
}

static void add(struct workspace *workspace, struct repeat_answer answer)
{
    struct repeat *now = &workspace->repeats.now;

    if (workspace->repeats.replaying || workspace->asks_row || now->action == DO_DELETE)
        return;
    if (now->count == REPEAT_ANSWERS_MAX)
        now->action = ACTION_NONE;
    else
        now->answers[now->count++] = answer;
}

void repeat_key(struct workspace *workspace, char key)
{
    add(workspace, (struct repeat_answer){.key = key});
}

void repeat_line(struct workspace *workspace, const char *line)
{
    add(workspace,
        (struct repeat_answer){.line = arena_string(workspace->repeats.now.arena, line)});
}

void repeat_unanswered(struct workspace *workspace)
{
    if (!workspace->repeats.replaying && workspace->repeats.now.count > 0)
        workspace->repeats.now.count--;
}

void repeat_note(struct workspace *workspace, const char *text)
{
    struct repeat *now = &workspace->repeats.now;

    empty(now, DO_NOTE);
    workspace->repeats.generation = desk_generation(workspace->desk);
    now->answers[now->count++].line = arena_string(now->arena, text);
}

void repeat_settle(struct workspace *workspace)
{
    struct repeats *repeats = &workspace->repeats;
    struct repeat made = repeats->now;

    if (made.action == ACTION_NONE || workspace->prompt != NULL ||
        workspace->choices != NULL ||
        repeats->generation == desk_generation(workspace->desk))
        return;
    if (is_repeatable(made.action)) {
        repeats->now = repeats->last;
        repeats->last = made;
    } else if (verb_changes(made.action) && made.action != DO_UNDO &&
               made.action != DO_REDO) {
        empty(&repeats->last, ACTION_NONE);
    }
    empty(&repeats->now, ACTION_NONE);
}

void repeat_forget(struct workspace *workspace)
{
    empty(&workspace->repeats.now, ACTION_NONE);
    empty(&workspace->repeats.last, ACTION_NONE);
}

static void replay(struct workspace *workspace, const struct repeat *last)
{
    if (workspace->verb_count == 0) /* a count before . stands instead */
        workspace->verb_count = last->verb_count;
    verb_act(workspace, last->action);
    for (size_t i = 0; i < last->count && !workspace->asks_row; i++)
        ask_give(workspace, &last->answers[i]);
}

void repeat_last(struct workspace *workspace)
{
    struct repeats *repeats = &workspace->repeats;
    const struct repeat *last = &repeats->last;

    if (last->action == ACTION_NONE) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "there is no change to repeat");
        return;
    }
    if (verb_refused(workspace, last->action))
        return;
    if (last->action == DO_NOTE) {
        verb_note_named(workspace, last->answers[0].line);
        return;
    }
    repeats->replaying = true;
    replay(workspace, last);
    repeats->replaying = false;
}
