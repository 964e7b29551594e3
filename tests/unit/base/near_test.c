#include "touchbase/base/near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const commands[] = {"add", "backup", "check", "done", "due", "export"};

static const char *near(const char *word)
{
    return near_word(word, commands, sizeof commands / sizeof *commands);
}

static void test_distances(void **state)
{
    static const struct {
        const char *a, *b;
        size_t distance;
    } rows[] = {
        {"", "", 0},         {"", "abc", 3},    {"abc", "", 3},
        {"due", "due", 0},   {"due", "deu", 1}, {"check", "chek", 1},
        {"done", "dine", 1}, {"ab", "ba", 1},   {"kitten", "sitting", 3},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(near_distance(rows[i].a, rows[i].b), rows[i].distance);
        assert_int_equal(near_distance(rows[i].b, rows[i].a), rows[i].distance);
    }
}

static void test_a_long_word_is_far(void **state)
{
    char word[65];

    (void)state;
    memset(word, 'a', 64);
    word[64] = '\0';
    assert_int_equal(near_distance(word, word), 64);
    word[63] = '\0';
    assert_int_equal(near_distance(word, word), 0);
    assert_int_equal(near_distance(word, ""), 63);
}

static void test_slips_are_found(void **state)
{
    (void)state;
    assert_string_equal(near("chekc"), "check");
    assert_string_equal(near("backpu"), "backup");
    assert_string_equal(near("exprot"), "export");
    assert_string_equal(near("expo"), "export");
    assert_string_equal(near("ad"), "add");
    assert_null(near("zzzz"));
    assert_null(near("import-everything"));
    assert_null(near(""));
    assert_null(near_word("due", NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_a_long_word_is_far),
        cmocka_unit_test(test_slips_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
