#include "touch_rows.h"

#include "list_pane.h"
#include "touchbase/desk/plan.h"
#include "words.h"

struct touch_row touch_row_fill(const struct shared *shared, struct arena *arena,
                                const struct touch *touch, const char *when, bool late,
                                struct list_row *out)
{
    const char **cells = arena_array(arena, TOUCH_CELLS, sizeof *cells);
    enum style *styles = arena_array(arena, TOUCH_CELLS, sizeof *styles);

    cells[0] = touch->promise ? "!" : " ";
    cells[1] = when;
    cells[2] = shown_channel(touch, desk_today(shared->desk));
    cells[3] = touch->contact;
    cells[4] = shown_repeats(arena, touch,
                             touch->purpose != NULL ? touch->purpose : touch->opener);
    cells[5] = touch->company;
    styles[0] = touch->promise ? STYLE_PROMISE : STYLE_NORMAL;
    styles[1] = late ? STYLE_LATE : STYLE_NORMAL;
    out->cells = cells;
    out->styles = styles;
    out->data = list_pane_row(arena, touch->contact_id, touch->contact, touch->id, 0);
    return (struct touch_row){cells, styles};
}

bool touch_row_wants(void *context, const struct row *row, struct arena *arena)
{
    const struct touch *touch = row->record;

    (void)arena;
    return list_pane_wants(context, touch->contact_id, touch, touch->purpose);
}

struct touch *touch_row_get(const struct shared *shared, int64_t id, struct arena *arena,
                            bool *failed, struct error *err)
{
    struct touch *touch = arena_alloc(arena, sizeof *touch);

    *failed = false;
    if (desk_touch_get(shared->desk, id, arena, touch, err))
        return touch;
    *failed = err->code != ERROR_NOT_FOUND;
    return NULL;
}
