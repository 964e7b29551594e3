/* Waiting for me (design.md rule 17): what reached me and is not answered, one row a
 * person, oldest first. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/waiting.h"
#include "words.h"

enum { CELLS = 6 };

static const struct short_list_of of = {LIST_WAITING, "nobody waits for you"};

static const char *put_off(const struct short_list *state, struct arena *arena,
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

static void show_row(const struct short_list *state, struct arena *arena,
                     const struct waiting *waiting, struct list_row *out)
{
    struct desk *desk = state->shared->desk;
    const char **cells = arena_array(arena, CELLS, sizeof *cells);
    enum style *styles = arena_array(arena, CELLS, sizeof *styles);
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
    if (desk_waiting_late(desk, waiting))
        styles[0] = STYLE_LATE;
    out->id = arena_format(arena, "%lld", (long long)waiting->id);
    out->cells = cells;
    out->styles = styles;
    out->dimmed = *cells[5] != '\0';
    out->data = list_pane_row(arena, waiting->contact_id,
                              waiting->contact_id != 0 ? who : "", 0, 0);
}

static bool load(struct pane *pane, struct error *err)
{
    struct short_list *state = pane->state;
    struct arena *arena = arena_create();
    struct waiting *waiting;
    size_t count;
    bool done =
        desk_waiting(state->shared->desk, SHORT_LIST_MAX, arena, &waiting, &count, err);

    if (done) {
        struct list_row *rows = short_list_begin(state, count);

        for (size_t i = 0; i < count; i++)
            show_row(state, short_list_arena(state), &waiting[i], &rows[i]);
        done = short_list_show(state, false, pane->rows, err);
        short_list_follow(state);
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct short_list *state = pane->state;

    buffer_add_format(out, "Waiting for you %zu", state->count);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    const struct short_list *state = pane->state;

    if (call->action == DO_OPEN && state->shared->person_id != 0) {
        pane->request.what = SHEET_CONTACT;
        return PANE_HANDLED | PANE_OPEN;
    }
    return short_list_act(pane, call, err);
}

int64_t waiting_row(const struct pane *pane)
{
    const struct short_list *state = pane->state;

    return pane->ops == &waiting_sheet ? rows_id(list_current(state->list)) : 0;
}

const struct pane_ops waiting_sheet = {
    .name = "waiting",
    .context = "waiting",
    .of = &of,
    .state_size = sizeof(struct short_list),
    .load = load,
    .title = title,
    .act = act,
    SHORT_LIST_OPS,
};
