/* The steps made, newest first: Enter takes one back, or brings it again. */
#include <stdlib.h>

#include "actions.h"
#include "picked.h"
#include "rows.h"
#include "sheets.h"
#include "touchbase/desk/history.h"
#include "words.h"

struct history {
    struct shared *shared;
    struct picked picked;
    struct list *list;
};

static void show_row(const struct history *state, struct arena *arena,
                     const struct desk_step *step, struct list_row *out)
{
    const char **cells = arena_array(arena, 4, sizeof *cells);
    int64_t *key = arena_alloc(arena, sizeof *key);

    *key = step->id;
    cells[0] = shown_moment(arena, state->shared->desk, step->made_utc);
    cells[1] = step->label;
    cells[2] = step->mine ? "this window" : "elsewhere";
    cells[3] = step->undone ? "undone" : "";
    *out = (struct list_row){.id = arena_format(arena, "%lld", (long long)step->id),
                             .key = key,
                             .cells = cells,
                             .dimmed = step->undone};
}

/* Newest first: what stands before a row is newer. */
static bool read_steps(struct history *state, enum list_from from, int64_t key, int limit,
                       struct arena *arena, struct desk_step *steps, int *count,
                       struct error *err)
{
    struct desk *desk = state->shared->desk;

    if (from == LIST_BEFORE || from == LIST_LAST)
        return desk_history_newer(desk, from == LIST_LAST ? 0 : key, limit, arena, steps,
                                  count, err);
    return desk_history(desk,
                        from == LIST_FIRST ? 0
                        : from == LIST_AT  ? key + 1
                                           : key,
                        limit, arena, steps, count, err);
}

static bool load_rows(void *context, enum list_from from, const void *key, size_t limit,
                      struct arena *arena, struct list_row *rows, size_t *found,
                      struct error *err)
{
    struct history *state = context;
    struct desk_step *steps = arena_array(arena, limit, sizeof *steps);
    bool backward = from == LIST_BEFORE || from == LIST_LAST;
    int count = 0;

    *found = 0;
    if (!read_steps(state, from, key == NULL ? 0 : *(const int64_t *)key, (int)limit,
                    arena, steps, &count, err))
        return false;
    for (int i = 0; i < count; i++)
        show_row(state, arena, &steps[backward ? count - 1 - i : i], &rows[i]);
    *found = (size_t)count;
    return true;
}

static const void *locate(void *context, const char *id, struct arena *arena)
{
    int64_t *key = arena_alloc(arena, sizeof *key);

    (void)context;
    *key = strtoll(id, NULL, 10);
    return key;
}

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct history *state = pane->state;
    struct list_source source = {.context = state, .load = load_rows, .locate = locate};

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    state->list = picked_list(&state->picked, state->shared, LIST_STEPS, &source);
    return true;
}

static void close(struct pane *pane)
{
    list_destroy(((struct history *)pane->state)->list);
}

static bool load(struct pane *pane, struct error *err)
{
    struct history *state = pane->state;

    picked_renew(&state->picked, state->list);
    list_resize(state->list, pane->rows);
    return list_load(state->list, err);
}

static void title(const struct pane *pane, struct buffer *out)
{
    keymap_words(((const struct history *)pane->state)->shared->keymap, "history",
                 "Steps: {open} takes one back, or brings it again", out);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct history *state = pane->state;

    list_draw(state->list, area, pane->focus, "nothing was done on this desk yet");
}

static unsigned toggle(struct pane *pane, struct error *err)
{
    struct history *state = pane->state;
    const struct list_row *row = list_current(state->list);
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
    return list_act(state->list, call->action, call->count, err);
}

static struct list *list(struct pane *pane, struct rect *where)
{
    struct history *state = pane->state;

    (void)where;
    return state->list;
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
    .list = list,
};
