#include "touchbase/tui/layout.h"

enum { PARTS_MAX = LAYOUT_PANES_MAX };

struct placing {
    struct layout_place *places;
    size_t count;
};

static int length_along(enum layout_split split, struct rect rect)
{
    return split == LAYOUT_BESIDE ? rect.columns : rect.rows;
}

/* Shares a length among parts by weight, none below its least while there is enough for
 * all; shared lines between neighbours are counted twice in it. */
static void share(const struct layout *layout, int length, int *lengths)
{
    int weights = 0, least = 0, left;

    for (size_t i = 0; i < layout->part_count; i++) {
        weights += layout->parts[i].weight;
        least += layout->parts[i].least;
        lengths[i] = layout->parts[i].least;
    }
    left = length - least;
    if (left < 0) { /* cut from the end: what comes first matters most */
        for (size_t i = layout->part_count; i-- > 0 && left < 0;) {
            int cut = -left < lengths[i] ? -left : lengths[i];

            lengths[i] -= cut;
            left += cut;
        }
        return;
    }
    for (size_t i = 0; i < layout->part_count; i++) {
        int want =
            length * layout->parts[i].weight / (weights > 0 ? weights : 1) - lengths[i];

        want = want < 0 ? 0 : want < left ? want : left;
        lengths[i] += want;
        left -= want;
    }
    if (layout->part_count > 0)
        lengths[0] += left;
}

static struct rect part_of(enum layout_split split, struct rect rect, int start,
                           int length)
{
    if (split == LAYOUT_BESIDE)
        return (struct rect){rect.row, rect.column + start, rect.rows, length};
    return (struct rect){rect.row + start, rect.column, length, rect.columns};
}

static void place(const struct layout *layout, struct rect rect, struct placing *placing)
{
    int lengths[PARTS_MAX], start = 0;
    size_t count = layout->part_count < PARTS_MAX ? layout->part_count : PARTS_MAX;

    if (layout->split == LAYOUT_PANE) {
        if (placing->count < LAYOUT_PANES_MAX)
            placing->places[placing->count++] = (struct layout_place){layout->pane, rect};
        return;
    }
    share(layout, length_along(layout->split, rect) + (int)count - 1, lengths);
    for (size_t i = 0; i < count; i++) {
        place(&layout->parts[i], part_of(layout->split, rect, start, lengths[i]),
              placing);
        start += lengths[i] > 0 ? lengths[i] - 1 : 0;
    }
}

static void show_only(struct placing *placing, struct rect rect, int pane)
{
    for (size_t i = 0; i < placing->count; i++)
        placing->places[i].frame = placing->places[i].pane == pane
                                       ? rect
                                       : (struct rect){rect.row, rect.column, 0, 0};
}

enum layout_fit layout_place(const struct layout *layout, struct rect area,
                             int screen_rows, int screen_columns, int focus, bool zoom,
                             struct layout_place *places, size_t *count)
{
    struct placing placing = {.places = places};
    enum layout_fit fit = LAYOUT_ALL;

    if (screen_rows < LAYOUT_ROWS_NONE || screen_columns < LAYOUT_COLUMNS_NONE)
        fit = LAYOUT_NONE;
    else if (zoom || screen_rows < LAYOUT_ROWS_ONE || screen_columns < LAYOUT_COLUMNS_ONE)
        fit = LAYOUT_ONE;
    area.rows = area.rows > 0 ? area.rows : 0;
    area.columns = area.columns > 0 ? area.columns : 0;
    place(layout, area, &placing);
    if (fit == LAYOUT_ONE)
        show_only(&placing, area, focus);
    else if (fit == LAYOUT_NONE)
        show_only(&placing, area, -1);
    *count = placing.count;
    return fit;
}

void layout_reason(enum layout_fit fit, int screen_rows, int screen_columns,
                   struct buffer *out)
{
    bool small = screen_rows < LAYOUT_ROWS_ONE || screen_columns < LAYOUT_COLUMNS_ONE;

    if (fit == LAYOUT_NONE)
        buffer_add_format(out, "window %dx%d is too small: at least %dx%d",
                          screen_columns, screen_rows, LAYOUT_COLUMNS_NONE,
                          LAYOUT_ROWS_NONE);
    else if (fit == LAYOUT_ONE && small)
        buffer_add_format(out, "window %dx%d: one pane; %dx%d shows all", screen_columns,
                          screen_rows, LAYOUT_COLUMNS_ONE, LAYOUT_ROWS_ONE);
    else if (fit == LAYOUT_ONE)
        buffer_add_string(out, "zoomed");
}
