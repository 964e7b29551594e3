/* Weeks of days, each with how full it is against what a day holds (rule 20). The number
 * is always said; the bar before it only makes the weeks quick to compare. */
#ifndef TOUCHBASE_SRC_PANES_MONTH_GRID_H
#define TOUCHBASE_SRC_PANES_MONTH_GRID_H

#include "touchbase/desk/days.h"
#include "touchbase/tui/pane.h"

enum {
    GRID_WEEKS_MAX = 6,
    GRID_DAYS_MAX = GRID_WEEKS_MAX * 7,
    GRID_COLUMNS_LEAST = 46, /* below it the days have no room for their numbers */
    GRID_COLUMNS_MOST = 60
};

struct month_grid {
    struct day_load days[GRID_DAYS_MAX]; /* from a Monday on */
    int weeks;                           /* 1 to GRID_WEEKS_MAX */
    day_number chosen;                   /* days of other months than its are dimmed */
    day_number today;
    int measure; /* touches a day holds */
};

/* The Monday on or before a day. */
day_number grid_monday(day_number day);
/* The Monday of the first week of a day's month, and how many weeks that month takes. */
day_number grid_month(day_number day, int *weeks);
/* A line of weekdays, then a line a week. */
void grid_draw(const struct month_grid *grid, struct area area, bool focus);

#endif
