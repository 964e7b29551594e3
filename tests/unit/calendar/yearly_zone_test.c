/* Two yearly rules against the zone's own file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "yearly_zone.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

static int64_t utc_of(int year, int month, int mday)
{
    return (int64_t)day_of(year, month, mday) * DAY;
}

static struct zone *open_zone(const char *name)
{
    struct error err;
    struct zone *zone = zone_open(name, &err);
    assert_non_null(zone);
    return zone;
}

struct rule_case {
    const char *zone;
    int count;
    /* The first observance: from, to in minutes, month, nth, weekday, minute of the day.
     */
    int from;
    int to;
    int month;
    int nth;
    enum weekday weekday;
    int minute;
};

/* From 2026-11-21 on, so that the first onset is the first one of 2025. */
static const struct rule_case rule_cases[] = {
    {"Europe/Berlin", 2, 60, 120, 3, -1, SUNDAY, 120},
    {"Europe/London", 2, 0, 60, 3, -1, SUNDAY, 60},
    {"Europe/Dublin", 2, 0, 60, 3, -1, SUNDAY, 60},
    {"America/New_York", 2, -300, -240, 3, 2, SUNDAY, 120},
    {"America/St_Johns", 2, -210, -150, 3, 2, SUNDAY, 120},
    {"Australia/Lord_Howe", 2, 660, 630, 4, 1, SUNDAY, 120},
    {"Australia/Sydney", 2, 660, 600, 4, 1, SUNDAY, 180},
    {"Pacific/Chatham", 2, 825, 765, 4, 1, SUNDAY, 225},
    {"Asia/Beirut", 2, 120, 180, 3, -1, SUNDAY, 0},
    {"Asia/Kolkata", 1, 330, 330, 1, 0, THURSDAY, 0},
    {"Asia/Tokyo", 1, 540, 540, 1, 0, THURSDAY, 0},
    {"America/Phoenix", 1, -420, -420, 1, 0, THURSDAY, 0},
};

static void check_rule(const struct rule_case *c)
{
    struct zone *zone = open_zone(c->zone);
    struct yearly_zone rules;
    if (!yearly_zone_find(zone, utc_of(2026, 11, 21), &rules)) {
        fail_msg("%s", c->zone);
    }
    const struct observance *first = &rules.observances[0];
    assert_int_equal(rules.count, c->count);
    assert_int_equal(first->offset_from, c->from * 60);
    assert_int_equal(first->offset_to, c->to * 60);
    assert_int_equal(day_date(first->first.day).month, c->month);
    assert_int_equal(first->nth, c->nth);
    assert_int_equal(first->first.minute, c->minute);
    if (c->nth != 0) {
        assert_int_equal(day_weekday(first->first.day), c->weekday);
        assert_int_equal(day_date(first->first.day).year, 2025);
    }
    zone_close(zone);
}

static void known_zones_have_their_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rule_cases / sizeof *rule_cases; i++) {
        check_rule(&rule_cases[i]);
    }
}

/* Every six hours and five minutes of ten years. */
static void rules_agree_with_the_zone(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rule_cases / sizeof *rule_cases; i++) {
        struct zone *zone = open_zone(rule_cases[i].zone);
        struct yearly_zone rules;
        int64_t earliest = utc_of(2026, 11, 21);
        assert_true(yearly_zone_find(zone, earliest, &rules));
        for (int64_t at = earliest; at < utc_of(2036, 12, 1); at += 6 * HOUR + 300) {
            int offset = 0;
            assert_true(yearly_zone_offset(&rules, at, &offset));
            assert_int_equal(offset, zone_offset(zone, at));
        }
        zone_close(zone);
    }
}

static void the_second_of_a_change_is_exact(void **state)
{
    (void)state;
    struct zone *zone = open_zone("Europe/Berlin");
    struct yearly_zone rules;
    int offset = 0;
    int64_t change = utc_of(2027, 3, 28) + HOUR;
    assert_true(yearly_zone_find(zone, utc_of(2026, 11, 21), &rules));
    assert_true(yearly_zone_offset(&rules, change - 1, &offset));
    assert_int_equal(offset, HOUR);
    assert_true(yearly_zone_offset(&rules, change, &offset));
    assert_int_equal(offset, 2 * HOUR);
    assert_string_equal(rules.observances[0].abbreviation, "CEST");
    assert_true(rules.observances[0].daylight);
    assert_string_equal(rules.observances[1].abbreviation, "CET");
    assert_false(rules.observances[1].daylight);
    zone_close(zone);
}

static void nothing_is_said_of_the_time_before(void **state)
{
    (void)state;
    struct zone *zone = open_zone("America/New_York");
    struct yearly_zone rules;
    int offset = 0;
    assert_true(yearly_zone_find(zone, utc_of(2026, 1, 1), &rules));
    assert_false(yearly_zone_offset(&rules, utc_of(2025, 3, 1), &offset));
    assert_true(yearly_zone_offset(&rules, utc_of(2025, 12, 31), &offset));
    zone_close(zone);
}

/* The month of fasting moves through the year; the Friday before a Sunday is no nth
 * Friday. */
static void irregular_zones_are_not_told(void **state)
{
    (void)state;
    static const char *const names[] = {"Africa/Cairo", "Asia/Jerusalem"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct zone *zone = open_zone(names[i]);
        struct yearly_zone rules;
        assert_false(yearly_zone_find(zone, utc_of(2026, 11, 21), &rules));
        zone_close(zone);
    }
}

/* Brazil had summer time until February 2019: from then on one rule, before it none that
 * holds for ten years. */
static void an_abolished_summer_time_is_past(void **state)
{
    (void)state;
    struct zone *zone = open_zone("America/Sao_Paulo");
    struct yearly_zone rules;
    assert_true(yearly_zone_find(zone, utc_of(2019, 3, 1), &rules));
    assert_int_equal(rules.count, 1);
    assert_int_equal(rules.observances[0].offset_to, -3 * HOUR);
    assert_false(yearly_zone_find(zone, utc_of(2016, 3, 1), &rules));
    zone_close(zone);
}

static void the_ends_of_time_are_refused(void **state)
{
    (void)state;
    struct zone *zone = open_zone("Europe/Berlin");
    struct yearly_zone rules;
    assert_false(yearly_zone_find(zone, utc_of(1, 6, 1), &rules));
    assert_false(yearly_zone_find(zone, utc_of(9995, 6, 1), &rules));
    zone_close(zone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_zones_have_their_rules),
        cmocka_unit_test(rules_agree_with_the_zone),
        cmocka_unit_test(the_second_of_a_change_is_exact),
        cmocka_unit_test(nothing_is_said_of_the_time_before),
        cmocka_unit_test(irregular_zones_are_not_told),
        cmocka_unit_test(an_abolished_summer_time_is_past),
        cmocka_unit_test(the_ends_of_time_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
