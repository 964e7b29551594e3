/* The library (design.md rules 13 and 15): what is worth sending, what it does for them,
 * and whether the current person had it; below, the messages kept for everybody. */
#include <stdio.h>
#include <stdlib.h>

#include "actions.h"
#include "rows.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/scripts.h"

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
    struct script *scripts;
    size_t script_count;
    struct script_fact *facts; /* of nobody */
    size_t fact_count;
};

enum { CELLS = 6 };
#define MESSAGE_ID "m" /* the id of a message's row begins so, an item's is a number */

static const struct short_list_of of = {
    LIST_LIBRARY,
    "nothing here is worth sending; {add} adds an item, {add-message} a message"};

static bool read_kind(const struct library *state, struct library_rows *reading,
                      bool retired, struct error *err)
{
    struct item *found;
    size_t count;

    if (!desk_items(state->list.shared->desk, retired, 0, SHORT_LIST_MAX, reading->arena,
                    &found, &count, err))
        return false;
    for (size_t i = 0; i < count && reading->count < SHORT_LIST_MAX; i++) {
        if (text_mentions(item_line(reading->arena, &found[i]), state->words))
            reading->items[reading->count++] = found[i];
    }
    return true;
}

static bool read_scripts(const struct library *state, struct library_rows *reading,
                         bool retired, struct error *err)
{
    struct script *found;
    size_t count;

    if (!desk_scripts(state->list.shared->desk, retired, 0, SHORT_LIST_MAX,
                      reading->arena, &found, &count, err))
        return false;
    for (size_t i = 0;
         i < count && reading->count + reading->script_count < SHORT_LIST_MAX; i++) {
        if (text_mentions(found[i].text, state->words))
            reading->scripts[reading->script_count++] = found[i];
    }
    return true;
}

static bool read_all(const struct library *state, struct library_rows *reading,
                     struct error *err)
{
    int64_t person = state->list.shared->person_id;
    struct desk *desk = state->list.shared->desk;

    reading->items = arena_array(reading->arena, SHORT_LIST_MAX, sizeof *reading->items);
    reading->scripts =
        arena_array(reading->arena, SHORT_LIST_MAX, sizeof *reading->scripts);
    return read_kind(state, reading, false, err) &&
           read_kind(state, reading, true, err) &&
           read_scripts(state, reading, false, err) &&
           read_scripts(state, reading, true, err) &&
           desk_script_facts(desk, 0, 0, CHANNEL_CALL, reading->arena, &reading->facts,
                             &reading->fact_count, err) &&
           (person == 0 || desk_gifts(desk, person, GIFTS_READ, reading->arena,
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

/* A row whose cells are all "" yet. */
static const char **begin_row(struct arena *arena, const char *id, bool retired,
                              enum style **styles, struct list_row *out)
{
    const char **cells = arena_array(arena, CELLS, sizeof *cells);

    *styles = arena_array(arena, CELLS, sizeof **styles);
    for (size_t i = 0; i < CELLS; i++) {
        cells[i] = "";
        (*styles)[i] = STYLE_NORMAL;
    }
    out->id = id;
    out->cells = cells;
    out->styles = *styles;
    out->dimmed = retired;
    return cells;
}

static void show_item(const struct library_rows *reading, struct arena *arena,
                      const struct item *item, struct list_row *out)
{
    enum style *styles;
    const char **cells =
        begin_row(arena, arena_format(arena, "%lld", (long long)item->id), item->retired,
                  &styles, out);

    cells[0] = arena_string(arena, item->title);
    cells[1] = item->retired ? "retired" : theirs(reading, item, &styles[1]);
    cells[2] = gain_name(item->gain);
    if (item->channel != ITEM_ANY_CHANNEL)
        cells[3] = channel_name((enum channel)item->channel);
    if (item->tags != NULL)
        cells[4] = arena_string(arena, item->tags);
    cells[5] = arena_format(arena, "×%lld", (long long)item->given);
}

static void show_script(const struct library_rows *reading, struct arena *arena,
                        const struct script *script, struct list_row *out)
{
    struct script_view view;
    enum style *styles;
    const char **cells =
        begin_row(arena, arena_format(arena, MESSAGE_ID "%lld", (long long)script->id),
                  script->retired, &styles, out);

    desk_script_view(arena, script->text, script->channel, reading->facts,
                     reading->fact_count, &view);
    out->group = "MESSAGES";
    cells[0] = script_title(arena, script->text);
    cells[1] = script->retired ? "retired" : "";
    cells[3] = channel_name(script->channel);
    cells[4] = script_flags_words(arena, view.meter.flags);
    cells[5] = arena_format(arena, "%d s", view.meter.seconds);
}

static void show_all(const struct library_rows *reading, struct short_list *list)
{
    struct list_row *rows =
        short_list_begin(list, reading->count + reading->script_count);
    struct arena *arena = short_list_arena(list);

    for (size_t i = 0; i < reading->count; i++)
        show_item(reading, arena, &reading->items[i], &rows[i]);
    for (size_t i = 0; i < reading->script_count; i++)
        show_script(reading, arena, &reading->scripts[i], &rows[reading->count + i]);
}

static bool load(struct pane *pane, struct error *err)
{
    struct library *state = pane->state;
    struct library_rows reading = {.arena = arena_create()};
    bool done = read_all(state, &reading, err);

    if (done) {
        show_all(&reading, &state->list);
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

int64_t library_script(const struct pane *pane)
{
    const struct library *state = pane->state;
    const struct list_row *row =
        pane->ops == &library_sheet ? list_current(state->list.list) : NULL;

    return row != NULL && *row->id == *MESSAGE_ID ? strtoll(row->id + 1, NULL, 10) : 0;
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
