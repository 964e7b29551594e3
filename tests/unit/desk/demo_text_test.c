#include "demo_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_days(void **state)
{
    /* Wednesday, 4 March 2026 */
    static const struct {
        const char *text;
        int year, month, mday;
    } rows[] = {
        {"+0", 2026, 3, 4},   {"+3", 2026, 3, 7},  {"-1", 2026, 3, 3},
        {"-4", 2026, 2, 27}, /* Saturday, so the Friday before */
        {"w+1", 2026, 3, 5},  {"w+3", 2026, 3, 9}, {"w-1", 2026, 3, 3},
        {"w-3", 2026, 2, 27}, {"w+0", 2026, 3, 4},
    };
    day_number day;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(demo_day(rows[i].text, day_of(2026, 3, 4), &day));
        assert_int_equal(day, day_of(rows[i].year, rows[i].month, rows[i].mday));
    }
    /* On a Sunday "w-1" is the Thursday before the Friday the weekend follows. */
    assert_true(demo_day("w-1", day_of(2026, 3, 8), &day));
    assert_int_equal(day, day_of(2026, 3, 5));
    assert_true(demo_day("w+1", day_of(2026, 3, 8), &day));
    assert_int_equal(day, day_of(2026, 3, 9));
}

static void test_what_is_no_day(void **state)
{
    static const char *const texts[] = {"", "3", "w3", "+", "w+", "+x", "+3d", "+99999"};
    day_number day;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(demo_day(texts[i], 0, &day));
}

static void test_lines(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_string_equal(demo_lines(arena, "Dear {first}, \\n \\n  thank you\\\\n"),
                        "Dear {first}, \n\nthank you\\\n");
    assert_string_equal(demo_lines(arena, ""), "");
    assert_string_equal(demo_text(arena, "on {+0}\\n!", day_of(2026, 3, 4)),
                        "on Wednesday, March 4\n!");
    assert_null(demo_text(arena, "on {first}", day_of(2026, 3, 4)));
    arena_destroy(arena);
}

static void test_minutes(void **state)
{
    int minute;

    (void)state;
    assert_true(demo_minute("-", &minute));
    assert_int_equal(minute, MINUTE_NONE);
    assert_true(demo_minute("23:59", &minute));
    assert_int_equal(minute, 1439);
    assert_false(demo_minute("24:00", &minute));
    assert_false(demo_minute("9:00", &minute));
    assert_false(demo_minute("09:60", &minute));
    assert_false(demo_minute("", &minute));
}

static void test_words_and_texts(void **state)
{
    struct arena *arena = arena_create();
    const char *rest = "  call  reached offer for the pump";

    (void)state;
    assert_string_equal(demo_word(arena, &rest), "call");
    assert_string_equal(demo_word(arena, &rest), "reached");
    assert_string_equal(rest, "offer for the pump");
    rest = "";
    assert_string_equal(demo_word(arena, &rest), "");
    assert_string_equal(demo_text(arena, "Hi,\\n\\n back on {w+3}.", day_of(2026, 3, 4)),
                        "Hi,\n\nback on Monday, March 9.");
    assert_string_equal(demo_text(arena, "", 0), "");
    assert_null(demo_text(arena, "back on {soon}", 0));
    assert_null(demo_text(arena, "back on {+3", 0));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_what_is_no_day),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_minutes),
        cmocka_unit_test(test_words_and_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
