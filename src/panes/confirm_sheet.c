/* To confirm: what a folder brought or a question left open, Enter opens take-in; what a
 * calendar asks, Enter answers; behind them the plays that are proposed, Enter shows what
 * they would plan. */
#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/proposals.h"
#include "touchbase/desk/sync.h"
#include "words.h"

struct confirm {
    struct short_list waiting;  /* first: short_list.h */
    struct take_in_setup setup; /* of the take-in that Enter opens */
    struct proposal *proposals; /* of the rows with ids below 0, from -1 on */
    size_t proposed;
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

static const char *const asked[] = {
    [PARTING_OUTCOME] = "done: how?",
    [PARTING_PROMISE] = "promise moved",
    [PARTING_GONE] = "deleted there",
    [PARTING_CONFLICT] = "changed on both",
};

/* Here, there, what is asked. Its id is no number, so that no other row has it. */
static void show_parting(const struct confirm *state, struct arena *arena,
                         const struct parting *parting, struct list_row *out)
{
    const char **cells = arena_array(arena, 4, sizeof *cells);
    const struct touch *touch = &parting->touch;
    day_number today = desk_today(state->waiting.shared->desk);

    cells[0] = arena_string(arena, touch->contact);
    cells[1] = arena_format(arena, "%s %s", channel_name(touch->channel),
                            shown_wall(arena, touch->due, today));
    cells[2] = parting->kind == PARTING_GONE || parting->due.day == DAY_NONE
                   ? ""
                   : shown_wall(arena, parting->due, today);
    cells[3] = asked[parting->kind];
    out->id = arena_format(arena, "asked %lld", (long long)parting->id);
    out->cells = cells;
    out->data = list_pane_row(arena, touch->contact_id, cells[0], touch->id, 0);
}

static void show_proposal(struct arena *arena, const struct proposal *proposal,
                          int64_t id, struct list_row *out)
{
    const char **cells = arena_array(arena, 4, sizeof *cells);

    cells[0] = proposal->contact;
    cells[1] = proposal->why;
    cells[2] = "";
    cells[3] = proposal->play->name;
    out->id = arena_format(arena, "%lld", (long long)id);
    out->cells = cells;
    out->data = list_pane_row(arena, proposal->contact_id, cells[0], 0, 0);
}

static bool fill(struct confirm *state, struct arena *arena, struct error *err)
{
    struct desk *desk = state->waiting.shared->desk;
    struct absence *absences;
    struct parting *partings;
    struct proposal *found;
    size_t count, parted, proposed;

    if (!desk_to_confirm(desk, 0, SHORT_LIST_MAX, arena, &absences, &count, err) ||
        !desk_partings(desk, SHORT_LIST_MAX - count, arena, &partings, &parted, err) ||
        !desk_proposals(desk, arena, &found, &proposed, err))
        return false;
    if (proposed > SHORT_LIST_MAX - count - parted)
        proposed = SHORT_LIST_MAX - count - parted;
    struct list_row *rows = short_list_begin(&state->waiting, count + parted + proposed);
    struct arena *kept = short_list_arena(&state->waiting);

    for (size_t i = 0; i < count; i++) {
        absences[i].place = arena_string(kept, absences[i].place);
        show_row(state, kept, &absences[i], &rows[i]);
    }
    for (size_t i = 0; i < parted; i++)
        show_parting(state, kept, &partings[i], &rows[count + i]);
    state->proposed = proposed;
    state->proposals = arena_array(kept, proposed, sizeof *state->proposals);
    for (size_t i = 0; i < proposed; i++) {
        state->proposals[i] = proposal_copy(kept, &found[i]);
        show_proposal(kept, &state->proposals[i], -(int64_t)i - 1,
                      &rows[count + parted + i]);
    }
    return true;
}

static bool load(struct pane *pane, struct error *err)
{
    struct confirm *state = pane->state;
    struct arena *arena = arena_create();
    bool done = fill(state, arena, err) &&
                short_list_show(&state->waiting, false, pane->rows, err);

    if (done)
        short_list_follow(&state->waiting);
    arena_destroy(arena);
    return done;
}

const struct proposal *confirm_proposal(const struct pane *pane)
{
    const struct confirm *state = pane->state;
    const struct list_row *row = list_current(state->waiting.list);
    int64_t id = row == NULL ? 0 : rows_id(row);

    return id < 0 ? &state->proposals[-id - 1] : NULL;
}

int64_t confirm_asked_touch(const struct pane *pane)
{
    const struct confirm *state = pane->state;
    const struct list_row *row = list_current(state->waiting.list);

    return row == NULL ? 0 : ((const struct row_of *)row->data)->touch_id;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct confirm *state = pane->state;

    buffer_add_format(out, "To confirm %zu", state->waiting.count - state->proposed);
    if (state->proposed > 0)
        buffer_add_format(out, ", plays %zu", state->proposed);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct confirm *state = pane->state;

    if (call->action == DO_OPEN || call->action == DO_VERBATIM) {
        const struct list_row *row = list_current(state->waiting.list);

        if (row == NULL)
            return PANE_HANDLED | PANE_BELL;
        if (rows_id(row) <= 0)
            return 0; /* verbs_play.c, verbs_sync.c */
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
