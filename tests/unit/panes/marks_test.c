/* The set of marked rows (src/panes/marks.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "marks.h"

static void what_is_marked_stays_until_taken_away(void **state)
{
    struct marks marks = {0};
    static const int64_t ids[] = {7, 3, 11, 3, 5};

    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        assert_true(marks_add(&marks, ids[i]));
    assert_int_equal(marks.count, 4);
    assert_true(marks_has(&marks, 3) && marks_has(&marks, 11));
    assert_false(marks_has(&marks, 4) || marks_has(&marks, 12));
    marks_remove(&marks, 3);
    marks_remove(&marks, 4); /* was not marked */
    assert_int_equal(marks.count, 3);
    assert_false(marks_has(&marks, 3));
    for (size_t i = 1; i < marks.count; i++)
        assert_true(marks.ids[i - 1] < marks.ids[i]);
    marks_clear(&marks);
    assert_int_equal(marks.count, 0);
    assert_false(marks_has(&marks, 7));
}

static void there_is_an_end_to_marking(void **state)
{
    struct marks marks = {0};

    (void)state;
    for (int64_t id = MARKS_MAX; id > 0; id--)
        assert_true(marks_add(&marks, id));
    assert_false(marks_add(&marks, MARKS_MAX + 1));
    assert_true(marks_add(&marks, 1));
    assert_int_equal(marks.count, MARKS_MAX);
    marks_remove(&marks, 1);
    assert_true(marks_add(&marks, MARKS_MAX + 1));
    marks_clear(&marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_marked_stays_until_taken_away),
        cmocka_unit_test(there_is_an_end_to_marking),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
