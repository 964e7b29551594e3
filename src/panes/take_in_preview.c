/* What Enter would do, line by line; more than fits is scrolled. */
#include "actions.h"
#include "take_in_view.h"
#include "wrapped.h"

int take_in_preview_rows(int rows)
{
    return rows < 20 ? rows / 3 : rows * 2 / 5;
}

static const char *state_words(const struct take_in_view *state, struct arena *arena)
{
    const struct take_in *take_in = &state->take_in;

    if (take_in->doubt != NULL)
        return arena_format(
            arena, "Is this %s? %s says yes and adds %s, %s: somebody else of that name.",
            take_in->contact.name, take_in_hint(state, arena, "{file}"), take_in->doubt,
            take_in_hint(state, arena, "{not-them} says no"));
    switch (take_in->state) {
    case TAKE_IN_OTHER:
        return take_in_hint(state, arena,
                            "No absence was found. {back-day} or {first-day} makes it "
                            "one, {no-absence} puts it away.");
    case TAKE_IN_KNOWN:
        return "This message was taken in before.";
    case TAKE_IN_STRANGER:
        return take_in_hint(state, arena,
                            take_in->message.from.mail != NULL
                                ? "Not on the desk: {file} makes a new contact, {who} "
                                  "finds who it is."
                                : "Whose is it? {who} finds the person.");
    default:
        return take_in->plan.sentence;
    }
}

/* Draws the lines from a row on, which may lie above the area; returns how many there
 * are. */
static int draw_lines(const struct take_in_view *state, struct area area, int from)
{
    const struct plan *plan = &state->take_in.plan;
    struct arena *arena = arena_create();
    int question = 0, row = from;

    row += wrapped_draw(area, row, STYLE_STRONG, state_words(state, arena));
    for (size_t i = 0; i < plan->change_count; i++) {
        const struct change *change = &plan->changes[i];
        bool numbered = change->kind == CHANGE_ASK && change->touch_id != 0;
        const char *head = change->kind == CHANGE_ASK ? "?" : "•";

        if (numbered)
            head = arena_format(arena, "%d", ++question);
        row += wrapped_draw(area, row, numbered ? STYLE_WARNING : STYLE_NORMAL,
                            arena_format(arena, "%s %s", head, change->sentence));
        if (change->return_call && change->opener != NULL)
            row += wrapped_draw(area, row, STYLE_DIM,
                                arena_format(arena, "  \"%s\"", change->opener));
    }
    if (take_in_listens(&state->take_in))
        row += wrapped_draw(area, row, STYLE_WARNING,
                            take_in_hint(state, arena,
                                         "• Call today: hear the greeting to the end "
                                         "({heard}: heard)"));
    arena_destroy(arena);
    return row - from;
}

/* The farthest it can be scrolled in so many rows and columns. */
static int last_top(const struct take_in_view *state, int rows, int columns)
{
    struct area nowhere = {.rect = {0, 0, 0, columns}};
    int lines = draw_lines(state, nowhere, 0);

    return lines > rows ? lines - rows : 0;
}

static void draw_more(const struct take_in_view *state, struct area area, int row,
                      int count)
{
    struct arena *arena = arena_create();

    area_format(area, row, 0, STYLE_WARNING, "… %d more: %s", count,
                take_in_hint(state, arena, "{down} scrolls"));
    arena_destroy(arena);
}

static void draw_head(const struct take_in_view *state, struct area area)
{
    struct arena *arena = arena_create();

    area_text(area, 0, 1, STYLE_TITLE, take_in_hint(state, arena, " What {file} does "));
    arena_destroy(arena);
}

void take_in_preview_draw(const struct take_in_view *state, struct area area)
{
    int rows = area.rect.rows - 1, columns = area.rect.columns;
    struct area inside = area_part(area, (struct rect){1, 0, rows, columns});
    int last = last_top(state, rows, columns);
    int top = state->preview_top < last ? state->preview_top : last;

    draw_head(state, area);
    draw_lines(state, inside, -top);
    if (top == last)
        return;
    area_fill(inside, (struct rect){rows - 1, 0, 1, columns}, STYLE_NORMAL);
    draw_more(state, inside, rows - 1, last - top + 1);
}

/* Lines that an action moves down (above 0) or up; 0: none. */
static int lines_of(int action, int count, int page)
{
    int by = count > 0 ? count : 1;

    switch (action) {
    case ACTION_DOWN:
        return by;
    case ACTION_UP:
        return -by;
    case ACTION_HALF_DOWN:
    case ACTION_PAGE_DOWN:
        return page;
    case ACTION_HALF_UP:
    case ACTION_PAGE_UP:
        return -page;
    case ACTION_LAST:
        return INT16_MAX;
    case ACTION_FIRST:
        return -INT16_MAX;
    default:
        return 0;
    }
}

bool take_in_preview_scroll(struct take_in_view *state, int rows, int columns, int action,
                            int count)
{
    struct rect message = take_in_message_rect(rows, columns);
    int page = take_in_preview_rows(rows);
    int last = last_top(state, page, columns);
    int by = lines_of(action, count, page > 1 ? page - 1 : 1);
    bool read =
        reader_top(state->reader) + (size_t)message.rows >= reader_lines(state->reader);
    int top = state->preview_top < last ? state->preview_top : last;

    if (by == 0 || (by > 0 && (!read || top == last)) || (by < 0 && top == 0))
        return false;
    top = by < 0 && -by > top ? 0 : top + by;
    state->preview_top = top < last ? top : last;
    return true;
}
