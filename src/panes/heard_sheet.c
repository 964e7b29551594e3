/* Where an out-of-office reply is typed as it is heard, pasted, or named by its path. */
#include "actions.h"
#include "sheets.h"
#include "typing.h"

struct heard {
    struct shared *shared;
    struct typing typing;
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct heard *state = pane->state;
    const struct heard_setup *begin = setup;

    (void)err;
    state->shared = pane->shared;
    typing_begin(&state->typing, "take-in", state->shared->person_id,
                 begin == NULL ? "" : begin->text, begin == NULL ? 0 : begin->draft_id,
                 (size_t)-1);
    return true;
}

static void close(struct pane *pane)
{
    typing_end(&((struct heard *)pane->state)->typing);
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct heard *state = pane->state;

    buffer_add_format(
        out, "Out of office%s%s: paste it, type what was heard, or give a path",
        state->shared->person_id != 0 ? " ─ " : "", state->shared->person_name);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct heard *state = pane->state;

    editor_draw(state->typing.editor, area, STYLE_NORMAL, pane->focus);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct heard *state = pane->state;

    (void)err;
    return editor_act(state->typing.editor, call->action, call->count)
               ? PANE_HANDLED | PANE_REPAINT
               : 0;
}

static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct heard *state = pane->state;

    (void)err;
    return editor_type(state->typing.editor, key) ? PANE_HANDLED | PANE_REPAINT : 0;
}

struct typing *heard_typing(struct pane *pane)
{
    return &((struct heard *)pane->state)->typing;
}

const struct pane_ops heard_sheet = {
    .name = "heard",
    .context = "heard-text",
    .state_size = sizeof(struct heard),
    .open = open,
    .close = close,
    .title = title,
    .draw = draw,
    .act = act,
    .type = type,
};
