#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../table.h"
#include "touchbase/base/embedded.h"

static void every_file_is_there_byte_for_byte(void **state)
{
    (void)state;
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++) {
        struct buffer disk = {0};
        struct error err = {0};
        char path[1024];

        snprintf(path, sizeof path, "%s/data/%s", getenv("SOURCE"), file->name);
        assert_true(file_read(path, (size_t)64 << 20, &disk, &err));
        assert_int_equal(file->size, disk.length);
        assert_int_equal(file->text[file->size], '\0');
        if (disk.length > 0)
            assert_memory_equal(file->text, disk.data, disk.length);
        buffer_free(&disk);
    }
}

static void names_are_sorted_and_found(void **state)
{
    (void)state;
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++) {
        assert_ptr_equal(embedded_find(file->name), file);
        if (file > embedded_files)
            assert_true(strcmp(file[-1].name, file->name) < 0);
    }
    assert_null(embedded_find("no/such/file"));
    assert_null(embedded_find(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_is_there_byte_for_byte),
        cmocka_unit_test(names_are_sorted_and_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
