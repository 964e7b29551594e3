/* Value items: lines in and out, what fits whom (rule 13). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/item.h"

static struct item read(void **state, const char *line)
{
    struct item item = {0};
    struct error err = {0};
    if (!item_read(*state, line, &item, &err))
        fail_msg("%s: %s", line, err.text);
    return item;
}

static void a_line_says_all_of_an_item(void **state)
{
    struct item item = read(
        state, " Six ways to cut scrap , https://example.com/six,email,Trade fair, less "
               "waste, #metal #press, until 2026-12-24, page 4,,#wine ");
    assert_string_equal(item.title, "Six ways to cut scrap");
    assert_string_equal(item.link, "https://example.com/six");
    assert_int_equal(item.channel, CHANNEL_EMAIL);
    assert_int_equal(item.gain, GAIN_WASTE);
    assert_string_equal(item.tags, "metal press wine");
    assert_string_equal(item.topic, "Trade fair, page 4");
    assert_int_equal(item.last_day, day_of(2026, 12, 24));
}

/* What a line wrote it reads again. */
static void a_line_reads_as_it_was_written(void **state)
{
    static const char *const lines[] = {
        "A tip",
        "Offer, ~/offers/spring.pdf, earn, until 2027-03-31",
        "Six ways, https://example.com/six, email, save time, #metal #press, page 4",
        "Card, letter, solve, #vip",
        "email, email, about the mails",
        "Two, www.example.com/a, /srv/b.pdf",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct item item = read(state, lines[i]);
        assert_string_equal(item_line(*state, &item), lines[i]);
    }
}

static void what_is_no_item_is_refused(void **state)
{
    static const char *const lines[] = {"",
                                        " , ,",
                                        "#metal",
                                        "https://example.com",
                                        "Offer, until friday",
                                        "Offer, until 2026-02-30"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct item item = {0};
        struct error err = {0};
        if (item_read(*state, lines[i], &item, &err))
            fail_msg("taken: %s", lines[i]);
        assert_int_equal(err.code, ERROR_USAGE);
    }
}

static void what_fits_whom(void **state)
{
    const day_number today = day_of(2026, 3, 11);
    struct table table;

    for (table_open(&table, "rules/items.tsv"); table_next(&table);) {
        struct item item = read(state, table.cells[0].text);
        enum channel channel = touch_text(table.cells[1].text, today).channel;
        const char *at = table.cells[2].text, *tags[TOUCH_TEXTS];
        char word[32];
        size_t count = 0;

        while (word_next(&at, word, sizeof word))
            tags[count++] = arena_string(table.arena, word);
        if (item_fits(&item, channel, today, tags, count) !=
            (strcmp(table.cells[3].text, "yes") == 0))
            fail_msg("line %d", table.line);
        item.retired = true;
        assert_false(item_fits(&item, channel, today, tags, count));
    }
    assert_true(table.line > 12);
    table_close(&table);
}

static void what_is_made_for_them_comes_first(void **state)
{
    static const char *const tags[] = {"metal"};
    struct item items[] = {read(state, "For all"), read(state, "Others, #wood"),
                           read(state, "Theirs, #metal"), read(state, "Too, #metal")};
    day_number today = day_of(2026, 3, 11);
    assert_ptr_equal(item_choose(items, 4, CHANNEL_EMAIL, today, tags, 1), &items[2]);
    assert_ptr_equal(item_choose(items, 4, CHANNEL_EMAIL, today, NULL, 0), &items[0]);
    assert_null(item_choose(items + 1, 3, CHANNEL_EMAIL, today, NULL, 0));
    assert_null(item_choose(items, 0, CHANNEL_EMAIL, today, tags, 1));
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

#define ITEM_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ITEM_TEST(a_line_says_all_of_an_item),
        ITEM_TEST(a_line_reads_as_it_was_written),
        ITEM_TEST(what_is_no_item_is_refused),
        ITEM_TEST(what_fits_whom),
        ITEM_TEST(what_is_made_for_them_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
