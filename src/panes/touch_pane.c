/* Pending touches by day, the late ones first. */
#include <ctype.h>

#include "list_pane.h"
#include "touch_rows.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"
#include "touchbase/model/pace.h"
#include "words.h"

static void take_row(struct arena *arena, const struct touch *touch, struct row *row)
{
    struct row_key key = desk_touch_key(touch);

    *row = (struct row){.id = touch->id,
                        .key = row_key_copy(arena, &key),
                        .record = touch,
                        .gone = touch->outcome != OUTCOME_NONE};
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    struct list_pane *state = context;
    struct touch *found;

    if (!desk_touches(state->shared->desk, page->from, page->direction, page->limit,
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
    bool failed;
    struct touch *touch = touch_row_get(state->shared, id, arena, &failed, err);

    *found = touch != NULL;
    if (*found)
        take_row(arena, touch, row);
    return !failed;
}

static const char *group(struct arena *arena, const struct touch *touch, struct wall now)
{
    const char *day;
    char *upper;

    if (wall_is_late(touch->due, now))
        return "LATE";
    if (touch->due.day == now.day)
        return "TODAY";
    day = shown_weekday(arena, touch->due.day, now.day);
    upper = arena_string(arena, day);
    for (char *at = upper; *at != '\0'; at++)
        *at = (char)toupper((unsigned char)*at);
    return upper;
}

static const char *when(struct arena *arena, const struct touch *touch, struct wall now)
{
    if (wall_is_late(touch->due, now) && touch->due.day != now.day)
        return shown_day(arena, touch->due.day, now.day);
    return touch->due.minute == MINUTE_NONE ? "" : shown_time(arena, touch->due.minute);
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    struct list_pane *state = context;
    const struct touch *touch = row->record;
    struct wall now = desk_wall(state->shared->desk);
    struct touch_row filled = touch_row_fill(state->shared, arena, touch,
                                             row->gone ? "done" : when(arena, touch, now),
                                             wall_is_late(touch->due, now), out);
    const struct row_key *key = row->key;
    struct touch placed = *touch;

    /* A row that was moved or finished stays under the heading of the place it had. */
    placed.due = key->number == touch->due_utc
                     ? touch->due
                     : zone_wall(desk_zone(state->shared->desk), key->number);
    out->group = group(arena, &placed, now);
    if (row->gone)
        filled.cells[4] = outcome_name(touch->outcome);
}

static const struct rows_ops rows_ops = {
    ROW_KEY_OPS, .window = window, .by_id = by_id, .show = show, .wants = touch_row_wants,
};

static const struct list_pane_of of = {
    &rows_ops, LIST_TOUCHES,
    "nothing planned; {plan} plans a touch with the current person"};

static void title(const struct pane *pane, struct buffer *out)
{
    const struct list_pane *state = pane->state;

    buffer_add_format(out, "Pending touches %lld",
                      (long long)state->shared->counts.pending);
    list_pane_title(pane, out);
}

const struct pane_ops touch_pane = {
    .name = "touches",
    .context = "touches",
    .of = &of,
    .state_size = sizeof(struct list_pane),
    .load = list_pane_load,
    .title = title,
    LIST_PANE_OPS,
};
