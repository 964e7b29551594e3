#include "arranging.h"

#include "actions.h"
#include "touchbase/desk/memory.h"

static const char memory_name[] = "panes";

void arranging_recall(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    const char *text = NULL;
    struct error err;

    workspace->arrangement = arrange_default();
    if (!desk_remembered(workspace->desk, memory_name, arena, &text, &err))
        workspace_error(workspace, &err);
    else if (text != NULL)
        arrange_read(&workspace->arrangement, text);
    arena_destroy(arena);
}

void arranging_keep(struct workspace *workspace)
{
    struct buffer text = {0};
    struct error err;

    if (!workspace->arrangement.changed)
        return;
    workspace->arrangement.changed = false;
    arrange_write(&workspace->arrangement, &text);
    if (!desk_remember(workspace->desk, memory_name, buffer_string(&text), &err))
        workspace_error(workspace, &err);
    buffer_free(&text);
}

static void resize(struct workspace *workspace, bool upright, int cells)
{
    if (workspace->zoom ||
        !arrange_resize(&workspace->arrangement, workspace->rows, workspace->columns,
                        workspace->focus, upright, cells))
        notice_set(&workspace->notice, NOTICE_PLAIN, "this pane cannot become %s",
                   upright     ? cells > 0 ? "taller" : "lower"
                   : cells > 0 ? "wider"
                               : "narrower");
}

static void go(struct workspace *workspace, int down, int right)
{
    workspace_focus(workspace,
                    arrange_beside(&workspace->arrangement, workspace->rows,
                                   workspace->columns, workspace->focus, down, right));
}

static void even(struct workspace *workspace)
{
    workspace->arrangement = arrange_default();
    workspace->arrangement.changed = true;
    workspace->zoom = false;
}

static void arrange(struct workspace *workspace, int action, int count)
{
    int cells = count > 0 ? count : 1;

    switch (action) {
    case DO_PANE_WIDER:
    case DO_PANE_NARROWER:
        resize(workspace, false, action == DO_PANE_WIDER ? cells : -cells);
        break;
    case DO_PANE_TALLER:
    case DO_PANE_LOWER:
        resize(workspace, true, action == DO_PANE_TALLER ? cells : -cells);
        break;
    case DO_PANE_SWAP:
        arrange_swap(&workspace->arrangement, workspace->focus);
        break;
    case DO_PANES_EVEN:
        even(workspace);
        break;
    case DO_PANE_ABOVE:
    case DO_PANE_BELOW:
        go(workspace, action == DO_PANE_BELOW ? 1 : -1, 0);
        break;
    default:
        go(workspace, 0, action == DO_PANE_RIGHT ? 1 : -1);
        break;
    }
}

bool arranging_act(struct workspace *workspace, int action, int count)
{
    switch (action) {
    case DO_PANE_WIDER:
    case DO_PANE_NARROWER:
    case DO_PANE_TALLER:
    case DO_PANE_LOWER:
    case DO_PANE_SWAP:
    case DO_PANES_EVEN:
    case DO_PANE_LEFT:
    case DO_PANE_RIGHT:
    case DO_PANE_ABOVE:
    case DO_PANE_BELOW:
        if (workspace->sheet_count > 0)
            notice_set(&workspace->notice, NOTICE_PLAIN, "the panes lie behind this; %s",
                       workspace_hint(workspace, "{back} goes back to them"));
        else
            arrange(workspace, action, count);
        return true;
    default:
        return false;
    }
}
