/* Rounds through voicemail and mail (model/rounds.h), by tests/tables/rules/rounds.tsv.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/rounds.h"

static void what_is_due_and_what_was_missed(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/rounds.tsv"); table_next(&table);) {
        day_number off;
        struct holidays holidays = {&off, day_parse(table.cells[3].text, &off) ? 1 : 0};
        struct wall now = wall_text(table.cells[2].text);
        struct round_state found;
        struct rounds rounds;
        const char *words;

        assert_true(rounds_read(table.cells[0].text, &rounds));
        found = rounds_state(&rounds, wall_text(table.cells[1].text), now, holidays);
        words = round_words(table.arena, &found, now.day);
        if (strcmp(*words == '\0' ? "-" : words, table.cells[4].text) != 0)
            fail_msg("line %d: \"%s\", not \"%s\"", table.line, words,
                     table.cells[4].text);
    }
    assert_true(table.line > 40);
    table_close(&table);
}

static void rounds_are_read(void **state)
{
    static const struct {
        const char *text, *written; /* NULL: none */
    } rows[] = {
        {"09:00 11:30", "09:00 11:30"},
        {"16:30, 9:00,11:30 9:00", "09:00 11:30 16:30"},
        {"", ""},
        {"  ", ""},
        {"00:00 23:59", "00:00 23:59"},
        {"24:00", NULL},
        {"09:60", NULL},
        {"9", NULL},
        {"09:00x", NULL},
        {"09:0011:30", NULL},
        {"noon", NULL},
        {"1:00 2:00 3:00 4:00 5:00 6:00 7:00 8:00 9:00 10:00 11:00 12:00",
         "01:00 02:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00 11:00 12:00"},
        {"1:00 2:00 3:00 4:00 5:00 6:00 7:00 8:00 9:00 10:00 11:00 12:00 0:30", NULL},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rounds rounds = {{600}, 1};

        assert_int_equal(rounds_read(rows[i].text, &rounds), rows[i].written != NULL);
        assert_string_equal(rounds_format(arena, &rounds),
                            rows[i].written != NULL ? rows[i].written : "10:00");
    }
    arena_destroy(arena);
}

static void how_full_the_box_is_is_read(void **state)
{
    static const struct {
        const char *text;
        int percent; /* -1: it is not */
    } rows[] = {
        {"85%", 85},  {"85 %", 85}, {"85", 85},      {"0", 0},     {"100%", 100},
        {"101", -1},  {"", -1},     {"%", -1},       {"-5", -1},   {"85.5", -1},
        {"85%%", -1}, {"full", -1}, {"9999999", -1}, {"8 5%", -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int percent = -1;

        assert_int_equal(voicemail_read(rows[i].text, &percent), rows[i].percent >= 0);
        assert_int_equal(percent, rows[i].percent);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_due_and_what_was_missed),
        cmocka_unit_test(rounds_are_read),
        cmocka_unit_test(how_full_the_box_is_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
