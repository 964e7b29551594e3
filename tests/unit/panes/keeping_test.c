/* When the kept calendar is written again (src/panes/keeping.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "keeping.h"
#include "touchbase/desk/exchange.h"

static void the_rest_between_two_writes(void **state)
{
    static const struct {
        int64_t pending, took_ms, rest_ms;
    } rows[] = {
        {0, 20, 100},
        {1000, 30, 100},
        {CALENDAR_AT_ONCE, 900, 100}, /* within a second of a change */
        {CALENDAR_AT_ONCE + 1, 5, 100},
        {CALENDAR_AT_ONCE + 1, 900, 8100}, /* a tenth of the time */
        {1000000, 20000, 180000},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(keeping_rest_ms(rows[i].pending, rows[i].took_ms),
                         rows[i].rest_ms);
}

static void a_large_desk_is_written_a_tenth_of_the_time_at_most(void **state)
{
    (void)state;
    for (int64_t took = 0; took < 100000; took = 2 * took + 1) {
        int64_t rest = keeping_rest_ms(2 * CALENDAR_AT_ONCE, took);

        assert_true(took * 10 <= took + rest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rest_between_two_writes),
        cmocka_unit_test(a_large_desk_is_written_a_tenth_of_the_time_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
