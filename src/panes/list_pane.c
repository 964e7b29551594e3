#include "list_pane.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "list_marks.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"

enum { ELSEWHERE_MOST = 1000 }; /* design.md section 3 */

bool shared_set(struct shared *shared, int64_t person_id, const char *name,
                int64_t touch_id, int64_t absence_id)
{
    bool other = shared->person_id != person_id;
    size_t length =
        name == NULL ? 0 : text_fit(name, strlen(name), PERSON_NAME_SIZE, NULL);

    if (length >= PERSON_NAME_SIZE)
        length = 0;
    memcpy(shared->person_name, name == NULL ? "" : name, length);
    shared->person_name[length] = '\0';
    shared->person_id = person_id;
    shared->touch_id = touch_id;
    shared->absence_id = absence_id;
    return other;
}

void shared_seek(struct shared *shared, const char *text)
{
    char *sought = memory_string(text);

    free(shared->sought);
    shared->sought = sought;
}

void *list_pane_row(struct arena *arena, int64_t person_id, const char *name,
                    int64_t touch_id, int64_t absence_id)
{
    struct row_of *row = arena_alloc(arena, sizeof *row);

    *row = (struct row_of){person_id, name, touch_id, absence_id};
    return row;
}

bool list_pane_open(struct pane *pane, void *setup, struct error *err)
{
    const struct list_pane_of *of = pane->ops->of;
    struct list_pane *state = pane->state;
    struct list_source source;

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    rows_open(&state->rows, of->rows, state);
    source = rows_source(&state->rows);
    state->list = picked_list(&state->picked, state->shared, of->kind, &source);
    return true;
}

void list_pane_close(struct pane *pane)
{
    struct list_pane *state = pane->state;

    list_destroy(state->list);
    marks_clear(&state->marks);
    arena_destroy(state->range);
    rows_close(&state->rows);
    desk_filter_close(state->filter);
    free(state->view);
}

/* The order is taken when the pane is first loaded and whenever the workspace asks for
 * it; else rows stay. */
static bool take_order(struct list_pane *state, struct error *err)
{
    bool first = !state->loaded;

    rows_settle(&state->rows);
    state->need = desk_need_context(state->shared->desk);
    state->settled = state->shared->settled;
    state->loaded = true;
    return first ? list_load_first(state->list, err) : list_load(state->list, err);
}

bool list_pane_load(struct pane *pane, struct error *err)
{
    struct list_pane *state = pane->state;
    uint64_t generation = desk_generation(state->shared->desk);
    bool done;

    picked_renew(&state->picked, state->list);
    list_resize(state->list, state->lines > 0 ? state->lines : pane->rows);
    if (!state->loaded || state->settled != state->shared->settled)
        done = take_order(state, err);
    else if (generation != state->generation)
        done = rows_keep(&state->rows, state->list, err) && list_load(state->list, err);
    else
        done = list_load(state->list, err);
    state->generation = generation;
    pane->busy = state->filter != NULL && (desk_filter_is_unfinished(state->filter) ||
                                           rows_is_unfinished(&state->rows));
    list_marks_show(state);
    return done;
}

static bool look_on(struct list_pane *state, bool (*stop)(void *context), void *context,
                    struct error *err)
{
    return state->rows.ops->narrowed
               ? desk_filter_go_on(state->filter, &state->need, stop, context, err)
               : rows_look_on(&state->rows, stop, context, err);
}

unsigned list_pane_work(struct pane *pane, bool (*stop)(void *context), void *context,
                        struct error *err)
{
    struct list_pane *state = pane->state;

    pane->busy = state->filter != NULL;
    if (!pane->busy || stop(context))
        return PANE_HANDLED;
    if (!look_on(state, stop, context, err)) {
        pane->busy = false;
        return PANE_HANDLED | PANE_FAILED;
    }
    pane->stale = true; /* rows follow those that are there */
    return PANE_HANDLED | PANE_REPAINT;
}

void list_pane_title(const struct pane *pane, struct buffer *out)
{
    const struct list_pane *state = pane->state;

    if (state->shared->elsewhere > ELSEWHERE_MOST)
        buffer_add_string(out, " (over 1000 changed, ");
    else if (rows_new(&state->rows) > 0)
        buffer_add_format(out, " (%zu new, ", rows_new(&state->rows));
    if (state->shared->elsewhere > ELSEWHERE_MOST || rows_new(&state->rows) > 0) {
        keymap_words(state->shared->keymap, "person", "{sort})", out);
    }
    if (state->filter != NULL)
        buffer_add_format(
            out, " [%s%s]",
            state->view != NULL ? state->view : desk_filter_text(state->filter),
            pane->busy                                             ? "; looking on"
            : desk_filter_is_cut(state->filter) || state->rows.cut ? "; not all looked at"
                                                                   : "");
    list_marks_title(state, out);
}

void list_pane_draw(const struct pane *pane, struct area area)
{
    const struct list_pane_of *of = pane->ops->of;
    const struct list_pane *state = pane->state;
    struct buffer words = {0};

    keymap_words(state->shared->keymap, "person",
                 pane->busy ? ""
                 : state->filter != NULL
                     ? "nobody here fits that; {limit} and Enter shows all"
                     : of->empty,
                 &words);
    list_draw(state->list, area, pane->focus, buffer_string(&words));
    buffer_free(&words);
}

struct list *list_pane_list(struct pane *pane, struct rect *where)
{
    struct list_pane *state = pane->state;

    (void)where;
    return state->list;
}

bool list_pane_follow(struct pane *pane)
{
    struct list_pane *state = pane->state;
    const struct list_row *row = list_current(state->list);
    const struct row_of *of = row == NULL ? NULL : row->data;

    if (of == NULL)
        return shared_set(state->shared, 0, NULL, 0, 0);
    return shared_set(state->shared, of->person_id, of->name, of->touch_id,
                      of->absence_id);
}

unsigned list_pane_act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct list_pane *state = pane->state;
    unsigned result;

    if (call->action == DO_OPEN && state->shared->person_id != 0) {
        pane->request.what = SHEET_CONTACT;
        return PANE_HANDLED | PANE_OPEN;
    }
    result = list_marks_act(pane, call, err);
    if (result != 0)
        return result;
    if (call->action == ACTION_FIND_NEXT || call->action == ACTION_FIND_PREVIOUS)
        return list_pane_seek(pane, call->action == ACTION_FIND_PREVIOUS, call->count,
                              err);
    result = list_act(state->list, call->action, call->count, err);
    if (result != 0)
        list_marks_show(state);
    if ((result & PANE_REPAINT) != 0 && list_pane_follow(pane))
        result |= PANE_MOVED;
    return result;
}

bool list_pane_go(struct pane *pane, int64_t id)
{
    struct list_pane *state = pane->state;
    struct arena *arena = arena_create();
    struct error err;
    bool there = pane_load(pane, &err) &&
                 list_go(state->list, arena_format(arena, "%lld", (long long)id), &err);

    if (there)
        list_pane_follow(pane);
    arena_destroy(arena);
    return there;
}

bool list_pane_limit(struct pane *pane, const char *text, const char *name,
                     struct error *err)
{
    struct list_pane *state = pane->state;
    struct desk_filter *filter = desk_filter_open(state->shared->desk, text, err);
    const char *const *marks;
    size_t count;

    if (filter == NULL)
        return false;
    marks = desk_filter_marks(filter, &count);
    list_mark_words(state->list, marks, count);
    if (desk_filter_is_empty(filter)) {
        desk_filter_close(filter);
        filter = NULL;
    }
    desk_filter_close(state->filter);
    free(state->view);
    state->filter = filter;
    state->view = filter != NULL && name != NULL ? memory_string(name) : NULL;
    state->rows.limited = filter != NULL;
    state->loaded = false;
    pane->stale = true;
    return true;
}

/* A row that cannot be asked about is shown: what reads it again tells why. */
bool list_pane_wants(const struct list_pane *state, int64_t person_id,
                     const struct touch *touch, const char *text)
{
    struct error unread;
    bool fits;

    return state->filter == NULL ||
           !desk_filter_fits_row(state->filter, person_id, touch, text, &fits, &unread) ||
           fits;
}
