/* The library (design.md rule 13): what is worth sending, what it does for them, and
 * whether the current person had it. */
#include <stdio.h>

#include "actions.h"
#include "rows.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/library.h"

enum { WORDS_SIZE = 200, GIFTS_READ = 500 };

struct library {
    struct short_list list; /* first */
    char words[WORDS_SIZE]; /* it is limited to */
    bool fresh;             /* other words than when it was last shown */
};

/* What is read before rows are made. */
struct library_rows {
    struct arena *arena;
    struct item *items;
    size_t count;
    struct gift *gifts; /* of the current person */
    size_t gift_count;
};

enum { CELLS = 6 };

static const struct short_list_of of = {
    LIST_LIBRARY, "nothing here is worth sending; {add} adds an item"};

static bool read_kind(const struct library *state, struct library_rows *reading,
                      bool retired, struct error *err)
{
    struct item *found;
    size_t count;

    if (!desk_items(state->list.shared->desk, retired, 0, SHORT_LIST_MAX, reading->arena,
                    &found, &count, err))
        return false;
    for (size_t i = 0; i < count && reading->count < SHORT_LIST_MAX; i++) {
        if (item_mentions(item_line(reading->arena, &found[i]), state->words))
            reading->items[reading->count++] = found[i];
    }
    return true;
}

static bool read_all(const struct library *state, struct library_rows *reading,
                     struct error *err)
{
    int64_t person = state->list.shared->person_id;

    reading->items = arena_array(reading->arena, SHORT_LIST_MAX, sizeof *reading->items);
    return read_kind(state, reading, false, err) &&
           read_kind(state, reading, true, err) &&
           (person == 0 ||
            desk_gifts(state->list.shared->desk, person, GIFTS_READ, reading->arena,
                       &reading->gifts, &reading->gift_count, err));
}

static const char *theirs(const struct library_rows *reading, const struct item *item,
                          enum style *style)
{
    for (size_t i = 0; i < reading->gift_count; i++) {
        if (reading->gifts[i].item_id != item->id)
            continue;
        *style = reading->gifts[i].done_utc != 0 ? STYLE_GOOD : STYLE_TODAY;
        return reading->gifts[i].done_utc != 0 ? "had it" : "planned";
    }
    return "";
}

static void show_row(const struct library_rows *reading, struct arena *arena,
                     const struct item *item, struct list_row *out)
{
    const char **cells = arena_array(arena, CELLS, sizeof *cells);
    enum style *styles = arena_array(arena, CELLS, sizeof *styles);

    for (size_t i = 0; i < CELLS; i++)
        styles[i] = STYLE_NORMAL;
    cells[0] = arena_string(arena, item->title);
    cells[1] = item->retired ? "retired" : theirs(reading, item, &styles[1]);
    cells[2] = gain_name(item->gain);
    cells[3] = item->channel == ITEM_ANY_CHANNEL
                   ? ""
                   : channel_name((enum channel)item->channel);
    cells[4] = item->tags == NULL ? "" : arena_string(arena, item->tags);
    cells[5] = arena_format(arena, "×%lld", (long long)item->given);
    out->id = arena_format(arena, "%lld", (long long)item->id);
    out->cells = cells;
    out->styles = styles;
    out->dimmed = item->retired;
}

static bool load(struct pane *pane, struct error *err)
{
    struct library *state = pane->state;
    struct library_rows reading = {.arena = arena_create()};
    bool done = read_all(state, &reading, err);

    if (done) {
        struct list_row *rows = short_list_begin(&state->list, reading.count);

        for (size_t i = 0; i < reading.count; i++)
            show_row(&reading, short_list_arena(&state->list), &reading.items[i],
                     &rows[i]);
        done = short_list_show(&state->list, state->fresh, pane->rows, err);
        state->fresh = false;
    }
    arena_destroy(reading.arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct library *state = pane->state;

    buffer_add_format(out, "Library %zu", state->list.count);
    if (*state->words != '\0')
        buffer_add_format(out, " (%s)", state->words);
    if (state->list.shared->person_id != 0)
        buffer_add_format(out, " ─ %s", state->list.shared->person_name);
}

int64_t library_row(const struct pane *pane)
{
    const struct library *state = pane->state;

    return pane->ops == &library_sheet ? rows_id(list_current(state->list.list)) : 0;
}

void library_limit(struct pane *pane, const char *words)
{
    struct library *state = pane->state;

    snprintf(state->words, sizeof state->words, "%s", words);
    state->fresh = true;
    pane->stale = true;
}

const struct pane_ops library_sheet = {
    .name = "library",
    .context = "library",
    .of = &of,
    .state_size = sizeof(struct library),
    .load = load,
    .title = title,
    .act = short_list_act,
    SHORT_LIST_OPS,
};
