/* Find anyone as you type: a line on top for words and conditions, what became of them
 * below it, then those found, best first. A key is never kept waiting: the box is drawn
 * at once, and the looking, which the next key ends, is done when no key is at hand. */
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "sheets.h"
#include "short_list.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/filter.h"
#include "touchbase/tui/editor.h"
#include "touchbase/tui/prompt.h"
#include "words.h"
#include "wrapped.h"

enum { FOUND_MAX = 100, HEAD_LINES = 2, EXCERPT_BEFORE = 8 };

struct find {
    struct shared *shared;
    struct editor *line;
    struct short_list found;
    uint64_t looked;     /* editor_changes of what is shown */
    uint64_t generation; /* of the desk then */
    bool mistaken;       /* said is what is wrong with the line */
    struct buffer said;
    struct buffer candidates; /* of Tab */
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct find *state = pane->state;
    const char *initial = setup;

    (void)err;
    state->shared = pane->shared;
    state->line = editor_create(true);
    state->looked = (uint64_t)-1;
    if (initial != NULL)
        editor_set(state->line, initial, strlen(initial));
    short_list_open(&state->found, state->shared, LIST_FIND);
    return true;
}

static void close(struct pane *pane)
{
    struct find *state = pane->state;

    editor_destroy(state->line);
    short_list_close(&state->found);
    buffer_free(&state->said);
    buffer_free(&state->candidates);
}

/* The words of a note from a little before the first that was looked for, in arena. */
static const char *excerpt(struct arena *arena, const char *text,
                           const char *const *words, size_t count)
{
    size_t length = strlen(text), at = 0, start = 0;

    for (size_t offset = 0; offset < length && at == 0;
         offset = text_cluster_next(text, length, offset)) {
        const char *folded = text_fold(arena, text + offset);

        for (size_t i = 0; i < count && at == 0; i++) {
            const char *word = text_fold(arena, words[i]);

            if (*word != '\0' && strncmp(folded, word, strlen(word)) == 0)
                at = offset;
        }
        if (offset > 4096) /* further in, the beginning says as much */
            break;
    }
    if (at <= EXCERPT_BEFORE)
        return arena_string(arena, text);
    start = at - EXCERPT_BEFORE;
    while (start < at && text[start] != ' ' && text[start] != '\n')
        start++;
    return arena_format(arena, "… %s", text + start + (start < at ? 1 : 0));
}

static void show_row(const struct find *state, struct arena *arena,
                     const struct contact *contact, const char *text,
                     struct list_row *out)
{
    const char **cells = arena_array(arena, 6, sizeof *cells);
    struct wall now = desk_wall(state->shared->desk);
    bool away = contact_is_away(contact, now.day);

    cells[0] = away ? "☾" : "";
    cells[1] = arena_string(arena, contact->name);
    cells[2] = arena_string(arena, contact->company);
    cells[3] = stage_name(contact->stage);
    cells[4] = text != NULL ? text : arena_string(arena, contact->city);
    cells[5] =
        contact->next_due.day == DAY_NONE ? "" : shown_due(arena, contact->next_due, now);
    out->id = arena_format(arena, "%lld", (long long)contact->id);
    out->cells = cells;
    out->dimmed = !stage_in_play(contact->stage);
    out->data = list_pane_row(arena, contact->id, cells[1], contact->next_touch, 0);
}

static bool show_found(struct pane *pane, const struct desk_filter *filter,
                       const struct desk_findings *found, struct error *err)
{
    struct find *state = pane->state;
    struct list_row *rows = short_list_begin(&state->found, found->count);
    struct arena *keep = short_list_arena(&state->found);
    bool fresh = state->looked != editor_changes(state->line);
    size_t count;
    const char *const *marks = desk_filter_marks(filter, &count);

    if (found->instead != NULL) {
        marks = &found->instead;
        count = 1;
    }
    for (size_t i = 0; i < found->count; i++) {
        const char *text = found->rows[i].text;

        show_row(state, keep, &found->rows[i].row.contact,
                 text == NULL ? NULL : excerpt(keep, text, marks, count), &rows[i]);
    }
    list_mark_words(state->found.list, marks, count);
    return short_list_show(&state->found, fresh, pane->rows - HEAD_LINES, err);
}

static void say(struct find *state, const struct desk_filter *filter,
                const struct desk_findings *found)
{
    buffer_clear(&state->said);
    if (desk_filter_is_empty(filter))
        buffer_add_string(&state->said,
                          "words, and stage: tag: due: city: ...; Tab shows more");
    else if (found->count == 0)
        buffer_add_string(&state->said, "nobody; fewer words find more");
    else if (found->instead != NULL)
        buffer_add_format(&state->said, "nothing begins with that; close: %s",
                          found->instead);
    else
        buffer_add_format(&state->said, found->more ? "the first %zu" : "%zu found",
                          found->count);
}

/* A mistake leaves the rows that were found before it. */
static void say_mistake(struct find *state, const struct error *err)
{
    state->mistaken = true;
    state->looked = editor_changes(state->line);
    buffer_clear(&state->said);
    buffer_add_format(&state->said, "! %s", err->text);
}

/* Looks for what is typed; busy stays when stop ended it. */
static bool look(struct pane *pane, bool (*stop)(void *context), void *context,
                 struct error *err)
{
    struct find *state = pane->state;
    struct arena *arena = arena_create();
    struct desk_findings found;
    struct desk_filter *filter =
        desk_filter_open(state->shared->desk, editor_text(state->line, NULL), err);
    bool done = true;

    if (filter == NULL) {
        say_mistake(state, err);
        pane->busy = false;
    } else {
        done = desk_filter_find(filter, FOUND_MAX, stop, context, arena, &found, err);
        pane->busy = done && found.stopped;
        if (done && !found.stopped) {
            state->mistaken = false;
            say(state, filter, &found);
            done = show_found(pane, filter, &found, err);
            state->looked = editor_changes(state->line);
            state->generation = desk_generation(state->shared->desk);
        }
    }
    desk_filter_close(filter);
    arena_destroy(arena);
    return done;
}

static unsigned work(struct pane *pane, bool (*stop)(void *context), void *context,
                     struct error *err)
{
    if (stop(context))
        return PANE_HANDLED;
    return look(pane, stop, context, err) ? PANE_HANDLED | PANE_REPAINT
                                          : PANE_HANDLED | PANE_FAILED;
}

static bool load(struct pane *pane, struct error *err)
{
    struct find *state = pane->state;

    if (state->looked != editor_changes(state->line) ||
        state->generation != desk_generation(state->shared->desk))
        pane->busy = true;
    return short_list_show(&state->found, false, pane->rows - HEAD_LINES, err);
}

static void title(const struct pane *pane, struct buffer *out)
{
    (void)pane;
    buffer_add_string(out, "Find: name, company, number, tag, note");
}

/* What Tab offers, else what is wrong or how many there are: over the first rows where
 * one line is too short for it. */
static void draw_said(const struct find *state, struct area area)
{
    bool offered = state->candidates.length > 0;
    const char *words = buffer_string(offered ? &state->candidates : &state->said);
    struct area below =
        area_part(area, (struct rect){1, 1, area.rect.rows - 1, area.rect.columns - 2});
    int lines = wrapped_lines(below.rect.columns, words);

    if (lines > 1)
        area_fill(area, (struct rect){1, 0, lines, area.rect.columns}, STYLE_NORMAL);
    wrapped_draw(below, 0, state->mistaken && !offered ? STYLE_ERROR : STYLE_DIM, words);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct find *state = pane->state;
    struct rect below = {HEAD_LINES, 0, area.rect.rows - HEAD_LINES, area.rect.columns};

    area_text(area, 0, 0, STYLE_PROMPT, "/");
    list_draw(state->found.list, area_part(area, below), pane->focus, "");
    draw_said(state, area);
    editor_draw(state->line,
                area_part(area, (struct rect){0, 1, 1, area.rect.columns - 1}),
                STYLE_INPUT, pane->focus);
}

/* Enter and moving mean what was typed: it is looked for first. */
static bool be_done(struct pane *pane, struct error *err)
{
    const struct find *state = pane->state;

    if (!pane->busy && state->looked == editor_changes(state->line))
        return true;
    return look(pane, NULL, NULL, err);
}

static void complete(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    desk_filter_complete(context, text, cursor, start, add, sink);
}

static unsigned open_found(struct pane *pane, struct error *err)
{
    struct find *state = pane->state;
    const struct list_row *row;
    const struct row_of *of;

    if (!be_done(pane, err))
        return PANE_HANDLED | PANE_FAILED;
    row = list_current(state->found.list);
    of = row == NULL || state->mistaken ? NULL : row->data;
    if (of == NULL)
        return PANE_HANDLED | PANE_BELL;
    shared_seek(state->shared, editor_text(state->line, NULL));
    shared_set(state->shared, of->person_id, of->name, of->touch_id, 0);
    pane->request.what = SHEET_CONTACT;
    return PANE_HANDLED | PANE_BACK | PANE_OPEN;
}

static unsigned move(struct pane *pane, int action, struct error *err)
{
    struct find *state = pane->state;

    if (!be_done(pane, err))
        return PANE_HANDLED | PANE_FAILED;
    return PANE_HANDLED | list_act(state->found.list, action, 1, err);
}

/* The line changed: what Tab offered is gone. */
static unsigned changed(struct pane *pane)
{
    struct find *state = pane->state;

    buffer_clear(&state->candidates);
    pane->stale = true;
    return PANE_HANDLED | PANE_REPAINT;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct find *state = pane->state;

    switch (call->action) {
    case ACTION_PROMPT_TAKE:
        return open_found(pane, err);
    case ACTION_PROMPT_CANCEL:
        return PANE_HANDLED | PANE_BACK;
    case ACTION_PROMPT_OLDER:
        return move(pane, ACTION_UP, err);
    case ACTION_PROMPT_NEWER:
        return move(pane, ACTION_DOWN, err);
    case ACTION_PROMPT_COMPLETE:
        changed(pane);
        prompt_complete(state->line, complete, state->shared->desk, &state->candidates);
        return PANE_HANDLED | PANE_REPAINT;
    default:
        break;
    }
    return editor_act(state->line, call->action, call->count) ? changed(pane) : 0;
}

static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct find *state = pane->state;

    (void)err;
    return editor_type(state->line, key) ? changed(pane) : 0;
}

const char *find_text(struct pane *pane)
{
    const struct find *state = pane->state;

    return pane->ops == &find_sheet ? editor_text(state->line, NULL) : NULL;
}

static struct list *list(struct pane *pane, struct rect *where)
{
    struct find *state = pane->state;

    where->row += HEAD_LINES;
    where->rows -= HEAD_LINES;
    return state->found.list;
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
    .work = work,
    .list = list,
    .type = type,
};
