/* A list of which the rest is read when the cursor comes there (src/panes/short_list.h).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "list_columns.h"
#include "short_list.h"
#include "touchbase/tui/action.h"

enum { HELD = 11, ALL = 40, LINES = 10, CELLS = 5 };

struct numbers {
    struct short_list list; /* first: short_list.h */
    struct shared shared;
    int reads; /* times the rest was */
};

static void fill(struct short_list *list, struct list_row *rows, size_t from)
{
    struct arena *arena = short_list_arena(list);

    for (size_t i = from; i < list->count; i++) {
        const char **cells = arena_array(arena, CELLS, sizeof *cells);

        for (int j = 0; j < CELLS; j++)
            cells[j] = "";
        rows[i].id = arena_format(arena, "%zu", i + 1);
        rows[i].cells = cells;
    }
}

static bool read_rest(struct short_list *list, struct error *err)
{
    struct numbers *numbers = (struct numbers *)list;
    struct list_row *rows = short_list_grow(list, ALL);
    size_t held = list->count;

    (void)err;
    numbers->reads++;
    list->read_on = NULL;
    list->count = ALL;
    fill(list, rows, held);
    return true;
}

static bool refuse(struct short_list *list, struct error *err)
{
    (void)list;
    return error_set(err, ERROR_FAILED, "the disk is gone");
}

static int setup(void **state)
{
    struct numbers *numbers = test_calloc(1, sizeof *numbers);
    struct error err;

    for (int i = 0; i < LIST_KINDS; i++)
        list_picks_usual((enum list_kind)i, &numbers->shared.picks[i]);
    short_list_open(&numbers->list, &numbers->shared, LIST_CALLS);
    fill(&numbers->list, short_list_begin(&numbers->list, HELD), 0);
    numbers->list.read_on = read_rest;
    assert_true(short_list_show(&numbers->list, false, LINES, &err));
    *state = numbers;
    return 0;
}

static int teardown(void **state)
{
    struct numbers *numbers = *state;

    short_list_close(&numbers->list);
    test_free(numbers);
    return 0;
}

static const char *move(struct numbers *numbers, int action, int count)
{
    struct error err;

    list_act(numbers->list.list, action, count, &err);
    return list_current(numbers->list.list)->id;
}

/* A screen of it is shown, and its rows are gone through, without the rest. */
static void no_sooner_than_it_comes_there(void **state)
{
    struct numbers *numbers = *state;

    assert_string_equal(list_current(numbers->list.list)->id, "1");
    assert_string_equal(move(numbers, ACTION_DOWN, LINES - 2), "9");
    assert_string_equal(move(numbers, ACTION_UP, 3), "6");
    assert_int_equal(numbers->reads, 0);
}

/* However it comes there, the rows that were held stay in front. */
static void to_the_end(void **state)
{
    static const struct {
        int action, count;
        const char *row;
    } moves[] = {
        {ACTION_LAST, 0, "40"}, {ACTION_DOWN, 20, "21"}, {ACTION_DOWN, 99, "40"}};
    struct numbers *numbers = *state;
    struct error err;

    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        fill(&numbers->list, short_list_begin(&numbers->list, HELD), 0);
        numbers->list.read_on = read_rest;
        assert_true(short_list_show(&numbers->list, true, LINES, &err));
        assert_string_equal(move(numbers, moves[i].action, moves[i].count), moves[i].row);
        assert_int_equal(numbers->reads, i + 1);
        assert_string_equal(move(numbers, ACTION_FIRST, 0), "1");
        for (int row = 2; row <= ALL; row++)
            assert_int_equal(strtol(move(numbers, ACTION_DOWN, 1), NULL, 10), row);
        assert_int_equal(numbers->reads, i + 1);
    }
}

static void an_error_is_told(void **state)
{
    struct numbers *numbers = *state;
    struct error err;

    numbers->list.read_on = refuse;
    assert_true((list_act(numbers->list.list, ACTION_LAST, 0, &err) & PANE_FAILED) != 0);
    assert_string_equal(err.text, "the disk is gone");
    assert_string_equal(list_current(numbers->list.list)->id, "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_sooner_than_it_comes_there, setup, teardown),
        cmocka_unit_test_setup_teardown(to_the_end, setup, teardown),
        cmocka_unit_test_setup_teardown(an_error_is_told, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
