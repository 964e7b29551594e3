/* A text to read: help, a message word for word, a draft. */
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "message_sheet.h"
#include "sheets.h"
#include "touchbase/base/arena.h"
#include "touchbase/tui/reader.h"

struct paper_state {
    struct arena *arena;
    const char *title;
    struct reader *reader;
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct paper_state *state = pane->state;
    const struct paper *paper = setup;

    (void)err;
    state->arena = arena_create();
    state->title = arena_string(state->arena, paper->title);
    state->reader = reader_create();
    if (paper->labelled)
        reader_hang(state->reader);
    reader_set(state->reader, paper->text, paper->length, NULL, 0);
    return true;
}

static void close(struct pane *pane)
{
    struct paper_state *state = pane->state;

    reader_destroy(state->reader);
    arena_destroy(state->arena);
}

static bool load(struct pane *pane, struct error *err)
{
    struct paper_state *state = pane->state;

    (void)err;
    reader_resize(state->reader, pane->rows, pane->columns);
    return true;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct paper_state *state = pane->state;

    buffer_add_string(out, state->title);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct paper_state *state = pane->state;

    reader_draw(state->reader, area);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct paper_state *state = pane->state;

    (void)err;
    if (call->action == DO_OPEN)
        return PANE_HANDLED;
    return reader_act(state->reader, call->action, call->count);
}

bool paper_find(struct pane *pane, const char *words)
{
    struct paper_state *state = pane->state;

    return reader_find(state->reader, words);
}

const struct pane_ops paper_sheet = {
    .name = "text",
    .context = "paper",
    .state_size = sizeof(struct paper_state),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
};

const struct pane_ops *sheet_ops(enum sheet sheet)
{
    switch (sheet) {
    case SHEET_CONTACT:
        return &contact_sheet;
    case SHEET_CONFIRM:
        return &confirm_sheet;
    case SHEET_AGENDA:
        return &agenda_sheet;
    case SHEET_CARDS:
        return &cards_sheet;
    case SHEET_TODAY:
        return &today_sheet;
    case SHEET_WAITING:
        return &waiting_sheet;
    case SHEET_LIBRARY:
        return &library_sheet;
    case SHEET_MESSAGE:
        return &message_sheet;
    case SHEET_CALLS:
        return &calls_sheet;
    case SHEET_CALL:
        return &call_sheet;
    case SHEET_HISTORY:
        return &history_sheet;
    case SHEET_FIND:
        return &find_sheet;
    case SHEET_TAKE_IN:
        return &take_in_sheet;
    case SHEET_HEARD:
        return &heard_sheet;
    default:
        return &paper_sheet;
    }
}
