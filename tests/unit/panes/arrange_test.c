/* Where the panes of the desk stand (src/panes/arrange.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arrange.h"

enum { PANES = 4 };

static void place(const struct arrangement *arrangement, int rows, int columns,
                  struct rect at[PANES])
{
    struct layout_place places[LAYOUT_PANES_MAX];
    size_t count;

    assert_int_equal(arrange_place(arrangement, rows, columns, 0, false, places, &count),
                     LAYOUT_ALL);
    assert_int_equal(count, PANES);
    for (size_t i = 0; i < count; i++)
        at[places[i].pane] = places[i].frame;
}

static const int sizes[][2] = {{16, 60},  {24, 80},  {36, 120}, {36, 159},
                               {36, 160}, {50, 200}, {80, 300}};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* Every cell between header and footer belongs to one pane, to two along a shared line,
 * to three or four where lines meet; no pane is smaller than a title and a row. */
static void every_cell_belongs_to_a_pane(void **state)
{
    (void)state;
    for (int i = 0; i < SIZES; i++) {
        struct arrangement arrangement = arrange_default();
        struct rect at[PANES];

        place(&arrangement, sizes[i][0], sizes[i][1], at);
        for (int row = 1; row < sizes[i][0] - 1; row++) {
            for (int column = 0; column < sizes[i][1]; column++) {
                int owners = 0;

                for (int pane = 0; pane < PANES; pane++)
                    owners += row >= at[pane].row && row < at[pane].row + at[pane].rows &&
                              column >= at[pane].column &&
                              column < at[pane].column + at[pane].columns;
                assert_in_range(owners, 1, 4);
            }
        }
        for (int pane = 0; pane < PANES; pane++)
            assert_true(at[pane].rows >= 4 && at[pane].columns >= 24);
    }
}

static void a_wide_window_gives_the_notes_a_column(void **state)
{
    struct arrangement arrangement = arrange_default();
    struct rect at[PANES];

    (void)state;
    place(&arrangement, 36, 159, at);
    assert_int_equal(at[3].columns, 159);
    place(&arrangement, 36, 160, at);
    assert_int_equal(at[3].rows, 34);
    assert_int_equal(at[3].column + at[3].columns, 160);
    assert_int_equal(at[0].rows, 34);
}

/* So many cells, and back, at every size and for every pane that has a divider. */
static void a_pane_grows_by_the_cells_asked_for(void **state)
{
    (void)state;
    for (int i = 0; i < SIZES * PANES * 2; i++) {
        const int *size = sizes[i / 2 / PANES];
        int pane = i / 2 % PANES;
        bool upright = i % 2 == 1;
        struct arrangement arrangement = arrange_default();
        struct rect before[PANES], after[PANES];

        place(&arrangement, size[0], size[1], before);
        if (!arrange_resize(&arrangement, size[0], size[1], pane, upright, 2))
            continue;
        assert_true(arrangement.changed);
        place(&arrangement, size[0], size[1], after);
        if (upright)
            assert_in_range(after[pane].rows, before[pane].rows + 1,
                            before[pane].rows + 2);
        else
            assert_in_range(after[pane].columns, before[pane].columns + 1,
                            before[pane].columns + 2);
        assert_true(arrange_resize(&arrangement, size[0], size[1], pane, upright,
                                   upright ? before[pane].rows - after[pane].rows
                                           : before[pane].columns - after[pane].columns));
        place(&arrangement, size[0], size[1], after);
        assert_memory_equal(before, after, sizeof before);
    }
}

static void a_pane_stays_usable(void **state)
{
    struct arrangement arrangement = arrange_default();
    struct rect at[PANES];

    (void)state;
    assert_true(arrange_resize(&arrangement, 24, 80, 0, false, 1000));
    place(&arrangement, 24, 80, at);
    assert_int_equal(at[1].columns, 30);
    assert_false(arrange_resize(&arrangement, 24, 80, 0, false, 1));
    assert_true(arrange_resize(&arrangement, 24, 80, 3, true, 1000));
    place(&arrangement, 24, 80, at);
    assert_int_equal(at[0].rows, 9);
    assert_false(arrange_resize(&arrangement, 24, 80, 3, true, 1));
    assert_false(arrange_resize(&arrangement, 24, 80, 3, false, 1)); /* no divider */
    assert_false(arrange_resize(&arrangement, 12, 50, 0, false, 1)); /* one pane only */
    assert_false(arrange_resize(&arrangement, 1, 1, 2, true, -1));
}

/* A line that is taken hold of goes where it is put. */
static void a_divider_goes_where_it_is_put(void **state)
{
    static const struct {
        int rows, columns, row, column;
        enum divider divider;
        int to_row, to_column;
    } cases[] = {
        {36, 120, 10, -1, DIVIDER_LEFT, 12, 44},
        {36, 120, -1, 90, DIVIDER_UPPER, 14, 3},
        {36, 120, -2, 20, DIVIDER_NOTES, 20, 70},
        {50, 200, 10, -1, DIVIDER_LEFT, 1, 60},
        {50, 200, -1, 90, DIVIDER_UPPER, 30, 1},
        {50, 200, 9, -3, DIVIDER_COLUMN, 2, 150},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arrangement arrangement = arrange_default();
        int rows = cases[i].rows, columns = cases[i].columns;
        struct rect at[PANES];
        int row = cases[i].row, column = cases[i].column;

        place(&arrangement, rows, columns, at);
        row = row == -1 ? at[2].row : row == -2 ? at[3].row : row;
        column = column == -1 ? at[1].column : column == -3 ? at[3].column : column;
        assert_int_equal(arrange_divider(&arrangement, rows, columns, row, column),
                         cases[i].divider);
        assert_int_equal(
            arrange_divider(&arrangement, rows, columns, row + 1, column + 1),
            DIVIDER_NONE);
        assert_true(arrange_put(&arrangement, rows, columns, cases[i].divider,
                                cases[i].to_row, cases[i].to_column));
        row = cases[i].row < 0 ? cases[i].to_row : row;
        column = cases[i].column < 0 ? cases[i].to_column : column;
        assert_int_equal(arrange_divider(&arrangement, rows, columns, row, column),
                         cases[i].divider);
        assert_false(arrange_put(&arrangement, rows, columns, cases[i].divider,
                                 cases[i].to_row, cases[i].to_column));
    }
}

static void panes_change_places(void **state)
{
    struct arrangement arrangement = arrange_default();
    struct rect before[PANES], after[PANES];

    (void)state;
    place(&arrangement, 24, 80, before);
    arrange_swap(&arrangement, 0);
    place(&arrangement, 24, 80, after);
    assert_memory_equal(&after[0], &before[1], sizeof *after);
    assert_memory_equal(&after[1], &before[0], sizeof *after);
    assert_int_equal(arrange_next(&arrangement, 1, 1), 0);
    assert_int_equal(arrange_next(&arrangement, 1, -1), 3);
    assert_int_equal(arrange_next(&arrangement, 3, 1), 1);
    assert_int_equal(arrange_beside(&arrangement, 24, 80, 1, 0, 1), 0);
    assert_int_equal(arrange_beside(&arrangement, 24, 80, 0, 1, 0), 2);
    assert_int_equal(arrange_beside(&arrangement, 24, 80, 2, 1, 0), 3);
    assert_int_equal(arrange_beside(&arrangement, 24, 80, 3, -1, 0), 1);
    assert_int_equal(arrange_beside(&arrangement, 24, 80, 1, 0, -1), 1);
}

static void what_is_written_is_read(void **state)
{
    static const char *const broken[] = {"",
                                         "1 2 3",
                                         "a b c d e f g h",
                                         "4166 3333 7142 10001 0 1 2 3",
                                         "-1 3333 7142 7000 0 1 2 3",
                                         "4166 3333 7142 7000 0 1 2 2",
                                         "4166 3333 7142 7000 0 1 2 4"};
    struct arrangement arrangement = arrange_default(), read = arrange_default();
    struct buffer text = {0};

    (void)state;
    arrange_swap(&arrangement, 2);
    assert_true(arrange_resize(&arrangement, 24, 80, 0, false, 3));
    arrange_write(&arrangement, &text);
    assert_true(arrange_read(&read, buffer_string(&text)));
    assert_memory_equal(read.shares, arrangement.shares, sizeof read.shares);
    assert_memory_equal(read.panes, arrangement.panes, sizeof read.panes);
    assert_false(read.changed);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_false(arrange_read(&read, broken[i]));
    assert_memory_equal(read.panes, arrangement.panes, sizeof read.panes);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_belongs_to_a_pane),
        cmocka_unit_test(a_wide_window_gives_the_notes_a_column),
        cmocka_unit_test(a_pane_grows_by_the_cells_asked_for),
        cmocka_unit_test(a_pane_stays_usable),
        cmocka_unit_test(a_divider_goes_where_it_is_put),
        cmocka_unit_test(panes_change_places),
        cmocka_unit_test(what_is_written_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
