/* Today: what the day has in store, part by part. Its rows are like those of any list;
 * the one that says what is left from the days before spreads it. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/days.h"
#include "touchbase/desk/morning.h"
#include "touchbase/model/pace.h"
#include "words.h"

struct today {
    struct short_list rows; /* first: short_list.h */
    bool passive;           /* shown by itself when the desk was opened */
    int left, touches, measure;
};

enum { CELLS = 5, NAME_COLUMNS = 20 };

/* Rows as they are made; the list's arena holds all. */
struct filling {
    const struct today *state;
    struct arena *arena;
    struct list_row *rows;
    size_t count;
    struct wall now;
};

static struct list_row *add_row(struct filling *filling, const char *group,
                                const char *id, const char ***cells, enum style **styles)
{
    struct list_row *row = &filling->rows[filling->count++];
    const void *key = row->key;

    *cells = arena_array(filling->arena, CELLS, sizeof **cells);
    *styles = arena_array(filling->arena, CELLS, sizeof **styles);
    *row = (struct list_row){
        .id = id, .key = key, .group = group, .cells = *cells, .styles = *styles};
    return row;
}

/* "Ana Ruiz             catalogue". */
static const char *named(struct arena *arena, const char *name, const char *words)
{
    int width = text_width(name, strlen(name));

    if (words == NULL)
        return arena_string(arena, name);
    return arena_format(arena, "%s%*s%s", name,
                        width < NAME_COLUMNS ? NAME_COLUMNS - width + 1 : 2, "", words);
}

static void add_touch(struct filling *filling, const char *group,
                      const struct touch *touch)
{
    struct arena *arena = filling->arena;
    const char **cells;
    enum style *styles;
    struct list_row *row =
        add_row(filling, group, arena_format(arena, "t%lld", (long long)touch->id),
                &cells, &styles);
    bool late = wall_is_late(touch->due, filling->now);
    bool missed =
        desk_promise_fate(filling->state->rows.shared->desk, touch) == PROMISE_MISSED;

    cells[0] = touch->promise ? "!" : " ";
    cells[1] = missed ? "missed"
               : touch->outcome == OUTCOME_NONE
                   ? shown_due(arena, touch->due, filling->now)
                   : outcome_name(touch->outcome);
    cells[2] = channel_name(touch->channel);
    cells[3] = named(arena, touch->contact,
                     touch->purpose != NULL ? touch->purpose : touch->opener);
    styles[0] = touch->promise ? STYLE_PROMISE : STYLE_NORMAL;
    styles[1] = late && touch->outcome == OUTCOME_NONE ? STYLE_LATE : STYLE_NORMAL;
    cells[4] = arena_string(arena, touch->company);
    row->data = list_pane_row(arena, touch->contact_id,
                              arena_string(arena, touch->contact), touch->id, 0);
}

static const char *counted(struct arena *arena, int count)
{
    return arena_format(arena, "%d%s", count, count == DAY_LOAD_MAX ? "+" : "");
}

/* "PROMISES 3", and what of a part is not shown. */
static const char *part(struct arena *arena, const char *name, int all, size_t shown)
{
    const char *more =
        (size_t)all > shown ? arena_format(arena, ", the first %zu", shown) : "";

    return arena_format(arena, "%s %s%s", name, counted(arena, all), more);
}

static void add_touches(struct filling *filling, const char *group,
                        const struct morning_touches *touches)
{
    for (size_t i = 0; i < touches->count; i++)
        add_touch(filling, group, &touches->rows[i]);
}

static void add_back(struct filling *filling, const char *group,
                     const struct absence *absence)
{
    struct arena *arena = filling->arena;
    const char **cells;
    enum style *styles;
    struct list_row *row =
        add_row(filling, group, arena_format(arena, "a%lld", (long long)absence->id),
                &cells, &styles);

    cells[1] = absence->back == filling->now.day
                   ? absence->back_minute == MINUTE_NONE
                         ? "today"
                         : shown_time(arena, absence->back_minute)
                   : shown_weekday(arena, absence->back, filling->now.day);
    cells[2] = "back";
    cells[3] = named(arena, absence->contact, shown_absence(arena, absence));
    row->data = list_pane_row(arena, absence->contact_id,
                              arena_string(arena, absence->contact), 0, absence->id);
}

static void add_changed(struct filling *filling, const char *group,
                        const struct desk_step *step)
{
    struct arena *arena = filling->arena;
    const char **cells;
    enum style *styles;
    struct wall made =
        zone_wall(desk_zone(filling->state->rows.shared->desk), step->made_utc);

    add_row(filling, group, arena_format(arena, "s%lld", (long long)step->id), &cells,
            &styles);
    cells[1] = made.day == filling->now.day
                   ? shown_time(arena, made.minute)
                   : arena_format(arena, "%s %s", day_weekday_name(day_weekday(made.day)),
                                  shown_time(arena, made.minute));
    cells[3] = arena_string(arena, step->label);
}

static void add_left(struct filling *filling, const struct morning *morning)
{
    const char *group =
        arena_format(filling->arena, "LEFT FROM BEFORE %s: %s here spreads %s",
                     counted(filling->arena, morning->left.all),
                     shared_hint(filling->state->rows.shared, filling->arena, "{open}"),
                     morning->left.all == 1 ? "it" : "them");
    const char **cells;
    enum style *styles;

    add_row(filling, group, "spread", &cells, &styles);
    cells[1] = "spread";
    cells[3] = "over the days to come, promises first";
    styles[1] = styles[3] = STYLE_STRONG;
    add_touches(filling, group, &morning->left);
}

static void fill(struct filling *filling, const struct morning *morning)
{
    struct arena *arena = filling->arena;
    const char *group =
        part(arena, "PROMISES", morning->promises.all, morning->promises.count);

    add_touches(filling, group, &morning->promises);
    group = part(arena, "BACK", (int)morning->back_count, morning->back_count);
    for (size_t i = 0; i < morning->back_count; i++)
        add_back(filling, group, &morning->back[i]);
    group = part(arena, "TO WRITE", morning->write.all, morning->write.count);
    add_touches(filling, group, &morning->write);
    group = part(arena, "TO POST", morning->post.all, morning->post.count);
    add_touches(filling, group, &morning->post);
    group = part(arena, "CALLS", morning->calls.all, morning->calls.count);
    add_touches(filling, group, &morning->calls);
    if (morning->left.all > 0)
        add_left(filling, morning);
    group = part(arena, "CHANGED SINCE LAST EVENING", (int)morning->changed_count,
                 morning->changed_count);
    for (size_t i = 0; i < morning->changed_count; i++)
        add_changed(filling, group, &morning->changed[i]);
}

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct today *state = pane->state;

    (void)err;
    state->passive = setup != NULL;
    short_list_open(&state->rows, pane->shared, LIST_TODAY);
    return true;
}

/* A passive one leaves the desk its person. */
static void follow(struct today *state)
{
    if (!short_list_follow(&state->rows) && !state->passive)
        shared_set(state->rows.shared, 0, NULL, 0, 0);
}

static bool show(struct today *state, const struct morning *morning, int lines,
                 struct error *err)
{
    size_t most = morning->promises.count + morning->write.count + morning->post.count +
                  morning->calls.count + morning->left.count + morning->back_count +
                  morning->changed_count + 1;
    struct filling filling = {.state = state,
                              .rows = short_list_begin(&state->rows, most),
                              .now = desk_wall(state->rows.shared->desk)};

    filling.arena = short_list_arena(&state->rows);
    fill(&filling, morning);
    state->rows.count = filling.count;
    state->left = morning->left.all;
    state->touches = morning->touches;
    state->measure = morning->measure;
    return short_list_show(&state->rows, false, lines, err);
}

static bool load(struct pane *pane, struct error *err)
{
    struct today *state = pane->state;
    struct arena *arena = arena_create();
    struct morning morning;
    bool done = desk_morning(state->rows.shared->desk, arena, &morning, err) &&
                show(state, &morning, pane->rows, err);

    arena_destroy(arena);
    if (!done)
        return false;
    follow(state);
    return true;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct today *state = pane->state;
    day_number today = desk_today(state->rows.shared->desk);
    struct date date = day_date(today);

    buffer_add_format(out, "Today ─ %s %d %s %d ─ %d of %d touches",
                      day_weekday_name(day_weekday(today)), date.mday,
                      day_month_name(date.month), date.year, state->touches,
                      state->measure);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct today *state = pane->state;

    list_draw(state->rows.list, area, pane->focus && !state->passive,
              "nothing for today: nobody waits, nothing is left");
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct today *state = pane->state;
    const struct list_row *row = list_current(state->rows.list);
    unsigned result;

    if (call->action == DO_OPEN) {
        if (row == NULL || row->data == NULL)
            return PANE_HANDLED | PANE_BELL;
        pane->request.what = SHEET_CONTACT;
        return PANE_HANDLED | PANE_OPEN;
    }
    result = list_act(state->rows.list, call->action, call->count, err);
    if ((result & PANE_REPAINT) != 0)
        follow(state);
    return result;
}

bool today_is_passive(const struct pane *pane)
{
    return pane->ops == &today_sheet && ((const struct today *)pane->state)->passive;
}

bool today_is_empty(const struct pane *pane)
{
    const struct today *state = pane->state;

    return state->rows.shown && state->rows.count == 0;
}

bool today_wakes(struct pane *pane)
{
    struct today *state = pane->state;

    struct error err;

    if (state->left > 0 && list_go(state->rows.list, "spread", &err))
        state->passive = false;
    return !state->passive;
}

bool today_has_left(const struct pane *pane)
{
    return ((const struct today *)pane->state)->left > 0;
}

bool today_on_left(const struct pane *pane)
{
    const struct today *state = pane->state;
    const struct list_row *row;

    if (pane->ops != &today_sheet)
        return false;
    row = list_current(state->rows.list);
    return row != NULL && strcmp(row->id, "spread") == 0;
}

const struct pane_ops today_sheet = {
    .name = "today",
    .context = "today",
    .state_size = sizeof(struct today),
    .open = open,
    .close = short_list_close_pane,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .list = short_list_list,
};
