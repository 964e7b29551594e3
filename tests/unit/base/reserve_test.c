/* Room kept for the last words (base/reserve.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/reserve.h"

static void room_is_kept_and_given(void **state)
{
    char folder[] = "/tmp/touchbase-reserve-XXXXXX", path[64];
    struct stat found;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/desk.db-reserve", folder);
    assert_false(reserve_give(path));
    assert_false(reserve_keep(path, UINT64_MAX)); /* no disk is that large */
    assert_int_not_equal(stat(path, &found), 0);

    assert_true(reserve_keep(path, 1));
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_size, RESERVE_BYTES);
    assert_true(found.st_blocks * 512 >= RESERVE_BYTES); /* not only said to be there */
    assert_int_equal(found.st_mode & 0777, 0600);
    assert_true(reserve_keep(path, 1)); /* it is there already */
    assert_false(reserve_keep(path, UINT64_MAX));
    assert_int_equal(stat(path, &found), 0);

    assert_true(reserve_give(path));
    assert_false(reserve_give(path));
    rmdir(folder);
    assert_true(reserve_keep(path, 1)); /* no folder, no reserve, and no harm */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(room_is_kept_and_given)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
