/* Out of office: absences under way or to come, by the day they are back; those without a
 * day last. */
#include "actions.h"
#include "list_pane.h"
#include "touchbase/desk/agenda.h"
#include "words.h"

static void take_row(struct arena *arena, const struct absence *absence, struct row *row)
{
    struct row_key key = desk_absence_key(absence);

    *row = (struct row){
        .id = absence->id, .key = row_key_copy(arena, &key), .record = absence};
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    struct list_pane *state = context;
    struct absence *found;

    if (!desk_absences(state->shared->desk, page->from, page->direction, page->limit,
                       page->arena, &found, &page->count, err))
        return false;
    for (size_t i = 0; i < page->count; i++)
        take_row(page->arena, &found[i], &page->rows[i]);
    return true;
}

static bool by_id(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err)
{
    struct list_pane *state = context;
    struct absence *absence = arena_alloc(arena, sizeof *absence);
    day_number today = desk_today(state->shared->desk);

    *found = desk_absence_get(state->shared->desk, id, arena, absence, err);
    if (!*found)
        return err->code == ERROR_NOT_FOUND;
    take_row(arena, absence, row);
    row->gone = absence->state != ABSENCE_FILED ||
                (absence->back != DAY_NONE && absence->back <= today);
    return true;
}

static const char *mark(const struct absence *absence)
{
    if (absence->questions > 0 || absence->back == DAY_NONE)
        return absence->kind == READING_LEFT ? "" : "ask";
    switch (absence->reason) {
    case REASON_WEDDING:
    case REASON_GRADUATION:
    case REASON_FUNERAL:
        return "card";
    default:
        return "";
    }
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    struct list_pane *state = context;
    const struct absence *absence = row->record;
    const char **cells = arena_array(arena, 5, sizeof *cells);
    enum style *styles = arena_array(arena, 5, sizeof *styles);
    day_number today = desk_today(state->shared->desk);

    cells[0] = absence->contact;
    cells[1] = shown_absence(arena, absence);
    cells[2] = row->gone ? "is back" : shown_back(arena, absence, today);
    cells[3] = row->gone ? "" : mark(absence);
    cells[4] =
        absence->first_day == DAY_NONE ? "" : shown_day(arena, absence->first_day, today);
    styles[1] = STYLE_AWAY;
    styles[2] = absence->back == today + 1 ? STYLE_TODAY : STYLE_NORMAL;
    styles[3] = STYLE_STRONG;
    out->cells = cells;
    out->styles = styles;
    out->data =
        list_pane_row(arena, absence->contact_id, absence->contact, 0, absence->id);
}

static bool wants(void *context, const struct row *row, struct arena *arena)
{
    const struct absence *absence = row->record;

    return list_pane_wants(context, absence->contact_id, NULL,
                           shown_absence(arena, absence));
}

static const struct rows_ops rows_ops = {
    ROW_KEY_OPS, .window = window, .by_id = by_id, .show = show, .wants = wants,
};

static const struct list_pane_of of = {&rows_ops, LIST_AWAY,
                                       "nobody is away; {take-in} takes in a reply"};

static void title(const struct pane *pane, struct buffer *out)
{
    const struct list_pane *state = pane->state;

    buffer_add_format(out, "Out of office %lld", (long long)state->shared->counts.away);
    if (state->shared->counts.to_confirm > 0) {
        buffer_add_format(
            out, ", %lld to confirm: ", (long long)state->shared->counts.to_confirm);
        keymap_words(state->shared->keymap, "person", "{to-confirm}", out);
    }
    list_pane_title(pane, out);
}

const struct pane_ops away_pane = {
    .name = "away",
    .context = "away",
    .of = &of,
    .state_size = sizeof(struct list_pane),
    .load = list_pane_load,
    .title = title,
    LIST_PANE_OPS,
};
