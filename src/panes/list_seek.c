/* n and N: from the row under the cursor to the next that fits what was found last. */
#include <stdlib.h>
#include <string.h>

#include "list_marks.h"
#include "list_pane.h"

enum { SEEK_MOST = 200 };

/* The id of the count-th fitting row from a place of the list; NULL when there are fewer.
 */
static const char *seek(struct list_pane *state, struct desk_filter *filter,
                        enum list_from from, const void *key, int count,
                        struct arena *arena, struct error *err)
{
    struct list_source source = rows_source(&state->rows);
    struct list_row *rows = arena_array(arena, (size_t)count, sizeof *rows);
    struct desk_filter *own = state->filter;
    bool limited = state->rows.limited,
         backward = from == LIST_BEFORE || from == LIST_LAST;
    size_t found = 0;

    state->filter = filter;
    state->rows.limited = state->rows.searched = true;
    if (!source.load(source.context, from, key, (size_t)count, arena, rows, &found, err))
        found = 0;
    state->filter = own;
    state->rows.limited = limited;
    state->rows.searched = false;
    if (found < (size_t)count)
        return NULL;
    return rows[backward ? 0 : found - 1].id;
}

static unsigned go(struct pane *pane, struct desk_filter *filter, bool backward,
                   int count, struct arena *arena, struct error *err)
{
    struct list_pane *state = pane->state;
    const struct list_row *row = list_current(state->list);
    const char *id = NULL;
    bool round = false;

    err->text[0] = '\0';
    if (row != NULL)
        id = seek(state, filter, backward ? LIST_BEFORE : LIST_AFTER, row->key, count,
                  arena, err);
    if (id == NULL && err->text[0] == '\0') {
        round = true;
        id = seek(state, filter, backward ? LIST_LAST : LIST_FIRST, NULL, 1, arena, err);
    }
    if (id != NULL)
        list_go(state->list, id, err);
    if (err->text[0] != '\0')
        return PANE_HANDLED | PANE_FAILED;
    buffer_add_format(&pane->message, "%s%s", state->shared->sought,
                      id == NULL ? ": nobody in this list"
                      : !round   ? ""
                      : backward ? ": from the end again"
                                 : ": from the beginning again");
    list_marks_show(state);
    return PANE_HANDLED | PANE_REPAINT | PANE_MESSAGE |
           (list_pane_follow(pane) ? PANE_MOVED : 0u);
}

unsigned list_pane_seek(struct pane *pane, bool backward, int count, struct error *err)
{
    struct list_pane *state = pane->state;
    struct arena *arena;
    struct desk_filter *filter;
    const char *const *marks;
    size_t mark_count;
    unsigned result = PANE_HANDLED | PANE_FAILED;

    if (state->shared->sought == NULL) {
        buffer_add_string(&pane->message, "nothing was looked for yet; / finds");
        return PANE_HANDLED | PANE_MESSAGE;
    }
    arena = arena_create();
    filter = desk_filter_open(
        state->shared->desk,
        desk_filter_joined(state->filter, state->shared->sought, arena), err);
    if (filter != NULL) {
        marks = desk_filter_marks(filter, &mark_count);
        list_mark_words(state->list, marks, mark_count);
        result = go(pane, filter, backward,
                    count < 1           ? 1
                    : count > SEEK_MOST ? SEEK_MOST
                                        : count,
                    arena, err);
    }
    desk_filter_close(filter);
    arena_destroy(arena);
    return result;
}
