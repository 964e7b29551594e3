/* What becomes of a promise, by tests/tables/rules/promise.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/promise.h"

static void fates(void **state)
{
    static const char *const words[] = {[PROMISE_OPEN] = "open",
                                        [PROMISE_KEPT] = "kept",
                                        [PROMISE_MISSED] = "missed",
                                        [PROMISE_VOID] = "none"};
    struct table table;

    (void)state;
    for (table_open(&table, "rules/promise.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct touch touch = {.promise = true, .due = wall_text(cells[0].text)};
        struct wall when = wall_text(cells[1].text);
        int grace = atoi(cells[3].text);
        const char *found;

        if (strcmp(cells[2].text, "-") != 0)
            touch.outcome = (enum outcome)outcome_from_name(cells[2].text);
        found = words[promise_fate(&touch, when, grace)];
        if (strcmp(found, cells[4].text) != 0)
            fail_msg("line %d: %s, not %s", table.line, found, cells[4].text);
        touch.direction = DIRECTION_IN; /* theirs, not mine */
        assert_int_equal(promise_fate(&touch, when, grace), PROMISE_VOID);
        touch.direction = DIRECTION_OUT;
        touch.promise = false;
        assert_int_equal(promise_fate(&touch, when, grace), PROMISE_VOID);
    }
    assert_true(table.line > 35);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fates)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
