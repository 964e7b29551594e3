/* The days that rules bring, friendly and not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/calendar/occurrences.h"

static day_number day(const char *text)
{
    day_number number;
    if (!day_parse(text, &number)) {
        fail_msg("%s is no day", text);
    }
    return number;
}

/* The days with blanks between them, or the error. */
static const char *days_of(struct arena *arena, const char *rule, const char *start,
                           const char *after, size_t limit)
{
    struct buffer said = {0};
    struct error err = {0};
    char text[DAY_TEXT_SIZE];
    day_number *days;
    size_t count;
    if (!calendar_occurrences(arena, rule, day(start), day(after), limit, &days, &count,
                              &err)) {
        return arena_string(arena, err.text);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(&said, "%s%s", i > 0 ? " " : "", day_format(days[i], text));
    }
    const char *copy = arena_string(arena, buffer_string(&said));
    buffer_free(&said);
    return copy;
}

static void rules_bring_days(void **state)
{
    static const struct {
        const char *rule, *start, *after, *days;
    } rows[] = {
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24", "2026-11-24",
         "2026-12-08 2026-12-22 2027-01-05"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2026-11-26", "2026-11-25",
         "2026-11-26 2026-12-08 2026-12-10"},
        {"FREQ=YEARLY;BYMONTH=10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-10-01",
         "2026-10-01", "2027-10-01 2028-10-02 2029-10-01"},
        {"FREQ=MONTHLY;BYDAY=1MO", "2026-12-07", "2026-12-31",
         "2027-01-04 2027-02-01 2027-03-01"},
        {"FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2026-12-30", "2026-12-30",
         "2027-01-30 2027-02-28 2027-03-30"},
        {"FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", "2027-12-31",
         "2028-01-31 2028-02-29 2028-03-31"},
        {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", "2028-02-29", "2028-02-29",
         "2029-02-28 2030-02-28 2031-02-28"},
        {"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30",
         "2026-11-30", "2027-02-26 2027-05-31 2027-08-31"},
        {"FREQ=DAILY;COUNT=3", "2026-11-21", "2026-11-20",
         "2026-11-21 2026-11-22 2026-11-23"},
        {"FREQ=DAILY;COUNT=3", "2026-11-21", "2026-11-22", "2026-11-23"},
        {"FREQ=DAILY;COUNT=3", "2026-11-21", "2026-11-23", ""},
        {"FREQ=WEEKLY;UNTIL=20261208;BYDAY=TU", "2026-11-24", "2026-11-24",
         "2026-12-01 2026-12-08"},
        /* planned on a day that the rule does not name */
        {"FREQ=WEEKLY;BYDAY=TU", "2026-11-23", "2026-11-22",
         "2026-11-23 2026-11-24 2026-12-01"},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(days_of(arena, rows[i].rule, rows[i].start, rows[i].after, 3),
                            rows[i].days);
    }
    arena_destroy(arena);
}

static void what_is_no_rule_is_refused(void **state)
{
    static const char *const rules[] = {"",
                                        "nonsense",
                                        "FREQ=HOURLY",
                                        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                                        "FREQ=DAILY;BYHOUR=1,2,3",
                                        "FREQ=WEEKLY;BYDAY=XX",
                                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                                        "FREQ=DAILY;COUNT=-3"};
    struct arena *arena = arena_create();
    day_number *days;
    size_t count;
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct error err = {0};
        assert_false(
            calendar_occurrences(arena, rules[i], 20000, 20000, 3, &days, &count, &err));
        assert_int_equal(err.code, ERROR_USAGE);
        assert_true(err.text[0] != '\0');
    }
    arena_destroy(arena);
}

/* One with a million occurrences is followed as far as asked,
 * one without an end beyond any day that is asked for. */
static void work_is_bounded(void **state)
{
    struct arena *arena = arena_create();
    (void)state;
    assert_string_equal(
        days_of(arena, "FREQ=DAILY;COUNT=1000000", "2026-11-21", "2126-11-21", 1),
        "2126-11-22");
    assert_string_equal(days_of(arena, "FREQ=DAILY", "1600-01-01", "2400-01-01", 3), "");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_bring_days),
        cmocka_unit_test(what_is_no_rule_is_refused),
        cmocka_unit_test(work_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
