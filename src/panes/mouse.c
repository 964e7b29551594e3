#include "mouse.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "touchbase/base/clock.h"
#include "touchbase/tui/list.h"
#include "workspace.h"

enum { DOUBLE_CLICK_MS = 400, WHEEL_ROWS = 3 };

/* A pane under the pointer, and where in its inside that is. */
struct target {
    struct pane *pane;
    int number; /* of a pane of the desk, -1: a sheet */
    int row, column;
};

static bool is_inside(struct rect rect, int row, int column)
{
    return row >= rect.row && row < rect.row + rect.rows && column >= rect.column &&
           column < rect.column + rect.columns;
}

static enum layout_fit frames(const struct workspace *workspace,
                              struct layout_place *places, size_t *count)
{
    return arrange_place(&workspace->arrangement, workspace->rows, workspace->columns,
                         workspace->focus, workspace->zoom, places, count);
}

static struct target target_in(struct pane *pane, int number, struct rect frame,
                               const struct key *key)
{
    struct rect inside = pane_inside(frame);

    return (struct target){pane, number, key->row - inside.row,
                           key->column - inside.column};
}

/* False: header, bottom line, or nothing is shown there. */
static bool find_target(const struct workspace *workspace, const struct key *key,
                        struct target *target)
{
    struct rect all = {1, 0, workspace->rows - 2, workspace->columns};
    struct layout_place places[LAYOUT_PANES_MAX];
    bool found = false;
    size_t count;

    if (!is_inside(all, key->row, key->column))
        return false;
    if (workspace->sheet_count > 0) {
        *target = target_in(workspace_top(workspace), -1, all, key);
        return true;
    }
    frames(workspace, places, &count);
    for (size_t i = 0; i < count; i++) {
        if (!is_inside(places[i].frame, key->row, key->column))
            continue;
        *target = target_in(workspace->panes[places[i].pane], places[i].pane,
                            places[i].frame, key);
        found = true; /* of two that share a line the later one, whose title it holds */
    }
    return found;
}

/* The list a pane shows, and the line of it under the pointer; NULL: it shows none. */
static struct list *list_under(const struct target *target, int *line)
{
    struct rect where = {0, 0, target->pane->rows, target->pane->columns};
    struct list *list = target->pane->ops->list == NULL
                            ? NULL
                            : target->pane->ops->list(target->pane, &where);

    *line = target->row - where.row;
    return is_inside(where, target->row, target->column) ? list : NULL;
}

static unsigned act(struct workspace *workspace, struct pane *pane, int action, int count)
{
    struct pane_call call = {.action = action, .count = count};
    struct error err;
    unsigned result = pane_act(pane, &call, &err);

    if (result != 0)
        workspace_do(workspace, pane, result, &err);
    return result;
}

/* The cursor goes by the pane's own moves, so that everything follows as it does for
 * keys. A pane that is typed in moves its list by others. */
static void move_to(struct workspace *workspace, struct pane *pane, int rows)
{
    bool up = rows < 0;

    if (rows == 0 || act(workspace, pane, up ? ACTION_UP : ACTION_DOWN, abs(rows)) != 0)
        return;
    for (int i = 0; i < abs(rows); i++)
        act(workspace, pane, up ? ACTION_PROMPT_OLDER : ACTION_PROMPT_NEWER, 1);
}

static void open_row(struct workspace *workspace, struct pane *pane)
{
    if (pane->ops->type != NULL)
        act(workspace, pane, ACTION_PROMPT_TAKE, 0);
    else
        workspace_act(workspace, DO_OPEN, 0);
}

static bool is_second(const struct mouse_before *before, const struct key *key)
{
    return before->clicked_ms > 0 && before->row == key->row &&
           clock_ticks_ms() - before->clicked_ms <= DOUBLE_CLICK_MS;
}

static void click(struct workspace *workspace, const struct key *key)
{
    struct mouse_before *before = &workspace->mouse;
    struct target target;
    struct list *list;
    int line, rows;

    if (!find_target(workspace, key, &target))
        return;
    if (target.number >= 0 && target.number != workspace->focus) {
        before->clicked_ms = 0; /* the click before was another pane's */
        workspace_focus(workspace, target.number);
        workspace_load(workspace);
    }
    list = list_under(&target, &line);
    if (list == NULL || !list_rows_to(list, line, &rows)) {
        before->clicked_ms = 0;
        return;
    }
    if (rows == 0 && is_second(before, key)) {
        before->clicked_ms = 0;
        open_row(workspace, target.pane);
        return;
    }
    move_to(workspace, target.pane, rows);
    before->clicked_ms = clock_ticks_ms();
    before->row = key->row;
}

static void press(struct workspace *workspace, const struct key *key)
{
    struct layout_place places[LAYOUT_PANES_MAX];
    struct mouse_before *before = &workspace->mouse;
    size_t count;

    before->dragging = false;
    if (workspace->sheet_count == 0 && frames(workspace, places, &count) == LAYOUT_ALL) {
        before->divider = arrange_divider(&workspace->arrangement, workspace->rows,
                                          workspace->columns, key->row, key->column);
        before->dragging = before->divider != DIVIDER_NONE;
    }
    if (before->dragging) {
        before->row = key->row;
        before->column = key->column;
    } else {
        click(workspace, key);
    }
}

/* Let go where it was pressed, a divider is a title that was clicked. */
static void release(struct workspace *workspace, const struct key *key)
{
    struct mouse_before *before = &workspace->mouse;

    if (!before->dragging)
        return;
    before->dragging = false;
    if (key->row == before->row && key->column == before->column)
        click(workspace, key);
    else if (workspace->sheet_count == 0)
        arrange_put(&workspace->arrangement, workspace->rows, workspace->columns,
                    before->divider, key->row, key->column);
}

/* In a list of another pane the current person stays who it is. */
static void wheel(struct workspace *workspace, const struct key *key, bool up)
{
    struct target target;
    struct list *list;
    struct error err;
    int line;

    if (!find_target(workspace, key, &target))
        return;
    list = list_under(&target, &line);
    if (list == NULL) {
        act(workspace, target.pane, up ? ACTION_UP : ACTION_DOWN, WHEEL_ROWS);
        return;
    }
    if (!list_scroll(list, up ? -WHEEL_ROWS : WHEEL_ROWS, &err))
        workspace_error(workspace, &err);
    target.pane->stale = true;
}

static bool is_typing(const struct workspace *workspace)
{
    const char *context = workspace_context(workspace);

    return workspace->prompt != NULL || workspace->choices != NULL ||
           strcmp(context, "note-text") == 0 || strcmp(context, "heard-text") == 0 ||
           strcmp(context, "message-text") == 0 ||
           workspace_top(workspace)->ops == &call_sheet;
}

void mouse_did(struct workspace *workspace, const struct key *key)
{
    bool typing = is_typing(workspace);

    workspace->keys = (struct keymap_state){0};
    switch ((enum mouse)key->code) {
    case MOUSE_PRESS:
        if (!typing)
            press(workspace, key);
        break;
    case MOUSE_RELEASE:
        if (!typing)
            release(workspace, key);
        break;
    default:
        wheel(workspace, key, key->code == MOUSE_WHEEL_UP);
        break;
    }
}
