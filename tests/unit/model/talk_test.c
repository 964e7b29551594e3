/* Short calls, open ears (rule 14), by tests/tables/rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../table.h"
#include "touchbase/model/talk.h"

static void long_calls(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/talk.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        bool found = talk_is_long(strcmp(cells[0].text, "yes") == 0,
                                  strtoll(cells[1].text, NULL, 10), cells[2].text);

        if (found != (strcmp(cells[3].text, "yes") == 0))
            fail_msg("line %d: %d", table.line, found);
    }
    assert_true(table.line > 15);
    assert_true(talk_is_long(true, TALK_LONG_S, NULL));
    table_close(&table);
}

static void what_they_said(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/said.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct talk_said said = {0};

        for (int i = 0; i < 3; i++)
            talk_add(table.arena, cells[i].text, &said);
        for (size_t i = 0; i < TALK_SAID; i++) {
            const char *line = i < said.count ? said.lines[i] : "-";

            if (strcmp(line, cells[3 + i].text) != 0)
                fail_msg("line %d: %s, not %s", table.line, line, cells[3 + i].text);
        }
    }
    assert_true(table.line > 12);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(long_calls),
                                       cmocka_unit_test(what_they_said)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
