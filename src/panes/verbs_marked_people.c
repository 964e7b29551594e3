/* ; before a verb that is about people: t i b, :stage, :tag. */
#include "actions.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/tags.h"
#include "verbs.h"
#include "verbs_marked.h"
#include "words.h"

static const char *people_label(struct workspace *workspace, const char *words)
{
    size_t count = marked_under_way(workspace)->many.person_count;

    return arena_format(workspace->asking, "%zu %s, %s", count,
                        count == 1 ? "person" : "people", words);
}

static void plan_answer(struct workspace *workspace, const char *text)
{
    struct error err;
    size_t warned;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_many_plan(workspace->desk, &marked_under_way(workspace)->many, text,
                        &warned, &err)) {
        ask_again(workspace, &err, text, plan_answer);
        return;
    }
    marked_made(workspace, true, people_label(workspace, "planned"), &err);
    if (warned > 0)
        workspace_made(workspace, NOTICE_WARNING,
                       "%s; for %zu it is early or without a purpose",
                       people_label(workspace, "planned"), warned);
}

static void note_answer(struct workspace *workspace, const char *text)
{
    struct error err;
    bool done;

    if (text == NULL || *text == '\0')
        return;
    done =
        desk_many_note(workspace->desk, &marked_under_way(workspace)->many, text, &err);
    marked_made(workspace, done, people_label(workspace, "noted"), &err);
}

static void stage_answer(struct workspace *workspace, const char *text)
{
    struct error err;
    int stage = text == NULL ? -1 : stage_from_name(text);

    if (text == NULL || *text == '\0')
        return;
    if (stage < 0) {
        error_set(&err, ERROR_USAGE,
                  "stages: rest, lead, prospect, customer, former, no");
        ask_again(workspace, &err, text, stage_answer);
        return;
    }
    marked_made(workspace,
                desk_many_stage(workspace->desk, &marked_under_way(workspace)->many,
                                (enum stage)stage, &err),
                people_label(workspace, text), &err);
}

static void tag_answer(struct workspace *workspace, const char *text)
{
    const struct many *many = &marked_under_way(workspace)->many;
    struct error err;
    size_t changed;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_tag(workspace->desk, many->people, many->person_count, text, &changed,
                  &err)) {
        ask_again(workspace, &err, text, tag_answer);
        return;
    }
    marked_made(workspace, true, people_label(workspace, "tagged"), &err);
    if (changed == 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "they are tagged that way already");
}

static void guard_answer(struct workspace *workspace, const char *text)
{
    const struct on_marked *state = marked_under_way(workspace);
    struct error err;

    if (text == NULL)
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing was stored");
    else if (!desk_many_owe(workspace->desk, &state->many, state->owes, text, &err))
        ask_again(workspace, &err, text, guard_answer);
    else
        marked_made(workspace, true,
                    people_label(workspace, arena_format(workspace->asking,
                                                         "they owe you: %s; it "
                                                         "comes back %s",
                                                         state->owes, text)),
                    &err);
}

static void owes_answer(struct workspace *workspace, const char *text)
{
    struct on_marked *state = marked_under_way(workspace);
    char day[WALL_TEXT_SIZE];

    if (text == NULL || *text == '\0')
        return;
    state->owes = arena_string(workspace->asking, text);
    ask_line(workspace, people_label(workspace, "come back to it: "), NULL,
             wall_format(desk_guard_day(workspace->desk), day), guard_answer);
}

void marked_ask_people(struct workspace *workspace, int action)
{
    if (action == DO_PLAN)
        ask_line(workspace, people_label(workspace, "plan: "), NULL, NULL, plan_answer);
    else if (action == DO_NOTE)
        ask_line(workspace, people_label(workspace, "note: "), NULL, NULL, note_answer);
    else if (action == DO_THEIR_MOVE)
        ask_line(workspace, people_label(workspace, "they owe you: "), NULL, NULL,
                 owes_answer);
    else if (action == DO_TAG)
        ask_completed(workspace, people_label(workspace, "tags, -word takes off: "), NULL,
                      verb_tag_complete, tag_answer);
    else
        ask_completed(workspace, people_label(workspace, "stage: "), NULL,
                      verb_complete(DO_STAGE), stage_answer);
}

bool marked_on_people(int action)
{
    return action == DO_PLAN || action == DO_NOTE || action == DO_STAGE ||
           action == DO_TAG || action == DO_THEIR_MOVE;
}
