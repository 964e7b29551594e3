/* Find anyone as you type: a line on top, those found below, best first. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/tui/editor.h"
#include "words.h"

enum { FOUND_MAX = 100 };

struct find {
    struct shared *shared;
    struct editor *line;
    struct short_list found;
    uint64_t shown; /* editor_changes of what is shown */
    int lines;
};

static const struct column columns[] = {
    {.least = 2, .most = 2, .share = 0, .priority = 2},
    {.least = 10, .most = 30, .share = 3, .priority = 5},
    {.least = 6, .most = 24, .share = 2, .priority = 4},
    {.least = 6, .most = 10, .share = 0, .priority = 1},
    {.least = 8, .most = 10, .share = 0, .priority = 3, .right = true},
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct find *state = pane->state;

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    state->line = editor_create(true);
    state->shown = (uint64_t)-1;
    short_list_open(&state->found, columns, sizeof columns / sizeof *columns);
    return true;
}

static void close(struct pane *pane)
{
    struct find *state = pane->state;

    editor_destroy(state->line);
    short_list_close(&state->found);
}

static void show_row(const struct find *state, struct arena *arena,
                     const struct contact *contact, struct list_row *out)
{
    const char **cells = arena_array(arena, 5, sizeof *cells);
    struct wall now = desk_wall(state->shared->desk);
    bool away = contact_is_away(contact, now.day);

    cells[0] = away ? "☾" : "";
    cells[1] = contact->name;
    cells[2] = contact->company;
    cells[3] = stage_name(contact->stage);
    cells[4] =
        contact->next_due.day == DAY_NONE ? "" : shown_due(arena, contact->next_due, now);
    out->id = arena_format(arena, "%lld", (long long)contact->id);
    out->cells = cells;
    out->dimmed = !stage_in_play(contact->stage);
    out->data = list_pane_row(arena, contact->id, contact->name, contact->next_touch, 0);
}

static bool load(struct pane *pane, struct error *err)
{
    struct find *state = pane->state;
    struct arena *arena = arena_create();
    struct contact_row *rows;
    size_t count;
    bool fresh = state->shown != editor_changes(state->line);
    bool done = desk_search(state->shared->desk, editor_text(state->line, NULL),
                            FOUND_MAX, NULL, NULL, arena, &rows, &count, err);

    if (done) {
        struct list_row *out = short_list_begin(&state->found, count);
        struct arena *keep = short_list_arena(&state->found);

        for (size_t i = 0; i < count; i++) {
            rows[i].contact.name = arena_string(keep, rows[i].contact.name);
            rows[i].contact.company = arena_string(keep, rows[i].contact.company);
            show_row(state, keep, &rows[i].contact, &out[i]);
        }
        state->shown = editor_changes(state->line);
        done = short_list_show(&state->found, fresh, pane->rows - 1, err);
    }
    arena_destroy(arena);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    (void)pane;
    buffer_add_string(out, "Find: name, company, number, note");
}

static void draw(const struct pane *pane, struct area area)
{
    const struct find *state = pane->state;
    struct rect below = {1, 0, area.rect.rows - 1, area.rect.columns};
    bool typed = *editor_text(state->line, NULL) != '\0';

    area_text(area, 0, 0, STYLE_PROMPT, "/");
    list_draw(state->found.list, area_part(area, below), pane->focus,
              typed ? "nobody; + adds a person" : "type a few letters of each word");
    editor_draw(state->line,
                area_part(area, (struct rect){0, 1, 1, area.rect.columns - 1}),
                STYLE_INPUT, pane->focus);
}

static unsigned open_found(struct pane *pane)
{
    struct find *state = pane->state;
    const struct list_row *row = list_current(state->found.list);
    const struct row_of *of = row == NULL ? NULL : row->data;

    if (of == NULL)
        return PANE_HANDLED | PANE_BELL;
    shared_set(state->shared, of->person_id, of->name, of->touch_id, 0);
    pane->request.what = SHEET_CONTACT;
    return PANE_HANDLED | PANE_BACK | PANE_OPEN;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct find *state = pane->state;

    switch (call->action) {
    case ACTION_PROMPT_TAKE:
        return open_found(pane);
    case ACTION_PROMPT_CANCEL:
        return PANE_HANDLED | PANE_BACK;
    case ACTION_PROMPT_OLDER:
        return PANE_HANDLED | list_act(state->found.list, ACTION_UP, 1, err);
    case ACTION_PROMPT_NEWER:
        return PANE_HANDLED | list_act(state->found.list, ACTION_DOWN, 1, err);
    default:
        break;
    }
    if (!editor_act(state->line, call->action, call->count))
        return 0;
    pane->stale = true;
    return PANE_HANDLED | PANE_REPAINT;
}

static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct find *state = pane->state;

    (void)err;
    if (!editor_type(state->line, key))
        return 0;
    pane->stale = true;
    return PANE_HANDLED | PANE_REPAINT;
}

const struct pane_ops find_sheet = {
    .name = "find",
    .context = "find",
    .state_size = sizeof(struct find),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .type = type,
};
