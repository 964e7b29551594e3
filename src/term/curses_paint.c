/* The picture of a canvas on ncurses' standard screen. */
#include "curses_paint.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"

enum { OVER_ALL = 16, PAIR_LIMIT = 63, ROW_MAX = 1000, COLOURS_MAX = 256 };

struct paint_look {
    bool known;
    attr_t attributes;
    short pair;
    int background;
};

struct painter {
    struct canvas *shown; /* what the terminal shows */
    bool colours;         /* the terminal shows some, and the person wants them */
    struct theme theme;
    struct paint_look looks[STYLE_COUNT][OVER_ALL];
    int pairs[PAIR_LIMIT]; /* code of pair i + 1, see pair_of */
    short pair_count;
    int cursor; /* last given to curs_set, -1: never */
};

static bool has_enough_colours(void)
{
    const char *refused = getenv("NO_COLOR");

    return (refused == NULL || *refused == '\0') && has_colors() && start_color() == OK &&
           COLORS >= 8 && use_default_colors() == OK;
}

struct painter *painter_create(void)
{
    struct painter *painter = memory_alloc(sizeof *painter);

    *painter = (struct painter){.shown = canvas_create(0, 0), .cursor = -1};
    painter->colours = has_enough_colours();
    theme_fill(&painter->theme, painter->colours ? THEME_AUTO : THEME_MONOCHROME);
    return painter;
}

void painter_set_theme(struct painter *painter, const struct theme *theme)
{
    if (!painter->colours)
        return;
    painter->theme = *theme;
    memset(painter->looks, 0, sizeof painter->looks);
    painter->pair_count = 0;
}

void painter_destroy(struct painter *painter)
{
    if (painter == NULL)
        return;
    canvas_destroy(painter->shown);
    free(painter);
}

static short pair_of(struct painter *painter, struct look look)
{
    int code = (look.foreground + 1) * (COLOURS_MAX + 1) + look.background + 1;

    if (code == 0)
        return 0;
    for (short i = 0; i < painter->pair_count; i++) {
        if (painter->pairs[i] == code)
            return (short)(i + 1);
    }
    if (painter->pair_count == PAIR_LIMIT || painter->pair_count + 1 >= COLOR_PAIRS)
        return 0;
    painter->pairs[painter->pair_count++] = code;
    init_pair(painter->pair_count, (short)look.foreground, (short)look.background);
    return painter->pair_count;
}

static const struct paint_look *look_of(struct painter *painter, const struct cell *cell)
{
    struct paint_look *found = &painter->looks[cell->style][cell->over % OVER_ALL];
    struct look look;

    if (found->known)
        return found;
    look = theme_look(&painter->theme, (enum style)cell->style, cell->over);
    if (painter->colours)
        look = look_reduced(look, COLORS);
    found->known = true;
    found->attributes = (look.bold ? A_BOLD : 0) | (look.dim ? A_DIM : 0) |
                        (look.reverse ? A_REVERSE : 0) |
                        (look.underline ? A_UNDERLINE : 0);
    found->pair = painter->colours ? pair_of(painter, look) : (short)0;
    found->background = look.background;
    return found;
}

/* A drawn line by its arms, as the terminal draws lines. ASCII ones are characters
 * already. */
static const cchar_t *line_of(const struct cell *cell)
{
    if (cell->arms == 0 || cell->codes[0] < 0x80)
        return NULL;
    switch (cell->arms) {
    case ARM_UP | ARM_LEFT:
        return WACS_LRCORNER;
    case ARM_UP | ARM_RIGHT:
        return WACS_LLCORNER;
    case ARM_DOWN | ARM_LEFT:
        return WACS_URCORNER;
    case ARM_DOWN | ARM_RIGHT:
        return WACS_ULCORNER;
    case ARM_UP | ARM_DOWN | ARM_LEFT:
        return WACS_RTEE;
    case ARM_UP | ARM_DOWN | ARM_RIGHT:
        return WACS_LTEE;
    case ARM_UP | ARM_LEFT | ARM_RIGHT:
        return WACS_BTEE;
    case ARM_DOWN | ARM_LEFT | ARM_RIGHT:
        return WACS_TTEE;
    case ARM_UP | ARM_DOWN | ARM_LEFT | ARM_RIGHT:
        return WACS_PLUS;
    default:
        return cell->arms & (ARM_UP | ARM_DOWN) ? WACS_VLINE : WACS_HLINE;
    }
}

static bool is_blank(const struct cell *cell)
{
    return cell->codes[0] == ' ' && cell->codes[1] == 0;
}

static bool same_character(const struct cell *one, const struct cell *other)
{
    return one->arms == other->arms &&
           memcmp(one->codes, other->codes, sizeof one->codes) == 0;
}

/* Would a blank look the same either way? Without a line under it and unreversed it shows
 * its background alone. */
static bool same_on_blank(const struct paint_look *one, const struct paint_look *other)
{
    const attr_t seen = A_REVERSE | A_UNDERLINE;

    return ((one->attributes | other->attributes) & seen) == 0 &&
           one->background == other->background;
}

static void to_curses(const struct cell *cell, const struct paint_look *look,
                      cchar_t *out)
{
    const cchar_t *line = line_of(cell);
    wchar_t text[CELL_CODES + 1] = {0};
    attr_t attributes;
    short pair;

    if (line != NULL) {
        getcchar(line, text, &attributes, &pair, NULL);
        setcchar(out, text, attributes | look->attributes, look->pair, NULL);
        return;
    }
    for (int i = 0; i < CELL_CODES; i++)
        text[i] = (wchar_t)cell->codes[i];
    setcchar(out, text, look->attributes, look->pair, NULL);
}

/* The cells of a row that differ from what is shown; false when none does. */
static bool difference(const struct cell *now, const struct cell *shown, int columns,
                       int *from, int *to)
{
    if (memcmp(now, shown, (size_t)columns * sizeof *now) == 0)
        return false;
    *from = 0;
    *to = columns;
    while (memcmp(&now[*from], &shown[*from], sizeof *now) == 0)
        (*from)++;
    while (memcmp(&now[*to - 1], &shown[*to - 1], sizeof *now) == 0)
        (*to)--;
    while (*from > 0 && now[*from].width == 0)
        (*from)--;
    while (*to < columns && now[*to].width == 0)
        (*to)++;
    return true;
}

/* Changes of attributes are what a paint costs most, in ncurses and in the terminal: a
 * blank takes those of the cell before it where that cannot be seen. */
static void paint_cells(struct painter *painter, int row, const struct cell *cells,
                        int from, int to)
{
    cchar_t line[ROW_MAX];
    const struct paint_look *before = NULL;
    int count = 0;

    for (int i = from; i < to; i++) {
        const struct paint_look *look = look_of(painter, &cells[i]);

        if (cells[i].width == 0)
            continue;
        if (before != NULL && is_blank(&cells[i]) && same_on_blank(look, before))
            look = before;
        if (look == before && same_character(&cells[i], &cells[i - 1]))
            line[count] = line[count - 1];
        else
            to_curses(&cells[i], look, &line[count]);
        before = look;
        count++;
    }
    mvadd_wchnstr(row, from, line, count);
}

static void paint_cursor(struct painter *painter, const struct canvas *canvas)
{
    int row, column;
    int cursor = canvas_cursor(canvas, &row, &column) ? 1 : 0;

    if (cursor != painter->cursor) {
        curs_set(cursor);
        leaveok(stdscr, cursor == 0);
        painter->cursor = cursor;
    }
    if (cursor)
        move(row, column);
}

void painter_paint(struct painter *painter, const struct canvas *canvas, bool everything)
{
    int columns = canvas_columns(canvas), rows = canvas_rows(canvas), from, to;
    bool all = everything || rows != canvas_rows(painter->shown) ||
               columns != canvas_columns(painter->shown);

    if (all)
        erase();
    if (everything)
        clearok(curscr, TRUE);
    for (int row = 0; row < rows && row < LINES; row++) {
        const struct cell *cells = canvas_row(canvas, row);

        if (all) {
            paint_cells(painter, row, cells, 0, columns);
        } else if (difference(cells, canvas_row(painter->shown, row), columns, &from,
                              &to)) {
            paint_cells(painter, row, cells, from, to);
            canvas_assign_row(painter->shown, canvas, row);
        }
    }
    paint_cursor(painter, canvas);
    refresh();
    if (all) /* when the terminal has it already */
        canvas_assign(painter->shown, canvas);
}
