#include "arrange.h"

#include <stdio.h>
#include <string.h>

enum {
    LEFT_LEAST = 24,
    RIGHT_LEAST = 30,
    NOTES_COLUMNS = 30,
    UPPER_LEAST = 4,
    LOWER_LEAST = 5,
    ABOVE_LEAST = 9,
    NOTES_LEAST = 4
};

/* The tree of one window; its nodes point into it. */
struct tree {
    struct layout right[2], upper[2], whole[2], root;
};

/* How far a divider can move: the cells of the window before and behind it. */
struct reach {
    bool upright; /* it moves up and down */
    int start;    /* row or column where the first part begins */
    int length;   /* of both, the shared line counted twice */
    int first;    /* of the first part */
    int least_first, least_second;
};

struct arrangement arrange_default(void)
{
    return (struct arrangement){.shares = {[DIVIDER_LEFT] = 4166,
                                           [DIVIDER_UPPER] = 3333,
                                           [DIVIDER_NOTES] = 7142,
                                           [DIVIDER_COLUMN] = 7000},
                                .panes = {0, 1, 2, 3}};
}

bool arrange_read(struct arrangement *arrangement, const char *text)
{
    struct arrangement read = {0};
    int *shares = read.shares, *panes = read.panes;
    unsigned seen = 0;

    if (sscanf(text, "%d %d %d %d %d %d %d %d", &shares[0], &shares[1], &shares[2],
               &shares[3], &panes[0], &panes[1], &panes[2], &panes[3]) != 8)
        return false;
    for (int i = 0; i < DIVIDER_COUNT; i++) {
        if (shares[i] < 0 || shares[i] > ARRANGE_WHOLE)
            return false;
    }
    for (int i = 0; i < PLACE_COUNT; i++) {
        if (panes[i] < 0 || panes[i] >= PLACE_COUNT)
            return false;
        seen |= 1u << panes[i];
    }
    if (seen != (1u << PLACE_COUNT) - 1)
        return false;
    *arrangement = read;
    return true;
}

void arrange_write(const struct arrangement *arrangement, struct buffer *out)
{
    for (int i = 0; i < DIVIDER_COUNT; i++)
        buffer_add_format(out, "%d ", arrangement->shares[i]);
    for (int i = 0; i < PLACE_COUNT; i++)
        buffer_add_format(out, "%s%d", i == 0 ? "" : " ", arrangement->panes[i]);
}

static struct layout pane_at(const struct arrangement *arrangement, enum place place,
                             int weight, int least)
{
    return (struct layout){
        .pane = arrangement->panes[place], .weight = weight, .least = least};
}

static struct layout split_of(enum layout_split split, const struct layout *parts,
                              int weight, int least)
{
    return (struct layout){.split = split,
                           .weight = weight,
                           .least = least,
                           .parts = parts,
                           .part_count = 2};
}

static void grow(const struct arrangement *arrangement, bool wide, struct tree *tree)
{
    const int *share = arrangement->shares;
    int notes = share[wide ? DIVIDER_COLUMN : DIVIDER_NOTES];

    tree->right[0] = pane_at(arrangement, PLACE_UPPER, share[DIVIDER_UPPER], UPPER_LEAST);
    tree->right[1] = pane_at(arrangement, PLACE_LOWER,
                             ARRANGE_WHOLE - share[DIVIDER_UPPER], LOWER_LEAST);
    tree->upper[0] = pane_at(arrangement, PLACE_LEFT, share[DIVIDER_LEFT], LEFT_LEAST);
    tree->upper[1] = split_of(LAYOUT_BELOW, tree->right,
                              ARRANGE_WHOLE - share[DIVIDER_LEFT], RIGHT_LEAST);
    tree->whole[0] = split_of(LAYOUT_BESIDE, tree->upper, notes,
                              wide ? LEFT_LEAST + RIGHT_LEAST : ABOVE_LEAST);
    tree->whole[1] = pane_at(arrangement, PLACE_NOTES, ARRANGE_WHOLE - notes,
                             wide ? NOTES_COLUMNS : NOTES_LEAST);
    tree->root = split_of(wide ? LAYOUT_BESIDE : LAYOUT_BELOW, tree->whole, 1, 1);
}

enum layout_fit arrange_place(const struct arrangement *arrangement, int rows,
                              int columns, int focus, bool zoom,
                              struct layout_place *places, size_t *count)
{
    struct rect middle = {1, 0, rows > 2 ? rows - 2 : 0, columns};
    struct tree tree;

    grow(arrangement, columns >= ARRANGE_WIDE, &tree);
    return layout_place(&tree.root, middle, rows, columns, focus, zoom, places, count);
}

/* The frame of each place, as if nothing were zoomed; empty where it has no room. */
static void frames(const struct arrangement *arrangement, int rows, int columns,
                   struct rect at[PLACE_COUNT])
{
    struct layout_place places[LAYOUT_PANES_MAX];
    size_t count;

    memset(at, 0, PLACE_COUNT * sizeof *at);
    arrange_place(arrangement, rows, columns, 0, false, places, &count);
    for (size_t i = 0; i < count; i++) {
        for (int place = 0; place < PLACE_COUNT; place++) {
            if (arrangement->panes[place] == places[i].pane)
                at[place] = places[i].frame;
        }
    }
}

static struct reach reach_of(const struct rect at[PLACE_COUNT], enum divider divider)
{
    const struct rect *left = &at[PLACE_LEFT], *upper = &at[PLACE_UPPER];
    const struct rect *lower = &at[PLACE_LOWER], *notes = &at[PLACE_NOTES];
    int both = left->columns + upper->columns - 1;

    switch (divider) {
    case DIVIDER_LEFT:
        return (struct reach){false,         left->column, both + 1,
                              left->columns, LEFT_LEAST,   RIGHT_LEAST};
    case DIVIDER_UPPER:
        return (struct reach){true,        upper->row,  upper->rows + lower->rows,
                              upper->rows, UPPER_LEAST, LOWER_LEAST};
    case DIVIDER_NOTES:
        return (struct reach){true,       left->row,   left->rows + notes->rows,
                              left->rows, ABOVE_LEAST, NOTES_LEAST};
    default:
        return (struct reach){false,
                              left->column,
                              both + notes->columns,
                              both,
                              LEFT_LEAST + RIGHT_LEAST,
                              NOTES_COLUMNS};
    }
}

/* Gives the first part so many cells; the share is rounded down, the layout up. */
static bool set_first(struct arrangement *arrangement, enum divider divider,
                      const struct reach *reach, int first)
{
    int most = reach->length - reach->least_second;

    first = first > most ? most : first;
    first = first < reach->least_first ? reach->least_first : first;
    if (first == reach->first || first > most)
        return false;
    arrangement->shares[divider] = first * ARRANGE_WHOLE / reach->length;
    arrangement->changed = true;
    return true;
}

static int place_of(const struct arrangement *arrangement, int pane)
{
    int place = 0;

    while (place < PLACE_COUNT - 1 && arrangement->panes[place] != pane)
        place++;
    return place;
}

/* The divider that makes a place taller or wider, and which way it moves for that. */
static enum divider divider_of(int place, bool upright, bool wide, int *sign)
{
    *sign = place == PLACE_NOTES || (upright ? place == PLACE_LOWER : place != PLACE_LEFT)
                ? -1
                : 1;
    if (place == PLACE_NOTES)
        return wide == upright ? DIVIDER_NONE : wide ? DIVIDER_COLUMN : DIVIDER_NOTES;
    if (!upright)
        return DIVIDER_LEFT;
    if (place == PLACE_LEFT)
        return wide ? DIVIDER_NONE : DIVIDER_NOTES;
    return DIVIDER_UPPER;
}

bool arrange_resize(struct arrangement *arrangement, int rows, int columns, int pane,
                    bool upright, int cells)
{
    bool wide = columns >= ARRANGE_WIDE;
    struct rect at[PLACE_COUNT];
    struct reach reach;
    int sign;
    enum divider divider = divider_of(place_of(arrangement, pane), upright, wide, &sign);

    if (divider == DIVIDER_NONE)
        return false;
    frames(arrangement, rows, columns, at);
    reach = reach_of(at, divider);
    return set_first(arrangement, divider, &reach, reach.first + sign * cells);
}

enum divider arrange_divider(const struct arrangement *arrangement, int rows, int columns,
                             int row, int column)
{
    bool wide = columns >= ARRANGE_WIDE;
    struct rect at[PLACE_COUNT];
    const struct rect *left = &at[PLACE_LEFT], *upper = &at[PLACE_UPPER];
    const struct rect *notes = &at[PLACE_NOTES];
    bool above;

    frames(arrangement, rows, columns, at);
    above = row > left->row && row < left->row + left->rows - 1;
    if (wide && column == notes->column && row > notes->row &&
        row < notes->row + notes->rows - 1)
        return DIVIDER_COLUMN;
    if (!wide && row == notes->row && column > 0 && column < columns - 1)
        return DIVIDER_NOTES;
    if (above && column == upper->column)
        return DIVIDER_LEFT;
    if (row == at[PLACE_LOWER].row && column > upper->column &&
        column < upper->column + upper->columns - 1)
        return DIVIDER_UPPER;
    return DIVIDER_NONE;
}

bool arrange_put(struct arrangement *arrangement, int rows, int columns,
                 enum divider divider, int row, int column)
{
    struct rect at[PLACE_COUNT];
    struct reach reach;

    if (divider == DIVIDER_NONE)
        return false;
    frames(arrangement, rows, columns, at);
    reach = reach_of(at, divider);
    return set_first(arrangement, divider, &reach,
                     (reach.upright ? row : column) - reach.start + 1);
}

void arrange_swap(struct arrangement *arrangement, int pane)
{
    int place = place_of(arrangement, pane);
    int other = (place + 1) % PLACE_COUNT;

    arrangement->panes[place] = arrangement->panes[other];
    arrangement->panes[other] = pane;
    arrangement->changed = true;
}

int arrange_next(const struct arrangement *arrangement, int pane, int step)
{
    int place = place_of(arrangement, pane) + step;

    return arrangement->panes[(place % PLACE_COUNT + PLACE_COUNT) % PLACE_COUNT];
}

/* Do two stretches share more than their ends? */
static bool overlap(int a, int a_length, int b, int b_length)
{
    return a < b + b_length - 1 && b < a + a_length - 1;
}

int arrange_beside(const struct arrangement *arrangement, int rows, int columns, int pane,
                   int down, int right)
{
    struct rect at[PLACE_COUNT];
    struct rect from;

    frames(arrangement, rows, columns, at);
    from = at[place_of(arrangement, pane)];
    for (int place = 0; place < PLACE_COUNT; place++) {
        struct rect to = at[place];
        bool beside = right > 0   ? to.column == from.column + from.columns - 1
                      : right < 0 ? to.column + to.columns - 1 == from.column
                      : down > 0  ? to.row == from.row + from.rows - 1
                                  : to.row + to.rows - 1 == from.row;

        if (beside &&
            (right != 0 ? overlap(from.row, from.rows, to.row, to.rows)
                        : overlap(from.column, from.columns, to.column, to.columns)))
            return arrangement->panes[place];
    }
    return pane;
}
