#include "agenda_rows.h"

#include "touch_rows.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/days.h"
#include "touchbase/desk/plan.h"
#include "touchbase/model/pace.h"
#include "words.h"

/* Absences stand before touches; their ids are negative where one list holds both. */
static int64_t key_id(const void *key)
{
    const struct part_key *of = key;

    return of->second ? of->key.id : -of->key.id;
}

static void take_touch(const struct agenda_rows *state, struct arena *arena,
                       const struct touch *touch, struct row *row)
{
    struct part_key key = {true, desk_touch_key(touch)};

    *row = (struct row){.id = touch->id,
                        .key = part_key_copy(arena, &key),
                        .record = touch,
                        .gone = touch->outcome != OUTCOME_NONE ||
                                touch->due.day != state->day};
}

static void take_absence(const struct agenda_rows *state, struct arena *arena,
                         const struct absence *absence, struct row *row)
{
    struct part_key key = {false, desk_absence_key(absence)};

    *row = (struct row){.id = -absence->id,
                        .key = part_key_copy(arena, &key),
                        .record = absence,
                        .gone = !desk_absence_covers(absence, state->day)};
}

static bool add_touches(struct agenda_rows *state, struct rows_page *page,
                        struct error *err)
{
    struct touch *found;
    size_t got = 0;

    if (page->count < page->limit &&
        !desk_day_touches(state->list.shared->desk, state->day, part_key_from(page, true),
                          page->direction, page->limit - page->count, page->arena, &found,
                          &got, err))
        return false;
    for (size_t i = 0; i < got; i++)
        take_touch(state, page->arena, &found[i], &page->rows[page->count++]);
    return true;
}

static bool add_absences(struct agenda_rows *state, struct rows_page *page,
                         struct error *err)
{
    struct absence *found;
    size_t got = 0;

    if (page->count < page->limit &&
        !desk_day_absences(state->list.shared->desk, state->day,
                           part_key_from(page, false), page->direction,
                           page->limit - page->count, page->arena, &found, &got, err))
        return false;
    for (size_t i = 0; i < got; i++)
        take_absence(state, page->arena, &found[i], &page->rows[page->count++]);
    return true;
}

static bool add(void *context, bool touches, struct rows_page *page, struct error *err)
{
    return touches ? add_touches(context, page, err) : add_absences(context, page, err);
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    return part_window(context, page, add, err);
}

static bool by_id(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err)
{
    struct agenda_rows *state = context;
    struct desk *desk = state->list.shared->desk;

    if (id < 0) {
        struct absence *absence = arena_alloc(arena, sizeof *absence);

        *found = desk_absence_get(desk, -id, arena, absence, err);
        if (*found)
            take_absence(state, arena, absence, row);
    } else {
        struct touch *touch = arena_alloc(arena, sizeof *touch);

        *found = desk_touch_get(desk, id, arena, touch, err);
        if (*found)
            take_touch(state, arena, touch, row);
    }
    return *found || err->code == ERROR_NOT_FOUND;
}

static const char *when(struct arena *arena, const struct row *row, struct wall now)
{
    const struct touch *touch = row->record;

    if (row->gone)
        return touch->outcome != OUTCOME_NONE ? "done"
                                              : shown_day(arena, touch->due.day, now.day);
    return touch->due.minute == MINUTE_NONE ? "" : shown_time(arena, touch->due.minute);
}

static void show_touch(const struct agenda_rows *state, const struct row *row,
                       struct arena *arena, struct list_row *out)
{
    const struct touch *touch = row->record;
    struct wall now = desk_wall(state->list.shared->desk);
    bool late = wall_is_late(touch->due, now) && !row->gone;

    struct touch_row filled = touch_row_fill(state->list.shared, arena, touch,
                                             when(arena, row, now), late, out);
    const char **purpose = &filled.cells[4];

    if (late)
        *purpose = arena_format(arena, "late%s%s", *purpose != NULL ? ": " : "",
                                *purpose != NULL ? *purpose : "");
    if (touch->outcome != OUTCOME_NONE)
        *purpose = outcome_name(touch->outcome);
    out->group = "PLANNED";
}

static void show_absence(const struct agenda_rows *state, const struct row *row,
                         struct arena *arena, struct list_row *out)
{
    const struct absence *absence = row->record;
    const char **cells = arena_array(arena, TOUCH_CELLS, sizeof *cells);
    enum style *styles = arena_array(arena, TOUCH_CELLS, sizeof *styles);
    day_number today = desk_today(state->list.shared->desk);
    bool known = absence->back != DAY_NONE;

    cells[0] = "☾";
    cells[1] = known ? shown_day(arena, absence->back, today) : "";
    cells[2] = row->gone ? "is back" : known ? "back" : "away";
    cells[3] = absence->contact;
    cells[4] =
        known ? shown_absence(arena, absence)
              : arena_format(arena, "%s; no return date", shown_absence(arena, absence));
    styles[0] = styles[4] = STYLE_AWAY;
    out->cells = cells;
    out->styles = styles;
    out->group = "AWAY";
    out->data =
        list_pane_row(arena, absence->contact_id, absence->contact, 0, absence->id);
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    if (row->id < 0)
        show_absence(context, row, arena, out);
    else
        show_touch(context, row, arena, out);
}

static bool wants(void *context, const struct row *row, struct arena *arena)
{
    if (row->id < 0) {
        const struct absence *absence = row->record;

        return list_pane_wants(context, absence->contact_id, NULL,
                               shown_absence(arena, absence));
    }
    return touch_row_wants(context, row, arena);
}

const struct rows_ops agenda_rows_ops = {
    .compare = part_key_order,
    .copy_key = part_key_copy,
    .key_id = key_id,
    .window = window,
    .by_id = by_id,
    .show = show,
    .wants = wants,
};
