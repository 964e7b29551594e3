/* A round through voicemail and mail is done. */
#include "actions.h"
#include "verbs.h"

void verb_round_named(struct workspace *workspace, const char *words)
{
    const char *said;
    struct error err;

    if (!desk_round_tick(workspace->desk, words, ask_begin(workspace), &said, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace->counted = false; /* the header says so at once */
    notice_set(&workspace->notice, NOTICE_PLAIN, "%s", said);
}

bool verb_round_act(struct workspace *workspace, int action)
{
    if (action != DO_ROUND)
        return false;
    verb_round_named(workspace, NULL);
    return true;
}
