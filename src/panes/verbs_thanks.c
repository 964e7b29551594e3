/* What is owed to an advocate or a reference when a touch ends (rule 16): one Enter plans
 * it. */
#include "touchbase/desk/many.h"
#include "touchbase/desk/references.h"
#include "verbs.h"

static const struct key_choice choices[] = {{'\n', "plan it"}, {'n', "no"}, {0, NULL}};

static void chosen(struct workspace *workspace, char key)
{
    const struct thanks *thanks = workspace->pending;
    struct error err;

    if (key != '\n')
        return;
    if (desk_thanks_plan(workspace->desk, thanks, &err))
        workspace_made(workspace, NOTICE_PLAIN, "%s: %s", thanks->name, thanks->sentence);
    else
        workspace_error(workspace, &err);
}

static void ask(struct workspace *workspace, struct thanks *thanks)
{
    if (thanks->count == 0)
        return;
    workspace->pending = thanks;
    ask_choice(workspace,
               arena_format(workspace->asking, "%s, %s:", thanks->name, thanks->sentence),
               choices, chosen);
}

void verb_ask_thanks(struct workspace *workspace, const struct touch *touch,
                     enum outcome outcome)
{
    struct thanks *thanks = arena_alloc(workspace->asking, sizeof *thanks);
    struct error err;

    if (desk_thanks(workspace->desk, touch, outcome, workspace->asking, thanks, &err))
        ask(workspace, thanks);
    else
        workspace_error(workspace, &err);
}

void verb_ask_thanks_many(struct workspace *workspace, const struct many *many,
                          enum outcome outcome)
{
    struct thanks *thanks = arena_alloc(workspace->asking, sizeof *thanks);
    struct error err;

    if (desk_thanks_many(workspace->desk, many->touches, many->touch_count, outcome,
                         workspace->asking, thanks, &err))
        ask(workspace, thanks);
    else
        workspace_error(workspace, &err);
}
