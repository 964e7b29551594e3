/* Whom a purpose names, what is said then, and when a name was used enough (rule 16). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

/* Ninety days in a row: the 90th day from a use still meets it, the 91st does not. */
static void ninety_days(void **state)
{
    static const struct {
        day_number days[3];
        size_t count;
        int uses; /* around day 1000 */
    } rows[] = {
        {{0}, 0, 0},
        {{911}, 1, 1},      /* the 90th day */
        {{910}, 1, 0},      /* the 91st */
        {{1000}, 1, 1},     /* the same day */
        {{911, 930}, 2, 2}, /* the third use is too many */
        {{910, 930}, 2, 1}, /* the first is too long ago */
        {{1089}, 1, 1},     /* planned behind it */
        {{1090}, 1, 0},
        {{950, 1050}, 2, 1}, /* never within the same ninety */
        {{961, 1050}, 2, 2}, /* just within them */
        {{911, 1000, 1089}, 3, 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int uses = reference_uses(rows[i].days, rows[i].count, 1000, 90);
        if (uses != rows[i].uses)
            fail_msg("row %zu: %d uses", i, uses);
    }
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
