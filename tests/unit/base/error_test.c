#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "touchbase/base/error.h"
#include "touchbase/base/text.h"

static void setting_fills_and_says_false(void **state)
{
    struct error err = {0};

    (void)state;
    assert_false(error_set(&err, ERROR_USAGE, "%s is no day", "31 Feb"));
    assert_int_equal(err.code, ERROR_USAGE);
    assert_string_equal(err.text, "31 Feb is no day");
    assert_false(error_set(&err, ERROR_FAILED, "%s", ""));
    assert_string_equal(err.text, "");
}

static void system_errors_are_words(void **state)
{
    struct error err = {0};

    (void)state;
    assert_false(error_set_errno(&err, ENOENT, "cannot read %s", "a.vcf"));
    assert_int_equal(err.code, ERROR_FAILED);
    assert_string_equal(err.text, "cannot read a.vcf: No such file or directory");
}

static void a_prefix_keeps_the_code(void **state)
{
    struct error err = {0};

    (void)state;
    error_set(&err, ERROR_NOT_FOUND, "nobody is called Ana");
    assert_false(error_prefix(&err, "%s:%d", "list.csv", 12));
    assert_int_equal(err.code, ERROR_NOT_FOUND);
    assert_string_equal(err.text, "list.csv:12: nobody is called Ana");
}

static void the_old_text_may_be_an_argument(void **state)
{
    struct error err = {0};

    (void)state;
    error_set(&err, ERROR_FAILED, "inner");
    error_set(&err, ERROR_FAILED, "outer (%s)", err.text);
    assert_string_equal(err.text, "outer (inner)");
    error_prefix(&err, "%s", err.text);
    assert_string_equal(err.text, "outer (inner): outer (inner)");
    error_set_errno(&err, EACCES, "<%s>", err.text);
    assert_string_equal(err.text, "<outer (inner): outer (inner)>: Permission denied");
}

static void fill(char *text, size_t size, const char *piece)
{
    size_t length = strlen(piece);

    text[0] = '\0';
    for (size_t used = 0; used + length < size; used += length)
        memcpy(text + used, piece, length + 1);
}

/* Texts of every length around the limit, so that the cut falls at every place of a
 * character. */
static void cut_short_between_characters(void **state)
{
    static const char *const pieces[] = {"a", "é", "漢", "\U0001F600"};
    char longer[ERROR_TEXT_SIZE * 2];
    struct error err = {0};

    (void)state;
    for (size_t p = 0; p < 4; p++) {
        fill(longer, sizeof longer, pieces[p]);
        for (int lead = 0; lead < 5; lead++) {
            error_set(&err, ERROR_FAILED, "%.*s%s", lead, "abcd", longer);
            assert_true(strlen(err.text) >= ERROR_TEXT_SIZE - 4);
            assert_true(text_is_utf8(err.text, strlen(err.text)));
            error_prefix(&err, "%.*s", lead, "wxyz");
            assert_true(strlen(err.text) >= ERROR_TEXT_SIZE - 4);
            assert_true(text_is_utf8(err.text, strlen(err.text)));
            error_set_errno(&err, ENOSPC, "%.*s%s", lead, "abcd", longer);
            assert_true(text_is_utf8(err.text, strlen(err.text)));
        }
    }
}

static void a_prefix_longer_than_all_leaves_only_itself(void **state)
{
    char longer[ERROR_TEXT_SIZE * 2];
    struct error err = {0};

    (void)state;
    fill(longer, sizeof longer, "x");
    error_set(&err, ERROR_AMBIGUOUS, "short");
    error_prefix(&err, "%s", longer);
    assert_int_equal(strlen(err.text), ERROR_TEXT_SIZE - 1);
    assert_int_equal(err.code, ERROR_AMBIGUOUS);
}

static void exactly_full_is_not_cut(void **state)
{
    char whole[ERROR_TEXT_SIZE];
    struct error err = {0};

    (void)state;
    memset(whole, 'y', sizeof whole);
    memcpy(whole + ERROR_TEXT_SIZE - 3, "é", 3);
    error_set(&err, ERROR_FAILED, "%s", whole);
    assert_string_equal(err.text, whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_fills_and_says_false),
        cmocka_unit_test(system_errors_are_words),
        cmocka_unit_test(a_prefix_keeps_the_code),
        cmocka_unit_test(the_old_text_may_be_an_argument),
        cmocka_unit_test(cut_short_between_characters),
        cmocka_unit_test(a_prefix_longer_than_all_leaves_only_itself),
        cmocka_unit_test(exactly_full_is_not_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
