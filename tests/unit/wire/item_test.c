/* Items of a collection over the wire. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/collection.h"
#include "touchbase/wire/codec.h"

static bool round_trip(struct arena *arena, const struct wire_item *item,
                       struct wire_item *out)
{
    struct buffer bytes = {0};
    struct wire_record record;
    size_t used;
    size_t begun = wire_begin(&bytes, WIRE_ITEM);
    wire_put_item(&bytes, item);
    assert_true(wire_end(&bytes, begun));
    assert_int_equal(wire_parse(bytes.data, bytes.length, &record, &used), WIRE_WHOLE);
    bool good = wire_get_item(arena, record, out);
    buffer_free(&bytes);
    return good;
}

static void there_and_back(void **state)
{
    const struct wire_item item = {
        .result = COLLECTION_GONE,
        .etag = "\"a-1\"",
        .understood = true,
        .entry = {.uid = "u",
                  .title = "Call",
                  .when = {20000, 61},
                  .utc = true,
                  .state = ENTRY_DONE,
                  .done_utc = 5,
                  .sequence = 7,
                  .repeats = true},
    };
    struct arena *arena = arena_create();
    struct wire_item out;
    (void)state;
    assert_true(round_trip(arena, &item, &out));
    assert_int_equal(out.result, COLLECTION_GONE);
    assert_string_equal(out.etag, "\"a-1\"");
    assert_string_equal(out.entry.uid, "u");
    assert_string_equal(out.entry.title, "Call");
    assert_int_equal(out.entry.when.day, 20000);
    assert_int_equal(out.entry.when.minute, 61);
    assert_true(out.entry.utc && out.entry.repeats);
    assert_int_equal(out.entry.state, ENTRY_DONE);
    assert_int_equal(out.entry.done_utc, 5);
    assert_int_equal(out.entry.sequence, 7);
    arena_destroy(arena);
}

static void what_is_none(void **state)
{
    const struct wire_item rows[] = {
        {.result = COLLECTION_FAILED, .entry.title = "x"},
        {.result = -1, .entry.title = "x"},
        {.understood = true},
        {.entry = {.title = "x", .when = {20000, 1440}}},
        {.entry = {.title = "x", .state = (enum entry_state)9}},
        {.entry = {.title = "\xff"}},
    };
    struct arena *arena = arena_create();
    struct wire_item out;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(round_trip(arena, &rows[i], &out));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
