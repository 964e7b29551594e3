/* The framing: records and fields, whole, in part and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/wire/record.h"

static void make_record(struct buffer *out)
{
    size_t begun = wire_begin(out, WIRE_BAD);
    wire_add_string(out, 1, "words");
    wire_add_string(out, 2, NULL);
    wire_add_number(out, 3, INT64_MIN);
    size_t opened = wire_open_field(out, 4);
    wire_add_string(out, 1, "");
    wire_close_field(out, opened);
    assert_true(wire_end(out, begun));
}

static void a_record_comes_back(void **state)
{
    struct buffer bytes = {0};
    struct wire_record record;
    struct wire_field field;
    size_t used = 0;
    int64_t number = 0;
    bool broken = false;
    (void)state;
    make_record(&bytes);
    assert_int_equal(WIRE_WHOLE, wire_parse(bytes.data, bytes.length, &record, &used));
    assert_int_equal(used, bytes.length);
    assert_int_equal(record.kind, WIRE_BAD);
    assert_true(wire_next_field(&record, &field, &broken));
    assert_int_equal(field.tag, 1);
    assert_memory_equal(field.value, "words", field.length);
    assert_false(wire_number(&field, &number));
    assert_true(wire_next_field(&record, &field, &broken));
    assert_int_equal(field.tag, 3);
    assert_true(wire_number(&field, &number));
    assert_true(number == INT64_MIN);
    assert_true(wire_next_field(&record, &field, &broken));
    assert_int_equal(field.tag, 4);
    assert_int_equal(field.length, 5);
    assert_false(wire_next_field(&record, &field, &broken));
    assert_false(broken);
    buffer_free(&bytes);
}

static void every_shorter_one_is_a_part(void **state)
{
    struct buffer bytes = {0};
    struct wire_record record;
    size_t used = 0;
    (void)state;
    make_record(&bytes);
    for (size_t length = 0; length < bytes.length; length++) {
        char *copy = malloc(length + 1); /* so that a byte too many is seen */
        memcpy(copy, bytes.data, length);
        assert_int_equal(WIRE_PART, wire_parse(copy, length, &record, &used));
        free(copy);
    }
    buffer_free(&bytes);
}

static void nonsense_is_refused(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {
        {"\0\0\0\0", 4},         /* no kind */
        {"\xff\xff\xff\xff", 4}, /* too long */
        {"\x01\0\0\x01", 4},     /* one over the limit */
        {"\x01\0\0\0\0", 5},     /* kind 0 */
        {"\x01\0\0\0\x63", 5},   /* unknown kind */
        {"GET / HTTP/1.1\r\n", 16},
    };
    struct wire_record record;
    size_t used = 0;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(WIRE_BROKEN,
                         wire_parse(cases[i].bytes, cases[i].length, &record, &used));
}

static void fields_past_the_end_are_broken(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {{"\x01", 1},
                 {"\x01\x05\0\0", 4},
                 {"\x01\x02\0\0\0x", 6},
                 {"\x01\xff\xff\xff\xffxx", 7}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct wire_record fields = {.bytes = cases[i].bytes, .length = cases[i].length};
        struct wire_field field;
        bool broken = false;
        assert_false(wire_next_field(&fields, &field, &broken));
        assert_true(broken);
    }
}

static void a_record_too_long_is_taken_off(void **state)
{
    struct buffer bytes = {0};
    char *big = calloc(1, WIRE_RECORD_MAX);
    (void)state;
    make_record(&bytes);
    size_t before = bytes.length;
    size_t begun = wire_begin(&bytes, WIRE_BYTES);
    wire_add_bytes(&bytes, 1, big, WIRE_RECORD_MAX);
    assert_false(wire_end(&bytes, begun));
    assert_int_equal(bytes.length, before);
    begun = wire_begin(&bytes, WIRE_BYTES);
    wire_add_bytes(&bytes, 1, big, WIRE_RECORD_MAX - 6);
    assert_true(wire_end(&bytes, begun));
    free(big);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_comes_back),
        cmocka_unit_test(every_shorter_one_is_a_part),
        cmocka_unit_test(nonsense_is_refused),
        cmocka_unit_test(fields_past_the_end_are_broken),
        cmocka_unit_test(a_record_too_long_is_taken_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
