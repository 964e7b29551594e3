/* What waits for me, and office hours: rule 17. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/office.h"
#include "touchbase/model/waiting.h"

static const struct office usual = {8 * 60 + 30, 17 * 60 + 30};

/* Of March 2026: the 2nd is a Monday, the 6th a Friday and here a holiday. */
static struct wall at(int mday, int hour, int minute)
{
    return (struct wall){day_of(2026, 3, mday), hour * 60 + minute};
}

static void only_office_hours_count(void **state)
{
    const day_number friday = day_of(2026, 3, 6);
    struct table table;

    (void)state;
    for (table_open(&table, "rules/office.tsv"); table_next(&table);) {
        int minutes =
            office_minutes(usual, wall_text(table.cells[0].text),
                           wall_text(table.cells[1].text), (struct holidays){&friday, 1});

        if (minutes != atoi(table.cells[2].text))
            fail_msg("line %d: %d, not %s", table.line, minutes, table.cells[2].text);
    }
    assert_true(table.line > 18);
    table_close(&table);
}

static void office_hours_are_read(void **state)
{
    static const struct {
        const char *text, *written; /* NULL: none */
    } rows[] = {
        {"08:30-17:30", "08:30-17:30"},
        {"9:00 - 18:05", "09:00-18:05"},
        {"00:00-24:00", "00:00-24:00"},
        {"00:00-24:01", NULL},
        {"17:30-08:30", NULL},
        {"09:00-09:00", NULL},
        {"08:60-17:00", NULL},
        {"8-17", NULL},
        {"08:30-17:30 x", NULL},
        {"08:30", NULL},
        {"", NULL},
        {"08:3-17:30", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct office office = usual;
        char text[OFFICE_TEXT_SIZE];

        assert_int_equal(office_read(rows[i].text, &office), rows[i].written != NULL);
        assert_string_equal(office_format(office, text),
                            rows[i].written != NULL ? rows[i].written : "08:30-17:30");
    }
}

static void the_office_is_open_on_weekdays(void **state)
{
    (void)state;
    assert_false(office_is_open(usual, at(2, 8, 29)));
    assert_true(office_is_open(usual, at(2, 8, 30)));
    assert_true(office_is_open(usual, at(6, 17, 30)));
    assert_false(office_is_open(usual, at(6, 17, 31)));
    assert_false(office_is_open(usual, at(7, 10, 0)));
}

static void who_it_is_as_far_as_known(void **state)
{
    struct waiting waiting = {0};

    (void)state;
    assert_string_equal(waiting_who(&waiting), "unknown");
    waiting.caller = "+49 30 998877";
    assert_string_equal(waiting_who(&waiting), "+49 30 998877");
    waiting.contact = "Ana Ruiz";
    assert_string_equal(waiting_who(&waiting), "Ana Ruiz");
}

static void ages_have_one_number(void **state)
{
    static const struct {
        int64_t seconds;
        const char *words;
    } rows[] = {{-60, "0 min"},        {59, "0 min"},          {3599, "59 min"},
                {3600, "1 h"},         {47 * 3600, "47 h"},    {48 * 3600 - 1, "47 h"},
                {48 * 3600, "2 days"}, {10 * 86400, "10 days"}};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(waiting_age(arena, rows[i].seconds), rows[i].words);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_office_hours_count),
        cmocka_unit_test(office_hours_are_read),
        cmocka_unit_test(the_office_is_open_on_weekdays),
        cmocka_unit_test(who_it_is_as_far_as_known),
        cmocka_unit_test(ages_have_one_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
