/* Amounts as they are typed, and which deal is meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/model/deal.h"

static void amounts_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        int64_t hundredths;
    } rows[] = {
        {"0", 0},
        {"4800", 480000},
        {"4800.5", 480050},
        {"4800.50", 480050},
        {"4800,05", 480005},
        {"4,800", 480000},
        {"4.800", 480000},
        {"4,800.50", 480050},
        {"4.800,50", 480050},
        {"1'234'567", 123456700},
        {"999999999999.99", 99999999999999},
        {"1.234.567,8", 123456780},
        {"12.34", 1234},
    };
    struct error err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t hundredths = -1;
        if (!deal_read_amount(rows[i].text, &hundredths, &err) ||
            hundredths != rows[i].hundredths)
            fail_msg("%s: %lld", rows[i].text, (long long)hundredths);
    }
}

static void what_is_no_amount_is_refused(void **state)
{
    static const char *const rows[] = {"",
                                       "-5",
                                       "won",
                                       "4800.",
                                       ".5",
                                       "4 800",
                                       "1e6",
                                       "4800.5x",
                                       "4,8,00",
                                       "1000000000000",
                                       "99999999999999999999"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        int64_t hundredths;
        bool taken = deal_read_amount(rows[i], &hundredths, &err);
        if (taken)
            fail_msg("taken: %s", rows[i]);
        assert_int_equal(err.code, ERROR_USAGE);
    }
}

static void amounts_are_shown(void **state)
{
    assert_string_equal(deal_amount(*state, 480000), "4800");
    assert_string_equal(deal_amount(*state, 480005), "4800.05");
    assert_string_equal(deal_amount(*state, 0), "0");
}

static void a_deal_goes_forward_only(void **state)
{
    (void)state;
    for (int from = 0; from < DEAL_STATE_COUNT; from++)
        for (int to = 0; to < DEAL_STATE_COUNT; to++) {
            bool may = (from == DEAL_OPEN && to != DEAL_OPEN) ||
                       (from == DEAL_WON && to == DEAL_DELIVERED) ||
                       (from == DEAL_WON && to == DEAL_LOST);
            assert_int_equal(deal_may_become((enum deal_state)from, (enum deal_state)to),
                             may);
        }
}

static void the_newest_of_the_amount_is_meant(void **state)
{
    const struct deal deals[] = {
        {.id = 4, .amount = 100, .state = DEAL_LOST},
        {.id = 3, .amount = 100, .state = DEAL_WON},
        {.id = 2, .amount = 100, .state = DEAL_OPEN},
        {.id = 1, .amount = 200, .state = DEAL_OPEN},
    };
    (void)state;
    assert_int_equal(deal_meant(deals, 4, 100, DEAL_DELIVERED)->id, 3);
    assert_int_equal(deal_meant(deals, 4, 100, DEAL_WON)->id, 2);
    assert_int_equal(deal_meant(deals, 4, 200, DEAL_LOST)->id, 1);
    assert_null(deal_meant(deals, 4, 300, DEAL_WON));
    assert_null(deal_meant(deals, 4, 100, DEAL_OPEN));
    assert_null(deal_meant(NULL, 0, 100, DEAL_WON));
}

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

#define DEAL_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DEAL_TEST(amounts_are_read_as_people_write_them),
        DEAL_TEST(what_is_no_amount_is_refused),
        DEAL_TEST(amounts_are_shown),
        DEAL_TEST(a_deal_goes_forward_only),
        DEAL_TEST(the_newest_of_the_amount_is_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
