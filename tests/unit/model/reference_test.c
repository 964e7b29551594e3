/* Whom a purpose names, what is said then, and when a name was used enough (rule 16). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/reference.h"

static void purposes(void **state)
{
    static const struct {
        const char *purpose;
        enum naming naming;
        const char *who;
    } rows[] = {
        {"reference Mike Kincaid", NAMING_REFERENCE, "Mike Kincaid"},
        {"Reference  Mike: the pump", NAMING_REFERENCE, "Mike"},
        {"advocate Jo, the offer", NAMING_ADVOCATE, "Jo"},
        {"reference", NAMING_REFERENCE, ""},
        {"references and prices", NAMING_NONE, NULL},
        {"offer for a reference", NAMING_NONE, NULL},
        {NULL, NAMING_NONE, NULL},
    };
    struct arena *arena = arena_create();
    const char *who;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(naming_read(arena, rows[i].purpose, &who), rows[i].naming);
        if (rows[i].who == NULL)
            assert_null(who);
        else
            assert_string_equal(who, rows[i].who);
    }
    arena_destroy(arena);
}

static void openers(void **state)
{
    static const struct {
        enum naming naming;
        enum channel channel;
        const char *company;
        const char *opener;
    } rows[] = {
        {NAMING_REFERENCE, CHANNEL_CALL, "Quality Fabricators",
         "Mike Kincaid at Quality Fabricators asked me to call you."},
        {NAMING_REFERENCE, CHANNEL_LETTER, NULL,
         "Mike Kincaid asked me to write to you."},
        {NAMING_REFERENCE, CHANNEL_VISIT, NULL,
         "Mike Kincaid asked me to come and see you."},
        {NAMING_ADVOCATE, CHANNEL_CALL, NULL,
         "Mike Kincaid thought it worth our while that I call you."},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct linked mike = {.name = "Mike Kincaid", .company = rows[i].company};
        assert_string_equal(
            reference_opener(arena, rows[i].naming, rows[i].channel, &mike),
            rows[i].opener);
    }
    arena_destroy(arena);
}

static void ninety_days(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/references.tsv"); table_next(&table);) {
        enum { DAY = 1000 };
        const char *at = table.cells[0].text;
        day_number days[TOUCH_TEXTS];
        char word[16];
        size_t count = 0;
        int uses;

        while (word_next(&at, word, sizeof word))
            days[count++] = DAY + atoi(word);
        uses = reference_uses(days, count, DAY, atoi(table.cells[1].text));
        if (uses != atoi(table.cells[2].text))
            fail_msg("line %d: %d uses, not %s", table.line, uses, table.cells[2].text);
    }
    assert_true(table.line > 20);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(purposes),
        cmocka_unit_test(openers),
        cmocka_unit_test(ninety_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
