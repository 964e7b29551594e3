#include "touchbase/tui/columns.h"

/* Columns taken by those shown, and the blanks between them. */
static int taken(const int *widths, size_t count)
{
    int sum = 0, shown = 0;

    for (size_t i = 0; i < count; i++) {
        sum += widths[i];
        shown += widths[i] > 0;
    }
    return sum + (shown > 1 ? shown - 1 : 0);
}

/* The shown column of the lowest priority (of equals the last) that is wider than its
 * least, or with any: just shown; count when there is none. */
static size_t weakest(const struct column *columns, const int *widths, size_t count,
                      bool any)
{
    size_t found = count;

    for (size_t i = 0; i < count; i++) {
        if (widths[i] == 0 || (!any && widths[i] <= columns[i].least))
            continue;
        if (found == count || columns[i].priority <= columns[found].priority)
            found = i;
    }
    return found;
}

static void shrink(const struct column *columns, int *widths, size_t count, int total)
{
    int over;

    while ((over = taken(widths, count) - total) > 0) {
        size_t i = weakest(columns, widths, count, false);
        int give;

        if (i == count)
            return;
        give = widths[i] - columns[i].least;
        widths[i] -= give < over ? give : over;
    }
}

static void drop(const struct column *columns, int *widths, size_t count, int total)
{
    while (taken(widths, count) > total) {
        size_t i = weakest(columns, widths, count, true);

        widths[i] = 0;
        if (taken(widths, count) == 0) { /* the last one is shown as far as it goes */
            widths[i] = total > 0 ? total : 0;
            return;
        }
    }
}

/* Gives what is left over: first up to what each likes, from the left, then by shares. */
static void fill(const struct column *columns, int *widths, size_t count, int total)
{
    int left = total - taken(widths, count), shares = 0, given = 0;

    for (size_t i = 0; i < count && left > 0; i++) {
        int want = widths[i] > 0 ? columns[i].most - widths[i] : 0;

        if (want <= 0)
            continue;
        widths[i] += want < left ? want : left;
        left = total - taken(widths, count);
    }
    for (size_t i = 0; i < count; i++)
        shares += widths[i] > 0 ? columns[i].share : 0;
    for (size_t i = 0, passed = 0; i < count && left > 0 && shares > 0; i++) {
        int upto;

        if (widths[i] == 0)
            continue;
        passed += (size_t)columns[i].share;
        upto = (int)((size_t)left * passed / (size_t)shares);
        widths[i] += upto - given;
        given = upto;
    }
}

void columns_fit(const struct column *columns, size_t count, int total, int *widths)
{
    for (size_t i = 0; i < count; i++)
        widths[i] = columns[i].most;
    shrink(columns, widths, count, total);
    drop(columns, widths, count, total);
    fill(columns, widths, count, total);
}
