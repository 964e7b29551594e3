#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "touchbase/base/clock.h"

static struct clock opened(const char *zone, const char *now)
{
    struct clock clock;
    struct error err = {0};

    setenv("TZ", zone, 1);
    if (!clock_open(&clock, now, &err))
        fail_msg("%s", err.text);
    return clock;
}

static void the_system_clock_is_between_two_looks_at_it(void **state)
{
    struct clock clock = opened("UTC", NULL);
    int64_t before = time(NULL);
    int64_t now = clock_now(&clock);
    int64_t after = time(NULL);

    (void)state;
    /* time() may lag a tick behind; a second is allowed on either side. */
    assert_true(now >= before - 1 && now <= after + 1);
    assert_false(clock.fixed);
    clock_close(&clock);
}

static void a_given_moment_stands_still(void **state)
{
    struct clock clock = opened("America/Toronto", "2026-03-02 09:00");

    (void)state;
    assert_int_equal(clock_now(&clock), 1772460000);
    assert_int_equal(clock_wall(&clock).minute, 9 * 60);
    assert_int_equal(clock_today(&clock), day_of(2026, 3, 2));
    clock.started_ms -= 3600 * 1000; /* an hour later */
    assert_int_equal(clock_now(&clock), 1772460000);
    clock_close(&clock);
}

static void with_a_plus_it_runs_on(void **state)
{
    struct clock clock = opened("UTC", "2026-03-02 23:59+");
    int64_t start = day_of(2026, 3, 2) * 86400LL + 86340;

    (void)state;
    assert_true(clock_now(&clock) >= start);
    clock.started_ms -= 60 * 1000; /* a minute later */
    assert_true(clock_now(&clock) >= start + 60);
    assert_int_equal(clock_today(&clock), day_of(2026, 3, 3));
    clock_close(&clock);
}

static void today_is_the_zones_day(void **state)
{
    struct clock clock = opened("Pacific/Kiritimati", "2026-01-01 00:30");

    (void)state;
    assert_int_equal(clock_today(&clock), day_of(2026, 1, 1));
    assert_int_equal(clock_now(&clock), day_of(2025, 12, 31) * 86400LL + 37800);
    assert_string_equal(zone_name(clock.zone), "Pacific/Kiritimati");
    clock_close(&clock);
}

static void a_moment_in_a_gap_is_read_with_the_offset_before(void **state)
{
    struct clock clock = opened("Europe/Paris", "2026-03-29 02:30");

    (void)state;
    assert_int_equal(clock_now(&clock), 1774747800);
    assert_int_equal(clock_wall(&clock).minute, 3 * 60 + 30);
    clock_close(&clock);
}

static void other_spellings(void **state)
{
    struct clock clock = opened("UTC", "2026-03-02T09:00");

    (void)state;
    assert_int_equal(clock_wall(&clock).minute, 540);
    clock_close(&clock);
}

static void what_is_no_moment_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "now",
                                      "2026-03-02",
                                      "2026-03-02 9:00",
                                      "2026-03-02 24:00",
                                      "2026-03-02 09:60",
                                      "2026-02-30 09:00",
                                      "2026-03-02 09.00",
                                      "2026-03-02  9:00",
                                      "2026-03-02 09:00-",
                                      "2026-03-02 09:00++",
                                      "2026-03-02 -9:00",
                                      "2026-03-02 09:00:00",
                                      "2026-03-02_09:00",
                                      "2026-03-02 xx:yy"};

    (void)state;
    setenv("TZ", "UTC", 1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct clock clock;
        struct error err = {0};

        assert_false(clock_open(&clock, bad[i], &err));
        assert_int_equal(err.code, ERROR_USAGE);
        assert_non_null(strstr(err.text, "YYYY-MM-DD HH:MM"));
        assert_null(clock.zone);
    }
}

static void ticks_never_go_back(void **state)
{
    int64_t last = clock_ticks_ms();

    (void)state;
    for (int i = 0; i < 10000; i++) {
        int64_t next = clock_ticks_ms();

        assert_true(next >= last);
        last = next;
    }
}

static void test_what_is_left(void **state)
{
    static const struct {
        int64_t done, all, elapsed;
        const char *left;
    } rows[] = {
        {0, 100, 5000, ""},     {50, 100, 999, ""},       {50, 100, 10000, "0:10"},
        {1, 100, 2000, "3:18"}, {100, 100, 2000, "0:00"}, {1, 3001, 3000, "2:30:00"},
        {1, 100001, 2000, ""},  {170, 100, 2000, ""},     {10, 100000, 1000, "2:46:39"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char left[CLOCK_LEFT_SIZE];

        assert_string_equal(clock_left(rows[i].done, rows[i].all, rows[i].elapsed, left),
                            rows[i].left);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_left),
        cmocka_unit_test(the_system_clock_is_between_two_looks_at_it),
        cmocka_unit_test(a_given_moment_stands_still),
        cmocka_unit_test(with_a_plus_it_runs_on),
        cmocka_unit_test(today_is_the_zones_day),
        cmocka_unit_test(a_moment_in_a_gap_is_read_with_the_offset_before),
        cmocka_unit_test(other_spellings),
        cmocka_unit_test(what_is_no_moment_is_refused),
        cmocka_unit_test(ticks_never_go_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
