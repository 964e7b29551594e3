/* ': the cursor of Prospects goes to whom the letters typed begin, with each of them. */
#include "actions.h"
#include "list_pane.h"
#include "touchbase/desk/agenda.h"
#include "verbs.h"

enum { NAMED_LOOKED = 64 }; /* the first by name may not be in a limited list */

static const char nobody[] = "nobody in this list begins so";

static bool go(struct workspace *workspace, int64_t person_id)
{
    if (!list_pane_go(workspace->panes[PANE_PROSPECTS], person_id))
        return false;
    workspace_moved(workspace);
    return true;
}

/* To the first by name; false when there is nobody. */
static bool go_named(struct workspace *workspace, const char *letters)
{
    struct arena *arena = arena_create();
    struct error err;
    int64_t *ids;
    size_t count = 0, at = 0;

    if (!desk_people_named(workspace->desk, letters, NAMED_LOOKED, arena, &ids, &count,
                           &err))
        workspace_error(workspace, &err);
    while (at < count && !go(workspace, ids[at]))
        at++;
    arena_destroy(arena);
    return at < count;
}

static void typed(struct workspace *workspace, const char *letters)
{
    bool there = *letters == '\0' || go_named(workspace, letters);

    ask_above(workspace, there ? NULL : nobody);
}

static void answer(struct workspace *workspace, const char *letters)
{
    const int64_t *began = workspace->pending;

    if (letters == NULL)
        go(workspace, *began);
    else if (*letters != '\0' && !go_named(workspace, letters))
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s", nobody);
}

bool verb_name_act(struct workspace *workspace, int action)
{
    int64_t *began;

    if (action != DO_GO_NAME)
        return false;
    began = arena_alloc(ask_begin(workspace), sizeof *began);
    *began = workspace->shared.person_id;
    workspace->pending = began;
    ask_line(workspace, "name begins: ", NULL, NULL, answer);
    ask_typed(workspace, typed);
    return true;
}
