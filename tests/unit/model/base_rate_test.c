/* The own base rate of touches a win (model/base_rate.h), by
 * tests/tables/rules/base_rate.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../table.h"
#include "touchbase/model/base_rate.h"

enum { WINS_MAX = 50 };

static size_t numbers(const char *text, int64_t *out)
{
    size_t count = 0;
    while (*text >= '0' && *text <= '9') {
        char *end;
        out[count++] = strtoll(text, &end, 10);
        text = end + (*end == ' ');
    }
    return count;
}

static void what_wins_took(void **state)
{
    struct table table;
    (void)state;
    for (table_open(&table, "rules/base_rate.tsv"); table_next(&table);) {
        int64_t touches[WINS_MAX];
        size_t count = numbers(table.cells[0].text, touches);
        struct base_rate rate;
        const char *words = base_rate_of(touches, count, &rate)
                                ? base_rate_words(table.arena, &rate,
                                                  strtoll(table.cells[1].text, NULL, 10))
                                : "-";
        if (strcmp(words, table.cells[2].text) != 0)
            fail_msg("line %d: \"%s\", not \"%s\"", table.line, words,
                     table.cells[2].text);
    }
    assert_true(table.line > 10);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_wins_took)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
