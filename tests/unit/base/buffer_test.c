#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "touchbase/base/buffer.h"

static void an_empty_one_is_an_empty_string(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    assert_string_equal(buffer_string(&buffer), "");
    buffer_add(&buffer, NULL, 0);
    assert_string_equal(buffer_string(&buffer), "");
    buffer_clear(&buffer);
    buffer_free(&buffer);
    assert_null(buffer.data);
    buffer_clear(&buffer);
    buffer_remove(&buffer, 0, 0);
    assert_string_equal(buffer_string(&buffer), "");
}

static void what_is_added_stands_in_order(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    buffer_add_string(&buffer, "one");
    buffer_add_char(&buffer, ' ');
    buffer_add(&buffer, "two and", 3);
    buffer_add_format(&buffer, " %d%s", 3, "!");
    buffer_add_format(&buffer, "%s", "");
    assert_string_equal(buffer_string(&buffer), "one two 3!");
    assert_int_equal(buffer.length, 10);
    buffer_clear(&buffer);
    assert_int_equal(buffer.length, 0);
    assert_string_equal(buffer_string(&buffer), "");
    buffer_free(&buffer);
}

static void bytes_may_be_nul(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    buffer_add(&buffer, "a\0b", 3);
    buffer_add_char(&buffer, '\0');
    assert_int_equal(buffer.length, 4);
    assert_memory_equal(buffer.data, "a\0b\0", 5);
    buffer_free(&buffer);
}

static void insert_and_remove_anywhere(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    buffer_insert(&buffer, 0, "cd", 2);
    buffer_insert(&buffer, 0, "ab", 2);
    buffer_insert(&buffer, 4, "ef", 2);
    buffer_insert(&buffer, 3, "--", 2);
    assert_string_equal(buffer_string(&buffer), "abc--def");
    buffer_remove(&buffer, 3, 2);
    assert_string_equal(buffer_string(&buffer), "abcdef");
    buffer_remove(&buffer, 0, 1);
    buffer_remove(&buffer, 4, 1);
    assert_string_equal(buffer_string(&buffer), "bcde");
    buffer_remove(&buffer, 0, 4);
    assert_string_equal(buffer_string(&buffer), "");
    buffer_free(&buffer);
}

static void a_long_format_fits(void **state)
{
    struct buffer buffer = {0};

    (void)state;
    buffer_add_format(&buffer, "%0100000d", 7);
    assert_int_equal(buffer.length, 100000);
    assert_int_equal(buffer.data[99999], '7');
    buffer_free(&buffer);
}

enum { MODEL_SIZE = 4096 };

struct model {
    char bytes[MODEL_SIZE];
    size_t length;
};

static void insert_both(struct buffer *buffer, struct model *model, struct random *random)
{
    char bytes[32];
    size_t length = random_below(random, sizeof bytes);
    size_t at = random_below(random, (uint32_t)model->length + 1);

    if (model->length + length > MODEL_SIZE)
        return;
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)random_next(random);
    memmove(model->bytes + at + length, model->bytes + at, model->length - at);
    memcpy(model->bytes + at, bytes, length);
    model->length += length;
    buffer_insert(buffer, at, bytes, length);
}

static void remove_both(struct buffer *buffer, struct model *model, struct random *random)
{
    size_t at = random_below(random, (uint32_t)model->length + 1);
    size_t length = random_below(random, (uint32_t)(model->length - at) + 1);

    memmove(model->bytes + at, model->bytes + at + length, model->length - at - length);
    model->length -= length;
    buffer_remove(buffer, at, length);
}

static void random_edits_agree_with_a_plain_array(void **state)
{
    struct random random = {20260302};
    struct buffer buffer = {0};
    struct model model = {.length = 0};

    (void)state;
    for (int round = 0; round < 20000; round++) {
        if (random_below(&random, 5) > 0)
            insert_both(&buffer, &model, &random);
        else
            remove_both(&buffer, &model, &random);
        assert_int_equal(buffer.length, model.length);
        assert_true(buffer.length < buffer.capacity || buffer.data == NULL);
        if (model.length > 0)
            assert_memory_equal(buffer.data, model.bytes, model.length);
        assert_int_equal(buffer_string(&buffer)[buffer.length], '\0');
    }
    buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_one_is_an_empty_string),
        cmocka_unit_test(what_is_added_stands_in_order),
        cmocka_unit_test(bytes_may_be_nul),
        cmocka_unit_test(insert_and_remove_anywhere),
        cmocka_unit_test(a_long_format_fits),
        cmocka_unit_test(random_edits_agree_with_a_plain_array),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
