/* What comes next of a rule's days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/series.h"

static const struct series series = {.start = {100, 540}};
static const day_number days[] = {107, 114, 121};

static void the_next_day_comes(void **state)
{
    const struct series_days known = {100, days, 3, false};
    struct wall due;
    day_number day;
    (void)state;
    assert_int_equal(series_next(&series, &known, NULL, 0, 100, &day, &due), SERIES_NEXT);
    assert_int_equal(day, 107);
    assert_int_equal(due.day, 107);
    assert_int_equal(due.minute, 540);
    assert_int_equal(series_next(&series, &known, NULL, 0, 107, &day, &due), SERIES_NEXT);
    assert_int_equal(day, 114);
    assert_int_equal(series_next(&series, &known, NULL, 0, 113, &day, &due), SERIES_NEXT);
    assert_int_equal(day, 114);
}

static void the_end_is_told_from_what_is_not_known(void **state)
{
    struct series_days known = {100, days, 3, false};
    struct wall due;
    day_number day;
    (void)state;
    assert_int_equal(series_next(&series, &known, NULL, 0, 121, &day, &due),
                     SERIES_UNKNOWN);
    known.complete = true;
    assert_int_equal(series_next(&series, &known, NULL, 0, 121, &day, &due), SERIES_OVER);
    /* an undone step stands before what is known */
    assert_int_equal(series_next(&series, &known, NULL, 0, 99, &day, &due),
                     SERIES_UNKNOWN);
}

static void exceptions_are_heeded(void **state)
{
    static const struct series_exception exceptions[] = {
        {107, {DAY_NONE, MINUTE_NONE}}, /* left out */
        {114, {116, 600}},              /* moved */
        {121, {110, 600}},              /* moved before the others */
    };
    const struct series_days known = {100, days, 3, true};
    struct wall due;
    day_number day;
    (void)state;
    assert_int_equal(series_next(&series, &known, exceptions, 3, 100, &day, &due),
                     SERIES_NEXT);
    assert_int_equal(day, 114);
    assert_int_equal(due.day, 116);
    assert_int_equal(due.minute, 600);
    assert_int_equal(series_next(&series, &known, exceptions, 3, 114, &day, &due),
                     SERIES_OVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_day_comes),
        cmocka_unit_test(the_end_is_told_from_what_is_not_known),
        cmocka_unit_test(exceptions_are_heeded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
