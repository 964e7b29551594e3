#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../table.h"
#include "touchbase/base/day.h"
#include "zone_rule.h"

static void rules_are_read_or_refused(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/zone_rule.tsv");
    while (table_next(&table)) {
        struct zone_rule rule;
        bool good = strcmp(table.cells[1].text, "good") == 0;

        if (zone_rule_parse(table.cells[0].text, &rule) != good)
            fail_msg("row %d: %s", table.line, table.cells[0].text);
        assert_true(rule.known == good);
    }
    table_close(&table);
}

/* A rule cut anywhere never reads beyond its end (the sanitizer watches) and never is
 * half known. */
static void cut_rules(void **state)
{
    static const char whole[] = "<-03>3:30:15<-02>-2,M3.5.0/-2:30,J300/+167:59:59";
    struct zone_rule rule;

    (void)state;
    assert_true(zone_rule_parse(whole, &rule));
    for (size_t length = 0; length < sizeof whole - 1; length++) {
        char *cut = memory_alloc(length + 1);

        memcpy(cut, whole, length);
        zone_rule_parse(cut, &rule);
        free(cut);
    }
}

static void assert_at(const char *text, int64_t utc, int offset, const char *name)
{
    struct zone_rule rule;
    int found = 0;

    assert_true(zone_rule_parse(text, &rule));
    assert_string_equal(zone_rule_at(&rule, utc, &found), name);
    assert_int_equal(found, offset);
}

static int64_t at(int year, int month, int mday, int hour, int minute)
{
    return day_of(year, month, mday) * 86400LL + hour * 3600 + minute * 60;
}

static void northern_summer(void **state)
{
    const char *paris = "CET-1CEST,M3.5.0,M10.5.0/3";

    (void)state;
    assert_at(paris, at(2045, 3, 26, 0, 59), 3600, "CET");
    assert_at(paris, at(2045, 3, 26, 1, 0), 7200, "CEST");
    assert_at(paris, at(2045, 10, 29, 0, 59), 7200, "CEST");
    assert_at(paris, at(2045, 10, 29, 1, 0), 3600, "CET");
}

static void southern_summer_spans_new_year(void **state)
{
    const char *howe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";

    (void)state;
    assert_at(howe, at(2046, 1, 1, 0, 0), 39600, "+11");
    assert_at(howe, at(2046, 12, 31, 23, 59), 39600, "+11");
    assert_at(howe, at(2046, 3, 31, 14, 59), 39600, "+11");
    assert_at(howe, at(2046, 3, 31, 15, 0), 37800, "+1030");
    assert_at(howe, at(2046, 7, 1, 0, 0), 37800, "+1030");
    assert_at(howe, at(2046, 10, 6, 15, 29), 37800, "+1030");
    assert_at(howe, at(2046, 10, 6, 15, 30), 39600, "+11");
}

static void winter_time_that_is_the_odd_one(void **state)
{
    const char *dublin = "IST-1GMT0,M10.5.0,M3.5.0/1";

    (void)state;
    assert_at(dublin, at(2044, 1, 10, 12, 0), 0, "GMT");
    assert_at(dublin, at(2044, 7, 10, 12, 0), 3600, "IST");
    assert_at(dublin, at(2044, 10, 30, 0, 59), 3600, "IST");
    assert_at(dublin, at(2044, 10, 30, 1, 0), 0, "GMT");
}

static void julian_and_counted_days(void **state)
{
    /* J60 is March 1 in every year; day 59 is February 29 in a leap year. */
    assert_at("AAA0BBB,J60/0,J61/0", at(2024, 2, 29, 23, 59), 0, "AAA");
    assert_at("AAA0BBB,J60/0,J61/0", at(2024, 3, 1, 0, 0), 3600, "BBB");
    assert_at("AAA0BBB,J60/0,J61/0", at(2023, 3, 1, 0, 0), 3600, "BBB");
    assert_at("AAA0BBB,59/0,60/0", at(2024, 2, 29, 0, 0), 3600, "BBB");
    assert_at("AAA0BBB,59/0,60/0", at(2023, 3, 1, 0, 0), 3600, "BBB");
    /* Summer all year (RFC 8536 3.3.1). */
    assert_at("XXX3EDT4,0/0,J365/23", at(2030, 1, 1, 12, 0), -14400, "EDT");
    assert_at("XXX3EDT4,0/0,J365/23", at(2030, 12, 31, 20, 0), -14400, "EDT");
    (void)state;
}

static void times_of_day_beyond_a_day(void **state)
{
    /* 50 hours after the fourth Thursday of March: Saturday 02:00. */
    const char *gaza = "EET-2EEST,M3.4.4/50,M10.4.4/50";

    (void)state;
    assert_at(gaza, at(2040, 3, 23, 23, 59), 7200, "EET");
    assert_at(gaza, at(2040, 3, 24, 0, 0), 10800, "EEST");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_read_or_refused),
        cmocka_unit_test(cut_rules),
        cmocka_unit_test(northern_summer),
        cmocka_unit_test(southern_summer_spans_new_year),
        cmocka_unit_test(winter_time_that_is_the_odd_one),
        cmocka_unit_test(julian_and_counted_days),
        cmocka_unit_test(times_of_day_beyond_a_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
