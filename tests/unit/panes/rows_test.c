/* Rows that a limit wants, found in slices (src/panes/rows.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rows.h"

enum { SLICE = 64, SCREEN = 20 };

/* Rows 1 to count; wanted is every step-th. */
struct numbers {
    int64_t count;
    int64_t step;
    int64_t looked; /* how many were asked about */
    int stops;      /* answers of no before a yes */
};

static struct row number_row(struct arena *arena, int64_t number)
{
    struct row_key key = {number, number};

    return (struct row){.id = number, .key = row_key_copy(arena, &key)};
}

static bool window(void *context, struct rows_page *page, struct error *err)
{
    const struct numbers *numbers = context;
    const struct row_key *from = page->from;
    bool backward = page->direction == WINDOW_BACKWARD;
    int64_t at = from != NULL ? from->number : backward ? numbers->count + 1 : 0;

    (void)err;
    for (at += backward ? -1 : 1;
         page->count < page->limit && at > 0 && at <= numbers->count;
         at += backward ? -1 : 1)
        page->rows[page->count++] = number_row(page->arena, at);
    return true;
}

static bool by_id(void *context, int64_t id, struct arena *arena, struct row *row,
                  bool *found, struct error *err)
{
    const struct numbers *numbers = context;

    (void)err;
    *found = id <= numbers->count;
    *row = number_row(arena, id);
    return true;
}

static void show(void *context, const struct row *row, struct arena *arena,
                 struct list_row *out)
{
    (void)context, (void)row, (void)arena, (void)out;
}

static bool wants(void *context, const struct row *row, struct arena *arena)
{
    struct numbers *numbers = context;

    (void)arena;
    numbers->looked++;
    return row->id % numbers->step == 0;
}

static const struct rows_ops ops = {row_key_order, row_key_copy, row_key_id, window,
                                    by_id,         show,         wants,      false};

static bool stop_after(void *context)
{
    struct numbers *numbers = context;

    return numbers->stops-- <= 0;
}

/* What a list would show; how many there are. */
static size_t load(struct rows *rows, enum list_from from, int64_t after, int64_t *ids)
{
    struct list_source source = rows_source(rows);
    struct list_row found[SCREEN];
    struct row_key key = {after, after};
    struct arena *arena = arena_create();
    struct error err;
    size_t count;

    assert_true(source.load(source.context, from, after == 0 ? NULL : &key, SCREEN, arena,
                            found, &count, &err));
    for (size_t i = 0; i < count; i++)
        ids[i] = rows_id(&found[i]);
    arena_destroy(arena);
    return count;
}

static void look_on(struct rows *rows, struct numbers *numbers, int stops)
{
    struct error err;

    numbers->stops = stops;
    assert_true(rows_look_on(rows, stop_after, numbers, &err));
}

static void open_limited(struct rows *rows, struct numbers *numbers)
{
    rows_open(rows, &ops, numbers);
    rows->limited = true;
}

static void few_are_found_a_slice_at_a_time(void **state)
{
    struct numbers numbers = {.count = 100000, .step = 3000};
    struct rows rows;
    int64_t ids[SCREEN];
    size_t count;

    (void)state;
    open_limited(&rows, &numbers);
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), 0);
    assert_true(rows_is_unfinished(&rows));
    assert_in_range(numbers.looked, 1, 4 * SLICE);
    look_on(&rows, &numbers, 60); /* a key came meanwhile */
    assert_in_range(numbers.looked, 3000, 66 * SLICE);
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), 1);
    assert_int_equal(ids[0], 3000);
    assert_true(rows_is_unfinished(&rows));
    look_on(&rows, &numbers, 100000);
    count = load(&rows, LIST_FIRST, 0, ids);
    assert_int_equal(count, SCREEN);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(ids[i], 3000 * (int64_t)(i + 1));
    assert_false(rows_is_unfinished(&rows));
    numbers.looked = 0; /* again, and from a row on: nobody is asked about */
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), SCREEN);
    numbers.looked = 0;
    assert_int_equal(load(&rows, LIST_AFTER, 3000, ids), SCREEN - 1);
    assert_in_range(numbers.looked, 0, 4 * SLICE);
    rows_close(&rows);
}

static void the_end_is_an_end(void **state)
{
    struct numbers numbers = {.count = 1000, .step = 400};
    struct rows rows;
    int64_t ids[SCREEN];

    (void)state;
    open_limited(&rows, &numbers);
    load(&rows, LIST_FIRST, 0, ids);
    look_on(&rows, &numbers, 1000);
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), 2);
    assert_false(rows_is_unfinished(&rows));
    assert_int_equal(numbers.looked, 1000);
    assert_int_equal(load(&rows, LIST_LAST, 0, ids), 2);
    assert_int_equal(ids[0], 400);
    assert_int_equal(load(&rows, LIST_AFTER, 800, ids), 0);
    assert_false(rows_is_unfinished(&rows));
    rows_close(&rows);
}

static void what_is_wanted_may_change(void **state)
{
    struct numbers numbers = {.count = 1000, .step = 2};
    struct rows rows;
    int64_t ids[SCREEN];

    (void)state;
    open_limited(&rows, &numbers);
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), SCREEN);
    assert_int_equal(ids[1], 4);
    numbers.step = 5;
    rows_settle(&rows);
    assert_int_equal(load(&rows, LIST_FIRST, 0, ids), SCREEN);
    assert_int_equal(ids[1], 10);
    assert_int_equal(load(&rows, LIST_AFTER, 700, ids), SCREEN); /* nothing known there */
    assert_int_equal(ids[0], 705);
    rows_close(&rows);
}

static bool note_part(void *context, bool second, struct rows_page *page,
                      struct error *err)
{
    char *parts = context;

    (void)page;
    (void)err;
    parts[strlen(parts)] = second ? '2' : '1';
    return true;
}

/* A window over two parts reads on from its key, and never what lies behind it. */
static void parts_are_read_in_the_order_of_the_walk(void **state)
{
    static const struct part_key first = {false, {7, 1}}, second = {true, {3, 2}};
    static const struct {
        enum window_direction direction;
        const struct part_key *from;
        const char *parts;
    } cases[] = {
        {WINDOW_FORWARD, NULL, "12"},     {WINDOW_FORWARD, &first, "12"},
        {WINDOW_FORWARD, &second, "2"},   {WINDOW_BACKWARD, NULL, "21"},
        {WINDOW_BACKWARD, &second, "21"}, {WINDOW_BACKWARD, &first, "1"},
    };
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rows_page page = {.from = cases[i].from, .direction = cases[i].direction};
        char parts[3] = "";

        assert_true(part_window(parts, &page, note_part, &err));
        assert_string_equal(parts, cases[i].parts);
        assert_ptr_equal(part_key_from(&page, true),
                         cases[i].from == &second ? &second.key : NULL);
    }
    assert_true(part_key_order(&first, &second) < 0);
    assert_true(part_key_order(&second, &first) > 0);
    assert_int_equal(part_key_order(&first, &first), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_are_found_a_slice_at_a_time),
        cmocka_unit_test(the_end_is_an_end),
        cmocka_unit_test(what_is_wanted_may_change),
        cmocka_unit_test(parts_are_read_in_the_order_of_the_walk),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
