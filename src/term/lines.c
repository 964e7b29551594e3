#include "canvas_cells.h"

/* Box characters by their arms: up 1, down 2, left 4, right 8. A single arm is drawn as a
 * whole line. */
static const uint32_t characters[16] = {
    ' ',    0x2502, 0x2502, 0x2502, 0x2500, 0x2518, 0x2510, 0x2524,
    0x2500, 0x2514, 0x250c, 0x251c, 0x2500, 0x2534, 0x252c, 0x253c,
};

static uint32_t ascii_character(unsigned arms)
{
    if ((arms & (ARM_UP | ARM_DOWN)) == 0)
        return '-';
    return (arms & (ARM_LEFT | ARM_RIGHT)) == 0 ? '|' : '+';
}

static void put_arms(struct area area, int row, int column, unsigned arms,
                     enum style style)
{
    struct cell *cell;

    if (row < 0 || row >= area.rect.rows || column < 0 || column >= area.rect.columns)
        return;
    row += area.rect.row;
    column += area.rect.column;
    cell = cells_at(area.canvas, row, column);
    arms |= cell->arms;
    cells_put(area.canvas, row, column, style,
              area.canvas->ascii ? ascii_character(arms) : characters[arms], 1);
    cell->arms = (uint8_t)arms;
}

void area_horizontal(struct area area, int row, int column, int length, enum style style)
{
    for (int i = 0; i < length; i++)
        put_arms(area, row, column + i,
                 (i > 0 ? ARM_LEFT : 0u) | (i < length - 1 ? ARM_RIGHT : 0u), style);
}

void area_vertical(struct area area, int row, int column, int length, enum style style)
{
    for (int i = 0; i < length; i++)
        put_arms(area, row + i, column,
                 (i > 0 ? ARM_UP : 0u) | (i < length - 1 ? ARM_DOWN : 0u), style);
}

void area_box(struct area area, struct rect rect, enum style style)
{
    if (rect.rows < 2 || rect.columns < 2)
        return;
    area_horizontal(area, rect.row, rect.column, rect.columns, style);
    area_horizontal(area, rect.row + rect.rows - 1, rect.column, rect.columns, style);
    area_vertical(area, rect.row, rect.column, rect.rows, style);
    area_vertical(area, rect.row, rect.column + rect.columns - 1, rect.rows, style);
}
