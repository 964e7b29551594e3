#include "month_grid.h"

#include <stdio.h>

enum { WEEK_COLUMNS = 4, LEVELS = 8 };

day_number grid_monday(day_number day)
{
    return day - (day_number)day_weekday(day);
}

day_number grid_month(day_number day, int *weeks)
{
    struct date date = day_date(day);
    day_number first = day_of(date.year, date.month, 1);
    day_number last = first + day_month_length(date.year, date.month) - 1;
    day_number monday = grid_monday(first);

    *weeks = (last - monday) / 7 + 1;
    return monday;
}

static const char *bar(const struct month_grid *grid, const struct day_load *day)
{
    static const char *const bars[LEVELS + 1] = {" ", "▁", "▂", "▃", "▄",
                                                 "▅", "▆", "▇", "█"};
    int level = (day->touches * LEVELS + grid->measure - 1) / grid->measure;

    return bars[level > LEVELS ? LEVELS : level];
}

static enum style number_style(const struct month_grid *grid, const struct day_load *day)
{
    if (day->day == grid->today)
        return STYLE_TODAY;
    if (!day->working || day_date(day->day).month != day_date(grid->chosen).month)
        return STYLE_DIM;
    return STYLE_NORMAL;
}

static void draw_day(const struct month_grid *grid, struct area area, int row, int column,
                     int width, const struct day_load *day, bool focus)
{
    enum style full = day->touches > grid->measure ? STYLE_LATE : STYLE_NORMAL;
    int gap = width > 7 ? 1 : 0;

    area_format(area, row, column, number_style(grid, day), "%2d%s",
                day_date(day->day).mday, day->day == grid->today ? "." : "");
    if (day->touches > 0) {
        area_text(area, row, column + 3, full, bar(grid, day));
        area_format(area, row, column + 4 + gap, full, "%d%s", day->touches,
                    day->touches == DAY_LOAD_MAX ? "+" : "");
    }
    if (day->day == grid->chosen)
        area_over(area, (struct rect){row, column, 1, width - 1},
                  focus ? OVER_CURSOR : OVER_HERE);
}

void grid_draw(const struct month_grid *grid, struct area area, bool focus)
{
    int width = (area.rect.columns - WEEK_COLUMNS) / 7;

    if (width < 2)
        return;
    for (int i = 0; i < 7; i++)
        area_text(area, 0, WEEK_COLUMNS + i * width, STYLE_HEADING,
                  day_weekday_name((enum weekday)i));
    for (int week = 0; week < grid->weeks; week++) {
        area_format(area, week + 1, 1, STYLE_DIM, "%2d",
                    day_iso_week(grid->days[(size_t)week * 7].day, NULL));
        for (int i = 0; i < 7; i++)
            draw_day(grid, area, week + 1, WEEK_COLUMNS + i * width, width,
                     &grid->days[(size_t)week * 7 + (size_t)i], focus);
    }
}
