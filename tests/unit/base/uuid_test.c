#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/uuid.h"

static void made_ones_are_version_4(void **state)
{
    char uuid[UUID_SIZE];

    (void)state;
    for (int i = 0; i < 1000; i++) {
        assert_ptr_equal(uuid_make(uuid), uuid);
        assert_int_equal(strlen(uuid), 36);
        assert_true(uuid_valid(uuid));
        assert_int_equal(uuid[14], '4');
        assert_non_null(strchr("89ab", uuid[19]));
        assert_int_equal(strspn(uuid, "0123456789abcdef-"), 36);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void no_two_are_the_same(void **state)
{
    enum { COUNT = 10000 };
    char(*made)[UUID_SIZE] = malloc(COUNT * sizeof *made);

    (void)state;
    assert_non_null(made);
    for (int i = 0; i < COUNT; i++)
        uuid_make(made[i]);
    qsort(made, COUNT, sizeof *made, by_text);
    for (int i = 1; i < COUNT; i++)
        assert_string_not_equal(made[i - 1], made[i]);
    free(made);
}

static void forms(void **state)
{
    static const char *const bad[] = {
        "",
        "-",
        "00000000-0000-0000-0000-00000000000",
        "00000000-0000-0000-0000-0000000000000",
        "00000000-0000-0000-0000_000000000000",
        "0000000-00000-0000-0000-000000000000",
        "g0000000-0000-0000-0000-000000000000",
        "{0000000-0000-0000-0000-00000000000}",
        "00000000000000000000000000000000",
        " 0000000-0000-0000-0000-000000000000",
    };

    (void)state;
    assert_true(uuid_valid("00000000-0000-0000-0000-000000000000"));
    assert_true(uuid_valid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
    assert_true(uuid_valid("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(uuid_valid(bad[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(made_ones_are_version_4),
        cmocka_unit_test(no_two_are_the_same),
        cmocka_unit_test(forms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
