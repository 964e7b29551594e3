/* FNV-1a against its published values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/base/fnv.h"

static void published_values(void **state)
{
    (void)state;
    assert_true(fnv_on(FNV_START, "", 0) == UINT64_C(0xCBF29CE484222325));
    assert_true(fnv_on(FNV_START, "a", 1) == UINT64_C(0xAF63DC4C8601EC8C));
    assert_true(fnv_on(FNV_START, "foobar", 6) == UINT64_C(0x85944171F73967E8));
    assert_true(fnv_on(fnv_on(FNV_START, "foo", 3), "bar", 3) ==
                UINT64_C(0x85944171F73967E8));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_values)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
