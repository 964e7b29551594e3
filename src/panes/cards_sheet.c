/* Cards, letters and postcards: those to write, then those that are written and wait to
 * be posted, each by due. Posting ends the touch and proposes the next. */
#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "touch_rows.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/days.h"
#include "touchbase/desk/plan.h"
#include "touchbase/model/pace.h"
#include "words.h"

struct cards {
    struct list_pane list; /* first: the functions of list_pane.h take this for theirs */
    int to_write, to_post;
};

static int64_t key_id(const void *key)
{
    return ((const struct part_key *)key)->key.id;
}

static void take_row(struct arena *arena, const struct touch *touch, struct row *row)
{
    struct part_key key = {touch->outcome == OUTCOME_WRITTEN, desk_touch_key(touch)};

    *row = (struct row){.id = touch->id,
                        .key = part_key_copy(arena, &key),
                        .record = touch,
                        .gone = !channel_is_post(touch->channel) ||
                                !desk_touch_open(touch, OUTCOME_POSTED)};
}

static bool add(void *context, bool written, struct rows_page *page, struct error *err)
{
    const struct cards *state = context;
    struct touch *found;
    size_t got = 0;

    if (page->count < page->limit &&
        !desk_cards(state->list.shared->desk, written, part_key_from(page, written),
                    page->direction, page->limit - page->count, page->arena, &found, &got,
                    err))
        return false;
    for (size_t i = 0; i < got; i++)
        take_row(page->arena, &found[i], &page->rows[page->count++]);
    return true;
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    return part_window(context, page, add, err);
}

static bool by_id(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err)
{
    struct cards *state = context;
    bool failed;
    struct touch *touch = touch_row_get(state->list.shared, id, arena, &failed, err);

    *found = touch != NULL;
    if (*found)
        take_row(arena, touch, row);
    return !failed;
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    const struct cards *state = context;
    const struct touch *touch = row->record;
    const struct part_key *key = row->key;
    struct wall now = desk_wall(state->list.shared->desk);
    bool open = touch->outcome == OUTCOME_NONE;
    struct touch_row filled = touch_row_fill(state->list.shared, arena, touch,
                                             open ? shown_due(arena, touch->due, now)
                                                  : outcome_name(touch->outcome),
                                             open && wall_is_late(touch->due, now), out);

    /* A row written here stays under the heading it had. */
    out->group = key->second ? "TO POST" : "TO WRITE";
    if (touch->outcome == OUTCOME_WRITTEN)
        filled.styles[1] = STYLE_GOOD;
}

static const struct rows_ops rows_ops = {
    .compare = part_key_order,
    .copy_key = part_key_copy,
    .key_id = key_id,
    .window = window,
    .by_id = by_id,
    .show = show,
    .wants = touch_row_wants,
};

static const struct list_pane_of of = {
    &rows_ops, LIST_CARDS,
    "nothing to write, nothing to post; {plan} plans a card: card fri thanks"};

static bool load(struct pane *pane, struct error *err)
{
    struct cards *state = pane->state;
    struct desk *desk = state->list.shared->desk;

    if (!desk_cards_count(desk, false, DAY_NONE, &state->to_write, err) ||
        !desk_cards_count(desk, true, DAY_NONE, &state->to_post, err) ||
        !list_pane_load(pane, err))
        return false;
    list_pane_follow(pane);
    return true;
}

static const char *more(int count)
{
    return count == DAY_LOAD_MAX ? "+" : "";
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct cards *state = pane->state;

    buffer_add_format(out, "Cards ─ %d%s to write, %d%s to post", state->to_write,
                      more(state->to_write), state->to_post, more(state->to_post));
    list_pane_title(pane, out);
}

const struct pane_ops cards_sheet = {
    .name = "cards",
    .context = "cards",
    .of = &of,
    .state_size = sizeof(struct cards),
    .load = load,
    .title = title,
    LIST_PANE_OPS,
};
