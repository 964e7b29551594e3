#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../table.h"
#include "random.h"
#include "touchbase/base/day.h"

static day_number day(const char *text)
{
    day_number day;

    assert_true(day_parse(text, &day));
    return day;
}

static void assert_day(day_number is, const char *text)
{
    char out[DAY_TEXT_SIZE];

    assert_string_equal(day_format(is, out), text);
}

static void every_day_of_the_calendar(void **state)
{
    day_number number = day_of(1, 1, 1);
    enum weekday weekday = MONDAY; /* of 0001-01-01 in the proleptic calendar */

    (void)state;
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int mday = 1; mday <= day_month_length(year, month); mday++) {
                struct date date = day_date(number);

                if (date.year != year || date.month != month || date.mday != mday ||
                    day_of(year, month, mday) != number || day_weekday(number) != weekday)
                    fail_msg("day %d is not %d-%d-%d", number, year, month, mday);
                number++;
                weekday = weekday == SUNDAY ? MONDAY : weekday + 1;
            }
        }
    }
    assert_int_equal(number - 1, day_of(9999, 12, 31));
}

static void known_days(void **state)
{
    (void)state;
    assert_int_equal(day_of(1970, 1, 1), 0);
    assert_int_equal(day_of(1969, 12, 31), -1);
    assert_int_equal(day_of(2000, 3, 1), 11017);
    assert_int_equal(day_weekday(0), THURSDAY);
    assert_int_equal(day_weekday(-1), WEDNESDAY);
    assert_int_equal(day_weekday(day("2026-03-09")), MONDAY);
}

static void days_that_exist(void **state)
{
    (void)state;
    assert_true(day_exists(2024, 2, 29));
    assert_true(day_exists(2000, 2, 29));
    assert_false(day_exists(1900, 2, 29));
    assert_false(day_exists(2026, 2, 29));
    assert_false(day_exists(2026, 4, 31));
    assert_false(day_exists(2026, 13, 1));
    assert_false(day_exists(2026, 0, 1));
    assert_false(day_exists(2026, 1, 0));
    assert_false(day_exists(2026, 1, -5));
    assert_false(day_exists(0, 1, 1));
    assert_false(day_exists(10000, 1, 1));
}

static void text_is_read_exactly(void **state)
{
    static const char *const bad[] = {"",           "2026-3-02",  "2026-03-2",
                                      "2026/03/02", "2026-02-29", "2026-03-02 ",
                                      " 2026-03-2", "2026-00-10", "2026-13-01",
                                      "0000-01-01", "-026-01-01", "20260302",
                                      "2026-03-0x", "+026-03-02", "2026-03-32"};
    day_number unchanged = 12345;
    char out[DAY_TEXT_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(day_parse(bad[i], &unchanged));
        assert_int_equal(unchanged, 12345);
    }
    assert_day(day("2026-03-02"), "2026-03-02");
    assert_day(day("0001-01-01"), "0001-01-01");
    assert_day(day("9999-12-31"), "9999-12-31");
    assert_string_equal(day_format(DAY_NONE, out), "");
}

static void months_later(void **state)
{
    (void)state;
    assert_day(day_add_months(day("2026-01-31"), 1), "2026-02-28");
    assert_day(day_add_months(day("2024-01-31"), 1), "2024-02-29");
    assert_day(day_add_months(day("2026-03-31"), -1), "2026-02-28");
    assert_day(day_add_months(day("2026-10-15"), 3), "2027-01-15");
    assert_day(day_add_months(day("2026-01-15"), -1), "2025-12-15");
    assert_day(day_add_months(day("2026-01-15"), -13), "2024-12-15");
    assert_day(day_add_months(day("2024-02-29"), 12), "2025-02-28");
    assert_day(day_add_months(day("2026-05-05"), 0), "2026-05-05");
    assert_day(day_add_months(day("2026-05-31"), 1200), "2126-05-31");
}

static void months_stop_at_the_ends(void **state)
{
    (void)state;
    assert_day(day_add_months(day("2026-05-31"), INT32_MAX), "9999-12-31");
    assert_day(day_add_months(day("2026-05-31"), INT32_MIN), "0001-01-31");
    assert_day(day_add_months(day("0001-02-10"), -2), "0001-01-10");
    assert_day(day_add_months(day("9999-12-10"), 1), "9999-12-10");
}

static void weeks_of_iso_8601(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/iso_week.tsv");
    while (table_next(&table)) {
        day_number number = day(table.cells[0].text);
        int year = atoi(table.cells[1].text);
        int week = atoi(table.cells[2].text);
        int weekday = atoi(table.cells[3].text);
        int found;

        assert_int_equal(day_iso_week(number, &found), week);
        assert_int_equal(found, year);
        assert_int_equal(day_iso_week(number, NULL), week);
        assert_int_equal(day_of_iso_week(year, week) + weekday - 1, number);
    }
    table_close(&table);
}

static void easter_sundays(void **state)
{
    static const char *const sundays[] = {
        "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
        "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"};

    (void)state;
    for (size_t i = 0; i < sizeof sundays / sizeof *sundays; i++)
        assert_day(day_easter(atoi(sundays[i])), sundays[i]);
    for (int year = 1583; year <= 4099; year++) {
        day_number easter = day_easter(year);

        assert_int_equal(day_weekday(easter), SUNDAY);
        assert_true(easter >= day_of(year, 3, 22) && easter <= day_of(year, 4, 25));
    }
}

static void working_days(void **state)
{
    const day_number days[] = {day("2026-04-03"), day("2026-04-06"), day("2026-12-25")};
    const struct holidays holidays = {days, 3};
    const struct holidays none = {NULL, 0};

    (void)state;
    assert_false(day_is_working(day("2026-04-03"), holidays)); /* Good Friday */
    assert_true(day_is_working(day("2026-04-03"), none));
    assert_false(day_is_working(day("2026-04-04"), none)); /* Saturday */
    assert_day(day_add_working(day("2026-04-02"), 1, holidays), "2026-04-07");
    assert_day(day_add_working(day("2026-04-02"), 1, none), "2026-04-03");
    assert_day(day_add_working(day("2026-04-02"), 3, holidays), "2026-04-09");
    assert_day(day_add_working(day("2026-04-03"), 0, holidays), "2026-04-07");
    assert_day(day_add_working(day("2026-04-02"), 0, holidays), "2026-04-02");
    /* Back on a Monday, one working day after it: the Tuesday (design.md rule 3). */
    assert_day(day_add_working(day("2026-03-09"), 1, none), "2026-03-10");
    assert_int_equal(day_count_working(day("2026-03-30"), day("2026-04-11"), holidays),
                     8);
    assert_int_equal(day_count_working(day("2026-03-30"), day("2026-03-30"), none), 0);
    assert_int_equal(day_count_working(day("2026-03-30"), day("2026-03-01"), none), 0);
}

static void counting_and_adding_agree(void **state)
{
    struct random random = {4711};
    day_number days[40];

    (void)state;
    for (int i = 0; i < 40; i++)
        days[i] = day_of(2026, 1, 1) + i * 9;
    for (int round = 0; round < 2000; round++) {
        struct holidays holidays = {days, random_below(&random, 41)};
        day_number first = day_of(2026, 1, 1) + (int)random_below(&random, 365);
        int n = 1 + (int)random_below(&random, 60);
        day_number last = day_add_working(first, n, holidays);

        assert_true(day_is_working(last, holidays));
        assert_int_equal(day_count_working(first + 1, last + 1, holidays), n);
    }
}

static void wall_times(void **state)
{
    struct wall all_day = {day("2026-03-05"), MINUTE_NONE};
    struct wall ten = {day("2026-03-05"), 600};
    struct wall later = {day("2026-03-06"), 0};
    char out[WALL_TEXT_SIZE];

    (void)state;
    assert_string_equal(wall_format(all_day, out), "2026-03-05");
    assert_string_equal(wall_format(ten, out), "2026-03-05 10:00");
    assert_string_equal(wall_format(later, out), "2026-03-06 00:00");
    assert_true(wall_compare(all_day, ten) < 0);
    assert_true(wall_compare(ten, all_day) > 0);
    assert_true(wall_compare(ten, later) < 0);
    assert_true(wall_compare(later, ten) > 0);
    assert_int_equal(wall_compare(ten, ten), 0);
}

static void names(void **state)
{
    (void)state;
    assert_string_equal(day_weekday_name(MONDAY), "Mon");
    assert_string_equal(day_weekday_name(SUNDAY), "Sun");
    assert_string_equal(day_month_name(1), "Jan");
    assert_string_equal(day_month_name(12), "Dec");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_the_calendar),
        cmocka_unit_test(known_days),
        cmocka_unit_test(days_that_exist),
        cmocka_unit_test(text_is_read_exactly),
        cmocka_unit_test(months_later),
        cmocka_unit_test(months_stop_at_the_ends),
        cmocka_unit_test(weeks_of_iso_8601),
        cmocka_unit_test(easter_sundays),
        cmocka_unit_test(working_days),
        cmocka_unit_test(counting_and_adding_agree),
        cmocka_unit_test(wall_times),
        cmocka_unit_test(names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
