#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "list_columns.h"
#include "touchbase/base/buffer.h"

static void usual(struct list_picks picks[LIST_KINDS])
{
    for (int i = 0; i < LIST_KINDS; i++)
        list_picks_usual((enum list_kind)i, &picks[i]);
}

static void print(enum list_kind kind, const struct list_picks *picks, struct buffer *out)
{
    buffer_clear(out);
    buffer_add(out, "", 0);
    for (size_t i = 0; i < picks->count; i++)
        buffer_add_format(out, "%s:%d ",
                          list_columns(kind)->columns[picks->picks[i].column].name,
                          picks->picks[i].width);
}

static void columns_are_picked(void **state)
{
    struct list_picks picks[LIST_KINDS];
    struct buffer out = {0};
    struct column column;
    struct error err;

    (void)state;
    usual(picks);
    print(LIST_PROSPECTS, &picks[LIST_PROSPECTS], &out);
    assert_string_equal(buffer_string(&out), "mark:0 name:0 company:0 next:0 ");
    assert_true(list_picks_read("prospects", " stage, name:30  next ", picks, &err));
    print(LIST_PROSPECTS, &picks[LIST_PROSPECTS], &out);
    assert_string_equal(buffer_string(&out), "stage:0 name:30 next:0 ");
    print(LIST_AWAY, &picks[LIST_AWAY], &out);
    assert_string_equal(buffer_string(&out), "name:0 absence:0 back:0 mark:0 ");
    column = list_pick_column(LIST_PROSPECTS, &picks[LIST_PROSPECTS].picks[1]);
    assert_int_equal(column.most, 30);
    assert_int_equal(column.least, 10);
    assert_int_equal(column.share, 0);
    assert_true(list_picks_read("prospects", "name:3", picks, &err));
    column = list_pick_column(LIST_PROSPECTS, &picks[LIST_PROSPECTS].picks[0]);
    assert_int_equal(column.least, 3);
    buffer_free(&out);
}

static void mistakes_are_told(void **state)
{
    static const char *const rows[][3] = {
        {"prospect", "name",
         "there is no list \"prospect\"; did you mean \"prospects\"?"},
        {"deals", "name", "there is no list \"deals\" with columns"},
        {"touches", "wen", "touches has no column \"wen\"; did you mean \"when\"?"},
        {"touches", "colour", "touches has no column \"colour\""},
        {"touches", "when name when", "touches shows when twice"},
        {"touches", "", "touches needs one column at least"},
        {"touches", "name:", "behind name: stands its width, 1 to 200"},
        {"touches", "name:0", "behind name: stands its width, 1 to 200"},
        {"touches", "name:201", "behind name: stands its width, 1 to 200"},
        {"touches", "name:4000", "behind name: stands its width, 1 to 200"},
        {"touches", "name:wide", "behind name: stands its width, 1 to 200"},
        {"touches", "a-name-that-is-longer-than-any-of-the-names-there-are",
         "touches has no column "
         "\"a-name-that-is-longer-than-any-of-the-names-there-are\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct list_picks picks[LIST_KINDS];
        struct buffer out = {0};
        struct error err;

        usual(picks);
        assert_false(list_picks_read(rows[i][0], rows[i][1], picks, &err));
        assert_string_equal(err.text, rows[i][2]);
        print(LIST_TOUCHES, &picks[LIST_TOUCHES], &out);
        assert_string_equal(buffer_string(&out),
                            "mark:0 when:0 channel:0 name:0 purpose:0 ");
        buffer_free(&out);
    }
}

/* Each list has a name of its own, and each of its columns. */
static void names_are_unique(void **state)
{
    (void)state;
    for (int i = 0; i < LIST_KINDS; i++) {
        const struct list_columns *list = list_columns((enum list_kind)i);

        assert_in_range(list->count, 1, COLUMNS_MAX);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(list->name, list_columns((enum list_kind)j)->name);
        for (size_t j = 0; j < list->count; j++) {
            for (size_t k = 0; k < j; k++)
                assert_string_not_equal(list->columns[j].name, list->columns[k].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_picked),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(names_are_unique),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
