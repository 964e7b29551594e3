/* When an approach has failed, and which comes next (rules 10 and 11), by
 * tests/tables/rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/approach.h"

/* "2026-03-03..2026-03-09 2026-04-01..". */
static size_t away_texts(const char *cell, struct away_days away[TOUCH_TEXTS])
{
    char word[64];
    size_t count = 0;

    for (; word_next(&cell, word, sizeof word); count++) {
        char *back = word_cut(word, '.') + 1;

        away[count] =
            (struct away_days){day_text(word), *back != '\0' ? day_text(back) : DAY_NONE};
    }
    return count;
}

static void unreturned(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/unreturned.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        day_number today = day_text(cells[0].text), off[TOUCH_TEXTS];
        struct touch touches[TOUCH_TEXTS];
        struct away_days away[TOUCH_TEXTS];
        struct holidays holidays = {off, day_texts(cells[3].text, off)};
        size_t count = touch_texts(cells[1].text, today, touches);
        int found = approach_unreturned(touches, count, away,
                                        away_texts(cells[2].text, away), today, holidays);

        if (found != atoi(cells[4].text))
            fail_msg("line %d: %d, not %s", table.line, found, cells[4].text);
    }
    assert_true(table.line > 40);
    table_close(&table);
}

/* The table names each approach by its last word: "item" is the value item. */
static enum approach approach_text(const char *text)
{
    int approach = 0;

    while (approach < APPROACH_COUNT &&
           strstr(approach_name((enum approach)approach), text) == NULL)
        approach++;
    if (approach == APPROACH_COUNT)
        fail_msg("no approach: %s", text);
    return (enum approach)approach;
}

static void approach_texts(const char *cell, bool set[APPROACH_COUNT], bool value)
{
    char word[64];

    while (word_next(&cell, word, sizeof word))
        set[approach_text(word)] = value;
}

static void the_next_approach(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/approach.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        bool tried[APPROACH_COUNT] = {false}, possible[APPROACH_COUNT];
        enum approach next = APPROACH_COUNT;
        enum blocker blocker;
        struct error err;
        bool found;

        memset(possible, true, sizeof possible);
        assert_true(blocker_read(cells[0].text, &blocker, &err));
        approach_texts(cells[1].text, tried, true);
        approach_texts(cells[2].text, possible, false);
        found = approach_next(blocker, tried, possible, &next);
        if (found != (strcmp(cells[3].text, "-") != 0) ||
            (found && next != approach_text(cells[3].text)))
            fail_msg("line %d: %s, not %s", table.line,
                     found ? approach_name(next) : "none", cells[3].text);
    }
    assert_true(table.line > 25);
    table_close(&table);
}

static void each_touch_has_its_approach(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/approach_of.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct touch touch = touch_text(cells[0].text, 0);
        bool brought = strcmp(cells[2].text, "yes") == 0;

        touch.purpose = strcmp(cells[1].text, "-") != 0 ? cells[1].text : NULL;
        if (approach_of(&touch, brought) != approach_text(cells[3].text))
            fail_msg("line %d: %s, not %s", table.line,
                     approach_name(approach_of(&touch, brought)), cells[3].text);
    }
    assert_true(table.line > 10);
    table_close(&table);
}

/* No order leaves one out. */
static void every_approach_has_its_turn(void **state)
{
    (void)state;
    for (int blocker = 0; blocker < BLOCKER_COUNT; blocker++) {
        bool tried[APPROACH_COUNT] = {false}, all[APPROACH_COUNT];
        enum approach next;

        memset(all, true, sizeof all);
        for (int i = 0; i < APPROACH_COUNT; i++) {
            assert_true(approach_next((enum blocker)blocker, tried, all, &next));
            assert_false(tried[next]);
            tried[next] = true;
        }
        assert_false(approach_next((enum blocker)blocker, tried, all, &next));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unreturned),
        cmocka_unit_test(the_next_approach),
        cmocka_unit_test(each_touch_has_its_approach),
        cmocka_unit_test(every_approach_has_its_turn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
