/* The likely blocker of the current person (rule 11): noted, taken away. */
#include "actions.h"
#include "touchbase/desk/blockers.h"
#include "verbs.h"

static void blocker_answer(struct workspace *workspace, const char *text)
{
    enum blocker blocker;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!blocker_read(text, &blocker, &err) ||
        !desk_blocker_note(workspace->desk, workspace->shared.person_id, blocker, &err)) {
        ask_again(workspace, &err, text, blocker_answer);
        return;
    }
    workspace_made(workspace, NOTICE_PLAIN, "%s: %s", workspace->shared.person_name,
                   blocker == BLOCKER_NONE ? "no blocker" : blocker_words(blocker));
}

bool verb_blocker_act(struct workspace *workspace, int action)
{
    if (action != DO_BLOCKER)
        return false;
    ask_begin(workspace);
    if (workspace_has_person(workspace))
        ask_completed(workspace, verb_label(workspace, "likely blocker: "), NULL,
                      verb_complete(DO_BLOCKER), blocker_answer);
    return true;
}
