/* Waiting for me (design.md rule 17): what reached me and is not answered, one row a
 * person, oldest first. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/waiting.h"
#include "words.h"

struct waiting_rows {
    struct shared *shared;
    struct short_list list;
    bool loaded;
};

static const struct column columns[] = {
    {.least = 7, .most = 7, .share = 0, .priority = 5},
    {.least = 10, .most = 30, .share = 1, .priority = 6},
    {.least = 9, .most = 9, .share = 0, .priority = 4},
    {.least = 3, .most = 3, .share = 0, .priority = 4},
    {.least = 10, .most = 200, .share = 3, .priority = 3},
    {.least = 12, .most = 12, .share = 0, .priority = 1},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct waiting_rows *state = pane->state;

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    short_list_open(&state->list, columns, COLUMNS);
    return true;
}

static void close(struct pane *pane)
{
    short_list_close(&((struct waiting_rows *)pane->state)->list);
}

static const char *put_off(const struct waiting_rows *state, struct arena *arena,
                           const struct waiting *waiting)
{
    struct desk *desk = state->shared->desk;
    struct wall until = zone_wall(desk_zone(desk), waiting->later_utc);

    if (waiting->later_utc <= desk_now(desk))
        return "";
    if (until.minute == 0)
        until.minute = MINUTE_NONE;
    return arena_format(arena, "later %s", shown_due(arena, until, desk_wall(desk)));
}

static void show_row(const struct waiting_rows *state, struct arena *arena,
                     const struct waiting *waiting, struct list_row *out)
{
    struct desk *desk = state->shared->desk;
    const char **cells = arena_array(arena, COLUMNS, sizeof *cells);
    enum style *styles = arena_array(arena, COLUMNS, sizeof *styles);
    const char *text = waiting->text != NULL ? waiting->text : "";
    const char *who = arena_string(arena, waiting_who(waiting));

    cells[0] = waiting_age(arena, desk_now(desk) - waiting->reached_utc);
    cells[1] = waiting->company == NULL
                   ? who
                   : arena_format(arena, "%s, %s", who, waiting->company);
    cells[2] = inbound_name(waiting->kind);
    cells[3] = waiting->count > 1 ? arena_format(arena, "×%d", waiting->count) : "";
    cells[4] = arena_copy(arena, text, strcspn(text, "\n"));
    cells[5] = put_off(state, arena, waiting);
    for (size_t i = 0; i < COLUMNS; i++)
        styles[i] = *cells[5] != '\0' ? STYLE_DIM : STYLE_NORMAL;
    if (desk_waiting_late(desk, waiting))
        styles[0] = STYLE_LATE;
    out->id = arena_format(arena, "%lld", (long long)waiting->id);
    out->cells = cells;
    out->styles = styles;
    out->data = list_pane_row(arena, waiting->contact_id,
                              waiting->contact_id != 0 ? who : "", 0, 0);
}

static void follow(struct waiting_rows *state)
{
    const struct list_row *row = list_current(state->list.list);
    const struct row_of *of = row == NULL ? NULL : row->data;

    if (of != NULL)
        shared_set(state->shared, of->person_id, of->name, 0, 0);
}

static bool load(struct pane *pane, struct error *err)
{
    struct waiting_rows *state = pane->state;
    struct arena *arena = arena_create();
    struct waiting *waiting;
    size_t count;
    bool done =
        desk_waiting(state->shared->desk, SHORT_LIST_MAX, arena, &waiting, &count, err);

    if (done) {
        struct list_row *rows = short_list_begin(&state->list, count);

        for (size_t i = 0; i < count; i++)
            show_row(state, short_list_arena(&state->list), &waiting[i], &rows[i]);
        done = short_list_show(&state->list, !state->loaded, pane->rows, err);
        state->loaded = true;
        follow(state);
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct waiting_rows *state = pane->state;

    buffer_add_format(out, "Waiting for you %zu", state->list.count);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct waiting_rows *state = pane->state;

    list_draw(state->list.list, area, pane->focus, "nobody waits for you");
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct waiting_rows *state = pane->state;
    unsigned result;

    if (call->action == DO_OPEN && state->shared->person_id != 0) {
        pane->request.what = SHEET_CONTACT;
        return PANE_HANDLED | PANE_OPEN;
    }
    result = list_act(state->list.list, call->action, call->count, err);
    if ((result & PANE_REPAINT) != 0)
        follow(state);
    return result;
}

static struct list *list(struct pane *pane, struct rect *where)
{
    struct waiting_rows *state = pane->state;

    (void)where;
    return state->list.list;
}

int64_t waiting_row(const struct pane *pane)
{
    const struct waiting_rows *state = pane->state;

    return pane->ops == &waiting_sheet ? rows_id(list_current(state->list.list)) : 0;
}

const struct pane_ops waiting_sheet = {
    .name = "waiting",
    .context = "waiting",
    .state_size = sizeof(struct waiting_rows),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .list = list,
};
