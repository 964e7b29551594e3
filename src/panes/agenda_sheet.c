/* Agenda: how full the days of a month are, and who is away and what is planned on the
 * chosen one. The list is read in windows like those of the desk; the grid counts. */
#include "actions.h"
#include "agenda_rows.h"
#include "month_grid.h"
#include "sheets.h"
#include "touchbase/desk/days.h"
#include "words.h"

enum {
    BESIDE_COLUMNS = 100,
    MONTH_ROWS = 18,
    LIST_COLUMNS_LEAST = 60,
    DAYS_FAR = 366000
};

struct agenda {
    struct agenda_rows
        rows; /* first: the functions of list_pane.h take this for theirs */
    struct month_grid grid;
};

static const struct list_pane_of of = {&agenda_rows_ops, LIST_AGENDA,
                                       "nothing planned, nobody away"};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct agenda *state = pane->state;

    if (!list_pane_open(pane, setup, err))
        return false;
    state->rows.day = desk_today(state->rows.list.shared->desk);
    return true;
}

/* The grid beside the list in a wide window, above it in a small one, one week in a low
 * one. */
static struct rect grid_rect(const struct pane *pane, int weeks)
{
    int room = pane->columns - LIST_COLUMNS_LEAST;

    if (pane->columns < BESIDE_COLUMNS)
        return (struct rect){0, 0, weeks + 1, pane->columns};
    return (struct rect){0, 0, pane->rows,
                         room < GRID_COLUMNS_MOST ? room : GRID_COLUMNS_MOST};
}

static struct rect list_rect(const struct pane *pane, struct rect grid)
{
    if (pane->columns >= BESIDE_COLUMNS)
        return (struct rect){1, grid.columns + 1, pane->rows - 1,
                             pane->columns - grid.columns - 1};
    return (struct rect){grid.rows + 1, 0, pane->rows - grid.rows - 1, pane->columns};
}

static bool load_grid(struct agenda *state, const struct pane *pane, struct error *err)
{
    struct desk *desk = state->rows.list.shared->desk;
    struct month_grid *grid = &state->grid;
    day_number first = grid_month(state->rows.day, &grid->weeks);

    if (pane->rows < MONTH_ROWS && pane->columns < BESIDE_COLUMNS) {
        first = grid_monday(state->rows.day);
        grid->weeks = 1;
    }
    grid->chosen = state->rows.day;
    grid->today = desk_today(desk);
    grid->measure = desk_day_measure(desk);
    return desk_day_loads(desk, first, (size_t)grid->weeks * 7, grid->days, err);
}

static bool load(struct pane *pane, struct error *err)
{
    struct agenda *state = pane->state;
    int lines;

    if (!load_grid(state, pane, err))
        return false;
    lines = list_rect(pane, grid_rect(pane, state->grid.weeks)).rows;
    state->rows.list.lines = lines > 1 ? lines : 1;
    if (!list_pane_load(pane, err))
        return false;
    list_pane_follow(pane);
    return true;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct agenda *state = pane->state;
    struct date date = day_date(state->rows.day);

    buffer_add_format(out, "Agenda ─ %s %d %s %d, week %d",
                      day_weekday_name(day_weekday(state->rows.day)), date.mday,
                      day_month_name(date.month), date.year,
                      day_iso_week(state->rows.day, NULL));
    list_pane_title(pane, out);
}

static const struct day_load *chosen_load(const struct agenda *state)
{
    return &state->grid.days[state->rows.day - state->grid.days[0].day];
}

/* "7 of 12 planned", "14 of 12 planned: 2 too many", "day off". */
static void draw_measure(const struct agenda *state, struct area area, int row,
                         int column)
{
    const struct day_load *load = chosen_load(state);
    int measure = state->grid.measure;

    column += area_format(area, row, column,
                          load->touches > measure ? STYLE_LATE : STYLE_STRONG,
                          "%d%s of %d planned", load->touches,
                          load->touches == DAY_LOAD_MAX ? " or more" : "", measure);
    if (load->touches > measure && load->touches < DAY_LOAD_MAX)
        column += area_format(area, row, column, STYLE_LATE, ": %d too many",
                              load->touches - measure);
    if (!load->working)
        area_text(area, row, column, STYLE_DIM,
                  day_weekday(state->rows.day) >= SATURDAY ? ", weekend" : ", a holiday");
}

static void draw_week(const struct agenda *state, struct area area, int row)
{
    int first = (state->rows.day - state->grid.days[0].day) / 7 * 7, touches = 0,
        room = 0;

    for (int i = first; i < first + 7; i++) {
        touches += state->grid.days[i].touches;
        room += state->grid.days[i].working ? state->grid.measure : 0;
    }
    area_format(area, row, 1, STYLE_DIM, "week %d: %d planned, room for %d",
                day_iso_week(state->rows.day, NULL), touches, room);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct agenda *state = pane->state;
    struct rect grid = grid_rect(pane, state->grid.weeks);
    struct rect list = list_rect(pane, grid);

    grid_draw(&state->grid, area_part(area, grid), pane->focus);
    if (pane->columns >= BESIDE_COLUMNS) {
        draw_measure(state, area, 0, grid.columns + 2);
        draw_week(state, area_part(area, grid), state->grid.weeks + 2);
    } else {
        draw_measure(state, area, grid.rows, 1);
    }
    list_pane_draw(pane, area_part(area, list));
}

static unsigned go(struct pane *pane, day_number day)
{
    struct agenda *state = pane->state;
    day_number today = desk_today(state->rows.list.shared->desk);

    if (day < today - DAYS_FAR || day > today + DAYS_FAR)
        return PANE_HANDLED | PANE_BELL;
    state->rows.day = day;
    state->rows.list.loaded = false;
    pane->stale = true;
    return PANE_HANDLED | PANE_REPAINT;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct agenda *state = pane->state;
    int count = call->count > 0 ? call->count : 1;

    if (count > DAYS_FAR)
        count = DAYS_FAR;
    switch (call->action) {
    case DO_DAY_PREVIOUS:
        return go(pane, state->rows.day - count);
    case DO_DAY_NEXT:
        return go(pane, state->rows.day + count);
    case DO_WEEK_PREVIOUS:
        return go(pane, state->rows.day - 7 * count);
    case DO_WEEK_NEXT:
        return go(pane, state->rows.day + 7 * count);
    case DO_MONTH_PREVIOUS:
        return go(pane, day_add_months(state->rows.day, -count));
    case DO_MONTH_NEXT:
        return go(pane, day_add_months(state->rows.day, count));
    case DO_DAY_TODAY:
        return go(pane, desk_today(state->rows.list.shared->desk));
    default:
        return list_pane_act(pane, call, err);
    }
}

static struct list *list(struct pane *pane, struct rect *where)
{
    struct agenda *state = pane->state;

    *where = list_rect(pane, grid_rect(pane, state->grid.weeks));
    return state->rows.list.list;
}

const struct pane_ops agenda_sheet = {
    .name = "agenda",
    .context = "agenda",
    .of = &of,
    .state_size = sizeof(struct agenda),
    .open = open,
    .close = list_pane_close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .work = list_pane_work,
    .list = list,
};
