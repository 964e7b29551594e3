/* Calls: who to call now, the next one on top; a row that is called or put to the end
 * makes room for the one behind it. */
#include <string.h>

#include "actions.h"
#include "call_sheet.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/queue.h"
#include "words.h"

enum { CELLS = 5 }; /* of LIST_CALLS */

struct calls {
    struct short_list list; /* first: short_list.h */
    struct calls_setup setup;
    int done;                 /* calls logged from here */
    int64_t later[QUEUE_MAX]; /* people put to the end, in that order */
    size_t later_count;
    struct call_setup call; /* of the sheet that Enter opens */
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct calls *state = pane->state;

    (void)err;
    if (setup != NULL)
        state->setup = *(const struct calls_setup *)setup;
    short_list_open(&state->list, pane->shared, LIST_CALLS);
    return true;
}

/* Their call is not late, my answer is. */
static const char *shown_when(struct arena *arena, const struct queue_entry *entry,
                              struct wall now)
{
    if (entry->due.day == DAY_NONE)
        return "";
    if (entry->reason == QUEUE_CALLBACK && entry->due.day == now.day)
        return shown_time(arena, entry->due.minute);
    if (entry->reason == QUEUE_CALLBACK)
        return shown_day(arena, entry->due.day, now.day);
    return shown_due(arena, entry->due, now);
}

static void show_row(const struct desk *desk, struct arena *arena,
                     const struct queue_entry *entry, struct list_row *out)
{
    const char **cells = arena_array(arena, CELLS, sizeof *cells);
    enum style *styles = arena_array(arena, CELLS, sizeof *styles);
    const char *words = entry->words != NULL ? entry->words : "";
    const char *name = arena_string(arena, entry->contact);

    cells[0] = queue_reason_name(entry->reason);
    cells[1] = entry->company == NULL
                   ? name
                   : arena_format(arena, "%s, %s", name, entry->company);
    cells[2] = shown_when(arena, entry, desk_wall(desk));
    cells[3] = entry->has_zone ? shown_time(arena, entry->there.minute) : "";
    cells[4] = arena_copy(arena, words, strcspn(words, "\n"));
    if (entry->reason <= QUEUE_PROMISE)
        styles[0] = STYLE_PROMISE;
    if (entry->aside)
        styles[3] = STYLE_AWAY; /* a ground of its own would hide the dimmed hour */
    out->id = arena_format(arena, "%lld", (long long)entry->contact_id);
    out->cells = cells;
    out->styles = styles;
    out->dimmed = entry->aside;
    out->data = list_pane_row(arena, entry->contact_id, name, entry->touch_id, 0);
}

static bool is_later(const struct calls *state, int64_t contact_id)
{
    for (size_t i = 0; i < state->later_count; i++) {
        if (state->later[i] == contact_id)
            return true;
    }
    return false;
}

/* Who is to be called, as far as looked at. */
struct found {
    const struct queue_entry **rows;
    size_t count;
    bool more;
};

static void place(struct found *found, const struct queue_entry *entry)
{
    found->rows[found->count++] = entry;
}

/* Those put to the end go there in the order they were, once the end is known. */
static void order(const struct calls *state, const struct queue_entry *rows, size_t count,
                  struct found *found)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_later(state, rows[i].contact_id))
            place(found, &rows[i]);
    }
    for (size_t i = 0; i < state->later_count && !found->more; i++) {
        for (size_t j = 0; j < count; j++) {
            if (rows[j].contact_id == state->later[i])
                place(found, &rows[j]);
        }
    }
}

/* How many fit in the minutes that are left of those asked for. */
static size_t fitting(const struct calls *state, size_t count)
{
    int calls = state->setup.minutes / QUEUE_CALL_MINUTES;

    if (state->setup.minutes == 0)
        return count;
    calls = (calls > 0 ? calls : 1) - state->done;
    return calls <= 0 ? 0 : (size_t)calls < count ? (size_t)calls : count;
}

static bool look(const struct calls *state, size_t enough, struct arena *arena,
                 struct found *found, struct error *err)
{
    struct queue_entry *rows;
    size_t count, fit;

    *found = (struct found){.rows = arena_array(arena, QUEUE_MAX, sizeof(void *))};
    if (!desk_queue(state->list.shared->desk, enough, arena, &rows, &count, &found->more,
                    err))
        return false;
    order(state, rows, count, found);
    fit = fitting(state, found->count);
    found->more = found->more && fit == found->count;
    found->count = fit;
    return true;
}

/* Rows in sight stay where they are, whatever happened since they were read. */
static bool is_held(const struct short_list *list, const struct queue_entry *entry)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct row_of *of = list->rows[i].data;

        if (of->person_id == entry->contact_id)
            return true;
    }
    return false;
}

static bool read_on(struct short_list *list, struct error *err)
{
    const struct calls *state = (const struct calls *)list;
    struct arena *arena = arena_create();
    struct found found;
    bool done = look(state, QUEUE_MAX, arena, &found, err);

    if (done) {
        struct list_row *rows = short_list_grow(list, list->count + found.count);

        list->read_on = NULL;
        for (size_t i = 0; i < found.count; i++) {
            if (list->count < QUEUE_MAX && !is_held(list, found.rows[i]))
                show_row(list->shared->desk, short_list_arena(list), found.rows[i],
                         &rows[list->count++]);
        }
    }
    arena_destroy(arena);
    return done;
}

/* While the cursor stands on top, what the list begins with; those put to the end are
 * behind that. */
static size_t enough(const struct calls *state, int rows)
{
    size_t wanted = rows < LIST_BATCH_LEAST ? LIST_BATCH_LEAST : (size_t)rows + 1;

    if (state->list.shown && !list_at_first(state->list.list))
        return QUEUE_MAX;
    wanted += state->later_count;
    return wanted < QUEUE_MAX ? wanted : QUEUE_MAX;
}

static bool load(struct pane *pane, struct error *err)
{
    struct calls *state = pane->state;
    struct desk *desk = state->list.shared->desk;
    struct arena *arena = arena_create();
    struct found found;
    bool done = look(state, enough(state, pane->rows), arena, &found, err);

    if (done) {
        struct list_row *rows = short_list_begin(&state->list, found.count);

        state->list.read_on = found.more ? read_on : NULL;
        for (size_t i = 0; i < found.count; i++)
            show_row(desk, short_list_arena(&state->list), found.rows[i], &rows[i]);
        done = short_list_show(&state->list, false, pane->rows, err);
        if (!short_list_follow(&state->list))
            shared_set(state->list.shared, 0, "", 0, 0);
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct calls *state = pane->state;

    buffer_add_format(out, "Calls %zu%s", state->list.count,
                      state->list.count == QUEUE_MAX || state->list.read_on != NULL ? "+"
                                                                                    : "");
    if (state->setup.minutes > 0)
        buffer_add_format(out, " ─ what fits in %d minutes", state->setup.minutes);
    if (state->done > 0)
        buffer_add_format(out, ", %d done", state->done);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct calls *state = pane->state;

    list_draw(state->list.list, area, pane->focus, "nobody is to be called now");
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct calls *state = pane->state;
    const struct shared *shared = state->list.shared;

    if (call->action == DO_OPEN && shared->person_id != 0) {
        state->call = (struct call_setup){.touch_id = shared->touch_id};
        pane->request.what = SHEET_CALL;
        pane->request.setup = &state->call;
        return PANE_HANDLED | PANE_OPEN;
    }
    if (call->action == DO_TO_END && shared->person_id != 0) {
        if (!is_later(state, shared->person_id) && state->later_count < QUEUE_MAX)
            state->later[state->later_count++] = shared->person_id;
        state->list.shown = false; /* the next one is on top */
        pane->stale = true;
        return PANE_HANDLED | PANE_REPAINT;
    }
    return short_list_act(pane, call, err);
}

bool calls_next(struct pane *pane, struct error *err)
{
    struct calls *state = pane->state;

    state->done++;
    state->list.shown = false;
    return load(pane, err) && state->list.count > 0;
}

const struct pane_ops calls_sheet = {
    .name = "calls",
    .context = "calls",
    .state_size = sizeof(struct calls),
    .open = open,
    .close = short_list_close_pane,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .list = short_list_list,
};
