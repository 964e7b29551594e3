#include "list_marks.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "touchbase/base/text.h"

enum { RANGE_BATCH = 256 }; /* rows read at once */

static int compare(const struct list_pane *state, const void *a, const void *b)
{
    return state->rows.ops->compare(a, b);
}

/* The range under way in list order; false when there is none or no row. */
static bool range_of(const struct list_pane *state, const void **from, const void **to)
{
    const struct list_row *row = list_current(state->list);

    if (state->range == NULL || row == NULL)
        return false;
    *from = state->range_key;
    *to = row->key;
    if (compare(state, *from, *to) > 0) {
        *from = row->key;
        *to = state->range_key;
    }
    return true;
}

void list_marks_show(struct list_pane *state)
{
    const void *from = NULL, *to = NULL;
    bool ranging = range_of(state, &from, &to);

    for (size_t i = 0; i < list_window_count(state->list); i++) {
        struct list_row *row = list_window_row(state->list, i);

        row->marked = marks_has(&state->marks, rows_id(row)) ||
                      (ranging && compare(state, row->key, from) >= 0 &&
                       compare(state, row->key, to) <= 0);
    }
}

void list_marks_title(const struct list_pane *state, struct buffer *out)
{
    if (state->marks.count > 0)
        buffer_add_format(out, " · %zu marked", state->marks.count);
    if (state->range != NULL)
        buffer_add_string(out, " · range");
}

static void end_range(struct list_pane *state)
{
    arena_destroy(state->range);
    state->range = NULL;
    state->range_key = NULL;
}

/* Marks the rows from a key (NULL: from the first) to another (NULL: to the last). */
static bool mark_rows(struct list_pane *state, const void *from, const void *to,
                      struct error *err)
{
    struct list_source source = rows_source(&state->rows);
    struct arena *keys = arena_create(), *aside = arena_create();
    enum list_from where = from == NULL ? LIST_FIRST : LIST_AT;
    size_t found = RANGE_BATCH;
    bool good = true, on = true;

    while (good && on && found == RANGE_BATCH) {
        struct list_row *rows = arena_array(aside, RANGE_BATCH, sizeof *rows);

        good = source.load(source.context, where, from, RANGE_BATCH, aside, rows, &found,
                           err);
        for (size_t i = 0; good && on && i < found; i++)
            on = (to == NULL || compare(state, rows[i].key, to) <= 0) &&
                 marks_add(&state->marks, rows_id(&rows[i]));
        if (good && on && found == RANGE_BATCH)
            from = state->rows.ops->copy_key(keys, rows[found - 1].key);
        where = LIST_AFTER;
        arena_reset(aside);
    }
    arena_destroy(aside);
    arena_destroy(keys);
    return good;
}

bool list_marks_end_range(struct pane *pane, struct error *err)
{
    struct list_pane *state = pane->state;
    const void *from, *to;
    bool good = !range_of(state, &from, &to) || mark_rows(state, from, to, err);

    end_range(state);
    list_marks_show(state);
    return good;
}

static unsigned begin_range(struct list_pane *state)
{
    const struct list_row *row = list_current(state->list);

    if (row == NULL)
        return PANE_HANDLED | PANE_BELL;
    state->range = arena_create();
    state->range_key = state->rows.ops->copy_key(state->range, row->key);
    list_marks_show(state);
    return PANE_HANDLED | PANE_REPAINT;
}

/* One row is marked or no longer; with a count that many are. The cursor goes on, so that
 * Space again is the next one. */
static unsigned mark(struct list_pane *state, int count, struct error *err)
{
    unsigned result = PANE_HANDLED | PANE_REPAINT;
    int rows = count > 0 ? count : 1;

    for (int i = 0; i < rows; i++) {
        int64_t id = rows_id(list_current(state->list));
        unsigned moved;

        if (id == 0)
            break;
        if (count == 0 && marks_has(&state->marks, id))
            marks_remove(&state->marks, id);
        else if (!marks_add(&state->marks, id))
            return result | PANE_BELL;
        moved = list_act(state->list, ACTION_DOWN, 0, err);
        result |= moved;
        if ((moved & PANE_REPAINT) == 0)
            break;
    }
    list_marks_show(state);
    return result;
}

unsigned list_marks_act(struct pane *pane, const struct pane_call *call,
                        struct error *err)
{
    struct list_pane *state = pane->state;
    unsigned result;

    if (call->action != DO_MARK && call->action != DO_MARK_RANGE)
        return 0;
    if (state->range != NULL)
        return PANE_HANDLED | PANE_REPAINT |
               (list_marks_end_range(pane, err) ? 0u : PANE_FAILED);
    if (call->action == DO_MARK_RANGE)
        return begin_range(state);
    result = mark(state, call->count, err);
    if (list_pane_follow(pane))
        result |= PANE_MOVED;
    return result;
}

bool list_marks_words(struct pane *pane, const char *words, struct error *err)
{
    struct list_pane *state = pane->state;
    struct desk_filter *own = state->filter;
    bool limited = state->rows.limited, good = true;
    struct desk_filter *filter = desk_filter_open(
        state->shared->desk, desk_filter_joined(own, words, state->rows.arena), err);

    if (filter == NULL)
        return false;
    if (!desk_filter_is_empty(filter) && words[strspn(words, " ")] != '\0') {
        state->filter = filter;
        state->rows.limited = state->rows.searched = true;
        good = mark_rows(state, NULL, NULL, err);
        state->filter = own;
        state->rows.limited = limited;
        state->rows.searched = false;
    }
    desk_filter_close(filter);
    list_marks_show(state);
    return good;
}

bool list_marks_drop_range(struct pane *pane)
{
    struct list_pane *state = pane->state;
    bool ranging = state->range != NULL;

    end_range(state);
    list_marks_show(state);
    return ranging;
}

void list_marks_clear(struct pane *pane)
{
    marks_clear(&((struct list_pane *)pane->state)->marks);
    list_marks_drop_range(pane);
}
