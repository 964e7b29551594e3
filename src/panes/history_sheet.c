/* The steps made, newest first: Enter takes one back, or brings it again. */
#include "actions.h"
#include "rows.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/history.h"
#include "words.h"

struct history {
    struct shared *shared;
    struct short_list steps;
    bool loaded;
};

static const struct column columns[] = {
    {.least = 12, .most = 14, .share = 0, .priority = 3},
    {.least = 20, .most = 60, .share = 1, .priority = 5},
    {.least = 11, .most = 11, .share = 0, .priority = 2},
    {.least = 10, .most = 12, .share = 0, .priority = 4},
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct history *state = pane->state;

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    short_list_open(&state->steps, columns, sizeof columns / sizeof *columns);
    return true;
}

static void close(struct pane *pane)
{
    short_list_close(&((struct history *)pane->state)->steps);
}

static void show_row(const struct history *state, struct arena *arena,
                     const struct desk_step *step, struct list_row *out)
{
    const char **cells = arena_array(arena, 4, sizeof *cells);

    cells[0] = shown_moment(arena, state->shared->desk, step->made_utc);
    cells[1] = arena_string(arena, step->label);
    cells[2] = step->mine ? "this window" : "elsewhere";
    cells[3] = step->unfinished ? "cut short" : step->undone ? "undone" : "";
    out->id = arena_format(arena, "%lld", (long long)step->id);
    out->cells = cells;
    out->dimmed = step->undone;
}

static bool load(struct pane *pane, struct error *err)
{
    struct history *state = pane->state;
    struct arena *arena = arena_create();
    struct desk_step *steps = arena_array(arena, SHORT_LIST_MAX, sizeof *steps);
    int count;
    bool done =
        desk_history(state->shared->desk, 0, SHORT_LIST_MAX, arena, steps, &count, err);

    if (done) {
        struct list_row *rows = short_list_begin(&state->steps, (size_t)count);

        for (int i = 0; i < count; i++)
            show_row(state, short_list_arena(&state->steps), &steps[i], &rows[i]);
        done = short_list_show(&state->steps, !state->loaded, pane->rows, err);
        state->loaded = true;
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    (void)pane;
    buffer_add_string(out, "Steps: Enter takes one back, or brings it again");
}

static void draw(const struct pane *pane, struct area area)
{
    const struct history *state = pane->state;

    list_draw(state->steps.list, area, pane->focus, "nothing was done on this desk yet");
}

static unsigned toggle(struct pane *pane, struct error *err)
{
    struct history *state = pane->state;
    const struct list_row *row = list_current(state->steps.list);
    struct arena *arena;
    struct desk_step step;
    enum history_result result;

    if (row == NULL)
        return PANE_HANDLED | PANE_BELL;
    arena = arena_create();
    result = desk_toggle(state->shared->desk, rows_id(row), arena, &step, err);
    if (result == HISTORY_DONE)
        buffer_add_format(&pane->message, "%s: %s",
                          step.undone ? "taken back" : "brought again", step.label);
    arena_destroy(arena);
    if (result == HISTORY_DONE)
        return PANE_HANDLED | PANE_MESSAGE | PANE_RELOAD;
    return PANE_HANDLED | (result == HISTORY_NOTHING ? PANE_BELL : PANE_FAILED);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct history *state = pane->state;

    if (call->action == DO_OPEN)
        return toggle(pane, err);
    return list_act(state->steps.list, call->action, call->count, err);
}

const struct pane_ops history_sheet = {
    .name = "history",
    .context = "history",
    .state_size = sizeof(struct history),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
};
