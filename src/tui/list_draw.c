#include <string.h>

#include "found_words.h"
#include "list_state.h"
#include "wrap.h"

static void draw_cells(const struct list *list, struct area area, int line,
                       const struct list_row *row, const int *widths)
{
    int column = 1;

    area_text(area, line, 0, STYLE_STRONG, row->marked ? "*" : " ");
    for (size_t i = 0; i < list->column_count; i++) {
        const char *cell = row->cells[i];

        if (widths[i] == 0)
            continue;
        if (cell != NULL)
            area_field(area, line, column, widths[i],
                       row->styles != NULL ? row->styles[i] : STYLE_NORMAL, cell,
                       list->columns[i].right);
        if (cell != NULL && list->words != NULL)
            found_words_mark(list->words, area, line, column, widths[i]);
        column += widths[i] + 1;
    }
}

static unsigned over_of(const struct list *list, size_t index, bool focus)
{
    const struct list_row *row = window_row(&list->window, index);
    unsigned over = (row->dimmed ? OVER_DIM : 0u) | (row->marked ? OVER_MARK : 0u);

    if (index == list->cursor)
        over |= focus ? OVER_CURSOR : OVER_HERE;
    return over;
}

static void draw_heading(struct area area, int line, const char *group)
{
    area_text(area, line, 1, STYLE_HEADING, group);
}

static void draw_empty(struct area area, const char *words)
{
    struct area inside =
        area_part(area, (struct rect){0, 1, area.rect.rows, area.rect.columns - 2});
    struct wrap wrap = {0};

    if (inside.rect.columns < 1)
        return;
    wrap_text(&wrap, words, strlen(words), inside.rect.columns);
    wrap_draw(&wrap, inside, 0, STYLE_DIM, words);
    wrap_free(&wrap);
}

void list_draw(const struct list *list, struct area area, bool focus, const char *empty)
{
    int widths[COLUMNS_MAX];
    int line = 0;

    if (list->window.count == 0) {
        draw_empty(area, empty != NULL ? empty : "");
        return;
    }
    columns_fit(list->columns, list->column_count, area.rect.columns - 2, widths);
    for (size_t i = list->top; i < list->window.count && line < area.rect.rows;
         i++, line++) {
        if (list_has_heading(list, list->top, i))
            draw_heading(area, line++, window_row(&list->window, i)->group);
        draw_cells(list, area, line, window_row(&list->window, i), widths);
        area_over(area, (struct rect){line, 0, 1, area.rect.columns},
                  over_of(list, i, focus));
    }
}
