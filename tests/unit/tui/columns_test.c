#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/tui/columns.h"

static void fit(const struct column *columns, size_t count, int total,
                const char *expected)
{
    int widths[COLUMNS_MAX];
    struct buffer out = {0};

    columns_fit(columns, count, total, widths);
    for (size_t i = 0; i < count; i++)
        buffer_add_format(&out, "%d ", widths[i]);
    assert_string_equal(buffer_string(&out), expected);
    buffer_free(&out);
}

static void widths(void **state)
{
    static const struct column columns[] = {
        {.least = 8, .most = 20, .share = 1, .priority = 3},
        {.least = 6, .most = 16, .share = 1, .priority = 1},
        {.least = 8, .most = 8, .priority = 2},
    };

    (void)state;
    fit(columns, 3, 46, "20 16 8 "); /* all as they like */
    fit(columns, 3, 56, "25 21 8 "); /* the rest is shared */
    fit(columns, 3, 57, "25 22 8 ");
    fit(columns, 3, 40, "20 10 8 "); /* the least important gives */
    fit(columns, 3, 36, "20 6 8 ");
    fit(columns, 3, 30, "14 6 8 "); /* then the next that can */
    fit(columns, 3, 24, "8 6 8 ");
    fit(columns, 3, 23, "14 0 8 "); /* then it goes, and the others grow again */
    fit(columns, 3, 16, "16 0 0 ");
    fit(columns, 3, 5, "5 0 0 "); /* the last is shown as far as it goes */
    fit(columns, 3, 0, "0 0 0 ");
    fit(columns, 3, -7, "0 0 0 ");
    fit(columns, 0, 10, "");
}

static void never_too_wide(void **state)
{
    (void)state;
    srand(5);
    for (int i = 0; i < 20000; i++) {
        struct column columns[COLUMNS_MAX];
        int got[COLUMNS_MAX], total = rand() % 120 - 5, sum = 0, shown = 0;
        size_t count = (size_t)(rand() % (COLUMNS_MAX + 1));

        for (size_t j = 0; j < count; j++) {
            columns[j] = (struct column){
                .least = 1 + rand() % 9, .share = rand() % 3, .priority = rand() % 4};
            columns[j].most = columns[j].least + rand() % 20;
        }
        columns_fit(columns, count, total, got);
        for (size_t j = 0; j < count; j++) {
            assert_true(got[j] >= 0);
            sum += got[j];
            shown += got[j] > 0;
        }
        for (size_t j = 0; j < count && shown > 1; j++)
            assert_true(got[j] == 0 || got[j] >= columns[j].least);
        assert_true(sum + (shown > 1 ? shown - 1 : 0) <= (total > 0 ? total : 0));
        assert_true(count == 0 || total <= 0 || shown > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(never_too_wide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
