/* What becomes of a promise, at its edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/model/promise.h"

enum { NINE = 9 * 60, THREE = 15 * 60 };

static struct wall wall(const char *day, int minute)
{
    struct wall wall = {DAY_NONE, minute};
    assert_true(day_parse(day, &wall.day));
    return wall;
}

/* Clocks go forward in the night to 29 March 2026 and back in the night to 25 October. */
static void fates(void **state)
{
    static const struct {
        const char *due;
        int due_minute;
        const char *when;
        int minute;
        enum outcome outcome;
        enum promise_fate fate;
    } rows[] = {
        {"2026-03-26", THREE, "2026-03-26", THREE - 1, OUTCOME_NONE, PROMISE_OPEN},
        {"2026-03-26", THREE, "2026-03-26", THREE + 30, OUTCOME_NONE, PROMISE_OPEN},
        {"2026-03-26", THREE, "2026-03-26", THREE + 31, OUTCOME_NONE, PROMISE_MISSED},
        {"2026-03-26", THREE, "2026-03-27", NINE, OUTCOME_NONE, PROMISE_MISSED},
        {"2026-03-26", MINUTE_NONE, "2026-03-26", 1439, OUTCOME_NONE, PROMISE_OPEN},
        {"2026-03-26", MINUTE_NONE, "2026-03-27", 0, OUTCOME_NONE, PROMISE_MISSED},
        {"2026-03-26", THREE, "2026-03-26", THREE + 30, OUTCOME_REACHED, PROMISE_KEPT},
        {"2026-03-26", THREE, "2026-03-26", THREE + 10, OUTCOME_NO_ANSWER, PROMISE_KEPT},
        {"2026-03-26", THREE, "2026-03-20", NINE, OUTCOME_REACHED, PROMISE_KEPT},
        {"2026-03-26", THREE, "2026-03-26", THREE + 31, OUTCOME_REACHED, PROMISE_MISSED},
        {"2026-03-26", THREE, "2026-03-25", NINE, OUTCOME_DROPPED, PROMISE_VOID},
        {"2026-03-26", THREE, "2026-03-27", NINE, OUTCOME_DROPPED, PROMISE_MISSED},
        {"2026-03-28", 1430, "2026-03-29", 20, OUTCOME_NONE, PROMISE_OPEN},
        {"2026-03-28", 1430, "2026-03-29", 21, OUTCOME_NONE, PROMISE_MISSED},
        {"2026-03-29", 150, "2026-03-29", 180, OUTCOME_REACHED, PROMISE_KEPT},
        {"2026-10-25", 150, "2026-10-25", 180, OUTCOME_REACHED, PROMISE_KEPT},
        {"2026-10-25", MINUTE_NONE, "2026-10-25", 1439, OUTCOME_SENT, PROMISE_KEPT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct touch touch = {.promise = true,
                              .due = wall(rows[i].due, rows[i].due_minute),
                              .outcome = rows[i].outcome};
        enum promise_fate fate =
            promise_fate(&touch, wall(rows[i].when, rows[i].minute), 30);
        if (fate != rows[i].fate)
            fail_msg("row %zu: %d", i, (int)fate);
        touch.promise = false;
        assert_int_equal(promise_fate(&touch, wall(rows[i].when, rows[i].minute), 30),
                         PROMISE_VOID);
        touch.promise = true;
        touch.direction = DIRECTION_IN; /* theirs, not mine */
        assert_int_equal(promise_fate(&touch, wall(rows[i].when, rows[i].minute), 30),
                         PROMISE_VOID);
    }
}

static void the_grace_is_a_setting(void **state)
{
    static const struct {
        int grace, minute;
        enum promise_fate fate;
    } rows[] = {
        {0, THREE, PROMISE_OPEN},
        {0, THREE + 1, PROMISE_MISSED},
        {90, THREE + 90, PROMISE_OPEN},
        {90, THREE + 91, PROMISE_MISSED},
    };
    const struct touch touch = {.promise = true, .due = wall("2026-03-26", THREE)};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            promise_fate(&touch, wall("2026-03-26", rows[i].minute), rows[i].grace),
            rows[i].fate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fates),
                                       cmocka_unit_test(the_grace_is_a_setting)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
