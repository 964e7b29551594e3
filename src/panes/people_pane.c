/* Prospects: everyone in play in order of need, then everyone at rest by name, dimmed. */
#include <string.h>

#include "list_pane.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/pace.h"
#include "words.h"

static int compare(const void *a, const void *b)
{
    return need_key_compare(a, b);
}

static void *copy_key(struct arena *arena, const void *key)
{
    struct need_key *copy = arena_alloc(arena, sizeof *copy);

    *copy = *(const struct need_key *)key;
    copy->text = arena_string(arena, copy->text);
    return copy;
}

static int64_t key_id(const void *key)
{
    return ((const struct need_key *)key)->id;
}

static void take_rows(struct contact_row *found, size_t count, struct row *rows)
{
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct row){
            .id = found[i].contact.id, .key = &found[i].key, .record = &found[i].contact};
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    struct list_pane *state = context;
    struct contact_row *found;

    if (!(state->filter != NULL
              ? desk_filter_people(state->filter, &state->need, page->from,
                                   page->direction, page->limit, page->arena, &found,
                                   &page->count, err)
              : desk_people(state->shared->desk, &state->need, page->from,
                            page->direction, page->limit, page->arena, &found,
                            &page->count, err)))
        return false;
    take_rows(found, page->count, page->rows);
    return true;
}

static bool by_id(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err)
{
    struct list_pane *state = context;
    struct contact_row *rows;
    size_t count;

    if (!desk_people_rows(state->shared->desk, &state->need, &id, 1, arena, &rows, &count,
                          err))
        return false;
    *found = count == 1;
    if (*found) {
        take_rows(rows, 1, row);
        row->gone = !list_pane_wants(state, id, NULL, NULL);
    }
    return true;
}

/* Two characters, as narrow as a column of days: "3h", "5d", "2w". */
static const char *span_words(struct arena *arena, int64_t seconds)
{
    enum { HOUR = 60 * 60, DAY = 24 * HOUR, WEEK = 7 * DAY, YEAR = 365 * DAY };
    const int64_t most = 10;

    if (seconds < most * HOUR)
        return arena_format(arena, "%dh", (int)(seconds / HOUR));
    if (seconds < most * DAY)
        return arena_format(arena, "%dd", seconds < DAY ? 1 : (int)(seconds / DAY));
    if (seconds < most * WEEK)
        return arena_format(arena, "%dw", (int)(seconds / WEEK));
    return arena_format(arena, "%dy", seconds < YEAR ? 1 : (int)(seconds / YEAR));
}

/* When the next touch is not due yet: how it stands with the floor, else its day. */
static const char *floor_words(struct arena *arena, const struct desk *desk,
                               const struct contact *contact, enum style *style)
{
    enum { DAY_SECONDS = 24 * 60 * 60 };
    const struct rules *rules = &desk_settings(desk)->plays.rules;
    int64_t left = floor_left(rules, contact, desk_now(desk));

    if (left < 0) {
        *style = STYLE_QUIET;
        return arena_format(arena, "quiet %s", span_words(arena, -left));
    }
    if (!floor_is_near(rules, contact, desk_now(desk), desk_today(desk)))
        return shown_due(arena, contact->next_due, desk_wall(desk));
    *style = STYLE_QUIET_SOON;
    if (left < DAY_SECONDS)
        return "last day";
    return arena_format(arena, "%dd to go", (int)(left / DAY_SECONDS));
}

/* Why they stand where they stand. */
static const char *next_words(struct arena *arena, const struct desk *desk,
                              const struct contact *contact, enum style *style)
{
    struct wall now = desk_wall(desk);
    bool planned = contact->next_due.day != DAY_NONE;

    *style = STYLE_NORMAL;
    if (!stage_in_play(contact->stage))
        return "";
    if (planned && contact->next_due.day <= now.day) {
        *style = contact->next_due.day < now.day ? STYLE_LATE : STYLE_TODAY;
        return shown_due(arena, contact->next_due, now);
    }
    if (contact->waits_utc != 0) {
        int64_t waited = desk_now(desk) - contact->waits_utc;

        *style = STYLE_STRONG;
        return arena_format(arena, "waits %s",
                            span_words(arena, waited < 0 ? 0 : waited));
    }
    if (planned)
        return floor_words(arena, desk, contact, style);
    *style = STYLE_NO_STEP;
    return "no next";
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    struct list_pane *state = context;
    const struct contact *contact = row->record;
    const struct desk *desk = state->shared->desk;
    const char **cells = arena_array(arena, 5, sizeof *cells);
    enum style *styles = arena_array(arena, 5, sizeof *styles);
    bool away = contact_is_away(contact, desk_today(desk));
    bool no_step = stage_in_play(contact->stage) && contact->next_due.day == DAY_NONE;

    cells[0] = arena_format(arena, "%s%s",
                            away      ? "☾"
                            : no_step ? "∅"
                                      : " ",
                            contact->next_promise ? "!" : " ");
    styles[0] = away                    ? STYLE_AWAY
                : no_step               ? STYLE_NO_STEP
                : contact->next_promise ? STYLE_PROMISE
                                        : STYLE_NORMAL;
    cells[1] = contact->name;
    cells[2] = contact->company;
    cells[3] = next_words(arena, desk, contact, &styles[3]);
    cells[4] = stage_name(contact->stage);
    out->cells = cells;
    out->styles = styles;
    out->dimmed = out->dimmed || !stage_in_play(contact->stage);
    out->data = list_pane_row(arena, contact->id, contact->name, contact->next_touch, 0);
}

static bool wants(void *context, const struct row *row, struct arena *arena)
{
    const struct contact *contact = row->record;

    (void)arena;
    return list_pane_wants(context, contact->id, NULL, NULL);
}

static const struct rows_ops rows_ops = {
    .compare = compare,
    .copy_key = copy_key,
    .key_id = key_id,
    .window = window,
    .by_id = by_id,
    .show = show,
    .wants = wants,
    .narrowed = true,
};

static const struct list_pane_of of = {
    &rows_ops, LIST_PROSPECTS,
    "nobody yet: {add-person} adds a person, :import takes a file"};

static void title(const struct pane *pane, struct buffer *out)
{
    const struct list_pane *state = pane->state;

    int64_t rest = state->shared->counts.at_rest + state->shared->counts.others;

    buffer_add_string(out, "Prospects");
    if (state->filter == NULL) /* else the numbers would be of others */
        buffer_add_format(out, " %lld", (long long)state->shared->counts.in_play);
    if (state->filter == NULL && rest > 0 && state->marks.count == 0)
        buffer_add_format(out, " +%lld at rest", (long long)rest);
    list_pane_title(pane, out);
}

const struct pane_ops people_pane = {
    .name = "prospects",
    .context = "prospects",
    .of = &of,
    .state_size = sizeof(struct list_pane),
    .load = list_pane_load,
    .title = title,
    LIST_PANE_OPS,
};
