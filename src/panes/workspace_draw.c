/* Where everything stands: header, panes or the sheet on top, and the bottom line. */
#include <stdio.h>
#include <string.h>

#include "collecting.h"
#include "header.h"
#include "list_pane.h"
#include "ringing.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "touchbase/tui/layout.h"
#include "workspace.h"

enum { NOTICE_MS = 4000 };

/* Between the header and the bottom line. */
static struct rect middle(int rows, int columns)
{
    return (struct rect){1, 0, rows > 2 ? rows - 2 : 0, columns};
}

static enum layout_fit place(const struct workspace *workspace, int rows, int columns,
                             struct layout_place *places, size_t *count)
{
    return arrange_place(&workspace->arrangement, rows, columns, workspace->focus,
                         workspace->zoom, places, count);
}

void workspace_place(struct workspace *workspace, int rows, int columns)
{
    struct layout_place places[LAYOUT_PANES_MAX];
    struct rect inside = pane_inside(middle(rows, columns));
    size_t count;

    workspace->rows = rows;
    workspace->columns = columns;
    place(workspace, rows, columns, places, &count);
    for (size_t i = 0; i < count; i++) {
        struct rect pane = pane_inside(places[i].frame);

        pane_resize(workspace->panes[places[i].pane], pane.rows, pane.columns);
    }
    for (int i = 0; i < workspace->sheet_count; i++)
        pane_resize(workspace->sheets[i], inside.rows, inside.columns);
}

static void draw_header(const struct workspace *workspace, struct area area)
{
    enum { MARGIN = 1 };
    struct arena *arena = arena_create();
    struct header header = {.now = desk_wall(workspace->desk),
                            .now_utc = desk_now(workspace->desk),
                            .read_only = desk_read_only(workspace->desk),
                            .counts = workspace->shared.counts,
                            .rounds = workspace->rounds};

    if (header.now.day != workspace->day) /* it was left running over midnight */
        header.new_day = shared_hint(&workspace->shared, arena, "a new day: {today}");
    area_fill(area, (struct rect){0, 0, 1, area.rect.columns}, STYLE_HEADER);
    area_text(area, 0, MARGIN, STYLE_HEADER,
              header_words(arena, &header, area.rect.columns - 2 * MARGIN));
    arena_destroy(arena);
}

/* A window too small for all panes says so where the header would be cut anyway. */
static void draw_reason(struct area area, int row, enum layout_fit fit, int rows,
                        int columns)
{
    struct buffer reason = {0};

    layout_reason(fit, rows, columns, &reason);
    area_field(area, row, 0, columns, row == 0 ? STYLE_HEADER : STYLE_NORMAL,
               buffer_string(&reason), false);
    buffer_free(&reason);
}

static void draw_desk(struct workspace *workspace, struct area area, int rows,
                      int columns)
{
    struct layout_place places[LAYOUT_PANES_MAX];
    size_t count;
    enum layout_fit fit = place(workspace, rows, columns, places, &count);

    for (size_t i = 0; i < count; i++) {
        if (places[i].frame.rows > 0)
            pane_draw(workspace->panes[places[i].pane], area, places[i].frame);
    }
    if (fit == LAYOUT_NONE)
        draw_reason(area, rows > 1 ? 1 : 0, fit, rows, columns);
    else if (fit == LAYOUT_ONE && !workspace->zoom)
        draw_reason(area, 0, fit, rows, columns);
}

/* While a folder is read the line about it comes back when a message was there to read.
 */
static bool draw_notice(const struct workspace *workspace, struct area area, int row)
{
    bool old = workspace->collecting != NULL && workspace->notice.kind != NOTICE_ERROR &&
               clock_ticks_ms() - workspace->key_ms > NOTICE_MS;

    return !old && notice_draw(&workspace->notice, area, row);
}

/* How far a reading came, and the keys that work here as far as there is place. */
static void draw_footer(const struct workspace *workspace, struct area area, int row)
{
    struct buffer words = {0};
    int column = 0;

    if (collecting_words(workspace, &words)) {
        column = 1 + area_text(area, row, 1, STYLE_NORMAL, buffer_string(&words));
        column += 2 + area_text(area, row, column + 2, STYLE_FOOTER_KEY, "^C");
        column += 2 + area_text(area, row, column + 1, STYLE_FOOTER_TEXT, "ends it");
    }
    buffer_free(&words);
    if (column < area.rect.columns)
        footer_draw(
            area_part(area, (struct rect){row, column, 1, area.rect.columns - column}), 0,
            workspace->keymap, workspace_context(workspace));
}

/* Today as it came up by itself. */
static void draw_passive(const struct workspace *workspace, struct area area, int row)
{
    int column = 1;

    column += 1 + area_text(area, row, column, STYLE_FOOTER_KEY, "any key");
    column += 2 + area_text(area, row, column, STYLE_FOOTER_TEXT, "the desk");
    column += 1 + area_text(area, row, column, STYLE_FOOTER_KEY, "gt");
    column += 2 + area_text(area, row, column, STYLE_FOOTER_TEXT, "here");
    if (today_has_left(workspace_top(workspace))) {
        column += 1 + area_text(area, row, column, STYLE_FOOTER_KEY, "Enter");
        column += 2 + area_text(area, row, column, STYLE_FOOTER_TEXT, "spreads the rest");
    }
    column += 1 + area_text(area, row, column, STYLE_FOOTER_KEY, "?");
    area_text(area, row, column, STYLE_FOOTER_TEXT, "keys");
}

/* The prompt before the notice before the keys begun before the keys that work here. */
static void draw_bottom(struct workspace *workspace, struct area area, int row)
{
    struct buffer pending = {0};

    keymap_pending(&workspace->keys, &pending);
    if (ask_draw(workspace, area, row)) {
        buffer_free(&pending);
        return;
    }
    if (!draw_notice(workspace, area, row)) {
        if (today_is_passive(workspace_top(workspace)))
            draw_passive(workspace, area, row);
        else if (pending.length > 0)
            area_text(area, row, 1, STYLE_FOOTER_KEY, buffer_string(&pending));
        else
            draw_footer(workspace, area, row);
    }
    buffer_free(&pending);
}

void workspace_draw(void *context, struct canvas *canvas)
{
    struct workspace *workspace = context;
    struct area area = area_whole(canvas);
    int rows = canvas_rows(canvas);
    int columns = canvas_columns(canvas);

    workspace_place(workspace, rows, columns);
    workspace_load(workspace);
    if (rows < 2)
        return;
    draw_header(workspace, area);
    if (workspace->sheet_count > 0)
        pane_draw(workspace_top(workspace), area, middle(rows, columns));
    else
        draw_desk(workspace, area, rows, columns);
    ringing_draw(workspace, area, rows - 2);
    draw_bottom(workspace, area, rows - 1);
}
