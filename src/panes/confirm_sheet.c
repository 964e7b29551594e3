/* To confirm: what a folder brought or a question left open; Enter opens take-in. */
#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/agenda.h"
#include "words.h"

struct confirm {
    struct short_list waiting;  /* first: short_list.h */
    struct take_in_setup setup; /* of the take-in that Enter opens */
};

static const struct short_list_of of = {LIST_CONFIRM,
                                        "nothing waits for you; {back} goes back"};

static void show_row(const struct confirm *state, struct arena *arena,
                     const struct absence *absence, struct list_row *out)
{
    const char **cells = arena_array(arena, 4, sizeof *cells);
    day_number today = desk_today(state->waiting.shared->desk);
    enum unsure unsure = absence_unsure(absence);

    cells[0] = arena_string(arena, absence->contact);
    cells[1] = arena_string(arena, shown_absence(arena, absence));
    cells[2] = shown_back(arena, absence, today);
    cells[3] = absence->state == ABSENCE_FILED
                   ? arena_format(arena, "%d open question%s", absence->questions,
                                  absence->questions == 1 ? "" : "s")
                   : arena_format(arena, "of %s",
                                  shown_day(arena, absence->received_day, today));
    if (absence->state == ABSENCE_PROPOSED && unsure != UNSURE_NOTHING)
        cells[3] = unsure_words(unsure);
    if (absence->doubt != NULL) {
        cells[0] = arena_format(arena, "%s?", absence->contact);
        cells[1] = arena_format(arena, "is it? %s", absence->doubt);
    }
    out->id = arena_format(arena, "%lld", (long long)absence->id);
    out->cells = cells;
    out->data = list_pane_row(arena, absence->contact_id, cells[0], 0, absence->id);
}

static bool load(struct pane *pane, struct error *err)
{
    struct confirm *state = pane->state;
    struct arena *arena = arena_create();
    struct absence *absences;
    size_t count;
    bool done = desk_to_confirm(state->waiting.shared->desk, 0, SHORT_LIST_MAX, arena,
                                &absences, &count, err);

    if (done) {
        struct list_row *rows = short_list_begin(&state->waiting, count);

        for (size_t i = 0; i < count; i++) {
            absences[i].place =
                arena_string(short_list_arena(&state->waiting), absences[i].place);
            show_row(state, short_list_arena(&state->waiting), &absences[i], &rows[i]);
        }
        done = short_list_show(&state->waiting, false, pane->rows, err);
        short_list_follow(&state->waiting);
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct confirm *state = pane->state;

    buffer_add_format(out, "To confirm %zu", state->waiting.count);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct confirm *state = pane->state;

    if (call->action == DO_OPEN || call->action == DO_VERBATIM) {
        const struct list_row *row = list_current(state->waiting.list);

        if (row == NULL)
            return PANE_HANDLED | PANE_BELL;
        state->setup = (struct take_in_setup){.absence_id = rows_id(row)};
        pane->request.what = SHEET_TAKE_IN;
        pane->request.setup = &state->setup;
        return PANE_HANDLED | PANE_OPEN;
    }
    return short_list_act(pane, call, err);
}

const struct pane_ops confirm_sheet = {
    .name = "to-confirm",
    .context = "confirm",
    .of = &of,
    .state_size = sizeof(struct confirm),
    .load = load,
    .title = title,
    .act = act,
    SHORT_LIST_OPS,
};
