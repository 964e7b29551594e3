#include "touchbase/tui/pane.h"

#include "touchbase/base/text.h"

struct pane *pane_open(const struct pane_ops *ops, void *shared, void *setup,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct pane *pane = arena_alloc(arena, sizeof *pane);

    pane->memory = arena;
    pane->ops = ops;
    pane->shared = shared;
    pane->state = arena_alloc(arena, ops->state_size);
    pane->stale = true;
    if (ops->open != NULL && !ops->open(pane, setup, err)) {
        buffer_free(&pane->message);
        arena_destroy(arena);
        return NULL;
    }
    return pane;
}

void pane_close(struct pane *pane)
{
    if (pane == NULL)
        return;
    if (pane->ops->close != NULL)
        pane->ops->close(pane);
    buffer_free(&pane->message);
    arena_destroy(pane->memory);
}

void pane_resize(struct pane *pane, int rows, int columns)
{
    if (pane->rows == rows && pane->columns == columns)
        return;
    pane->rows = rows;
    pane->columns = columns;
    pane->stale = true;
}

bool pane_load(struct pane *pane, struct error *err)
{
    if (!pane->stale)
        return true;
    if (pane->ops->load != NULL && !pane->ops->load(pane, err))
        return false;
    pane->stale = false;
    return true;
}

static void clear_request(struct pane *pane)
{
    pane->request.what = 0;
    pane->request.setup = NULL;
    buffer_clear(&pane->message);
}

static unsigned note_reload(struct pane *pane, unsigned bits)
{
    if (bits & PANE_RELOAD)
        pane->stale = true;
    return bits;
}

unsigned pane_act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    clear_request(pane);
    return pane->ops->act != NULL ? note_reload(pane, pane->ops->act(pane, call, err))
                                  : 0;
}

unsigned pane_type(struct pane *pane, const struct key *key, struct error *err)
{
    clear_request(pane);
    return pane->ops->type != NULL ? note_reload(pane, pane->ops->type(pane, key, err))
                                   : 0;
}

unsigned pane_work(struct pane *pane, bool (*stop)(void *context), void *context,
                   struct error *err)
{
    clear_request(pane);
    if (pane->ops->work == NULL)
        pane->busy = false;
    return pane->busy ? note_reload(pane, pane->ops->work(pane, stop, context, err)) : 0;
}

struct rect pane_inside(struct rect frame)
{
    return (struct rect){frame.row + 1, frame.column + 1,
                         frame.rows > 2 ? frame.rows - 2 : 0,
                         frame.columns > 2 ? frame.columns - 2 : 0};
}

/* The title stands in the upper border, a blank on each side. */
static void draw_title(const struct pane *pane, struct area area, struct rect frame)
{
    enum style style = pane->focus ? STYLE_TITLE_FOCUS : STYLE_TITLE;
    struct area room =
        area_part(area, (struct rect){frame.row, frame.column + 1, 1,
                                      frame.columns > 2 ? frame.columns - 2 : 0});
    struct buffer title = {0}, shown = {0};

    buffer_add_char(&title, ' ');
    pane->ops->title(pane, &title);
    buffer_add_char(&title, ' ');
    text_screen(&shown, title.data, title.length);
    if (text_width(shown.data, shown.length) <= room.rect.columns)
        area_bytes(room, 0, 0, style, shown.data, shown.length);
    else
        area_field(room, 0, 0, room.rect.columns, style, shown.data, false);
    buffer_free(&title);
    buffer_free(&shown);
}

void pane_draw(const struct pane *pane, struct area area, struct rect frame)
{
    if (frame.rows < 2 || frame.columns < 2)
        return;
    area_box(area, frame, STYLE_BORDER);
    /* The focus is the upper border and the title in it: two rows are sent when it moves,
     * not two frames. */
    if (pane->focus)
        area_horizontal(area, frame.row, frame.column, frame.columns, STYLE_BORDER_FOCUS);
    if (pane->ops->title != NULL)
        draw_title(pane, area, frame);
    pane->ops->draw(pane, area_part(area, pane_inside(frame)));
}
