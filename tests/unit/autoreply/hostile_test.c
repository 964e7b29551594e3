/* Hostile and endless input: the reader answers it, invents nothing, and leaves its own
 * lexicon as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/base/buffer.h"

enum { MEGABYTE = 1 << 20, REPEATED_BYTES = 1 << 16, MANY = 100000 };

static void read_text(struct autoreply_reader *reader, struct arena *arena,
                      const struct buffer *text, struct reading *out)
{
    struct message message = {.source = "test",
                              .id = "test",
                              .has_date = true,
                              .date_day = day_of(2026, 3, 2),
                              .date_minute = 600,
                              .from = {"Ann Low", "ann@low.example"},
                              .subject = "Automatic reply: x",
                              .text = buffer_string(text),
                              .text_length = text->length};
    autoreply_read(reader, arena, &message, DATE_ORDER_DMY, out);
}

/* Words that the grammar could run after, said over and over. */
static const char *const repeated[] = {
    "a",
    "@",
    "a@",
    "@b.c",
    "1",
    "0",
    "+",
    "(",
    "1/",
    "1.",
    "1-",
    "2026-",
    "> ",
    "until ",
    "tuesday ",
    "the week of ",
    "back on ",
    "after ",
    "first week of ",
    "monday after ",
    "in 2 ",
    "next ",
    "from ",
    "between ",
    "with my ",
    "my sister's ",
    "Mr. ",
    "x1 ",
    "ext. ",
    "\n",
    "\n\n",
    "- ",
    ". ",
    "\xFF",
    "\xE2\x80\x93",
    "\xF0\x9F\x8F\x96 ",
    "out of the office ",
    "out of the ",
    "not ",
    "wedding ",
    "in Leeds ",
    "In The Old Town Of ",
    "12 March ",
    "3/4 ",
    "12:30 ",
    "wrote:\n",
    "From: x\n",
    "Ann Low\n",
    "\"out of office\" ",
    "1 2 3 ",
    "+49 89 1234567 ",
    "a (at) b.c ",
    "on Monday, ",
};

static void test_repeated_words(void **state)
{
    for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
        struct arena *arena = arena_create();
        struct buffer text = {0};
        struct reading reading;
        while (text.length < REPEATED_BYTES)
            buffer_add_string(&text, repeated[i]);
        read_text(*state, arena, &text, &reading);
        assert_in_range(reading.kind, READING_OTHER, READING_LEFT);
        buffer_free(&text);
        arena_destroy(arena);
    }
}

static void test_many_addresses(void **state)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct reading reading;
    buffer_add_string(&text, "I am out of the office until Monday. Please contact ");
    for (int i = 0; i < MANY; i++)
        buffer_add_format(&text, "Bob Moss <u%d@many.example>, +44 1632 9%05d\n", i, i);
    read_text(*state, arena, &text, &reading);
    assert_int_equal(reading.kind, READING_OOO);
    assert_int_equal(reading.cover_count, MANY);
    assert_string_equal(reading.covers[MANY - 1].mail, "u99999@many.example");
    assert_string_equal(reading.covers[MANY - 1].phone, "+44163299999"
                                                        "9");
    buffer_free(&text);
    arena_destroy(arena);
}

static void test_endless_line(void **state)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct reading reading;
    buffer_add_string(&text, "I am on vacation until 9 March ");
    while (text.length < MEGABYTE)
        buffer_add_string(&text, "and I like long lines, Monday or Tuesday or 3 June ");
    read_text(*state, arena, &text, &reading);
    assert_int_equal(reading.kind, READING_OOO);
    assert_int_equal(reading.back, day_of(2026, 3, 9));
    buffer_free(&text);
    arena_destroy(arena);
}

static void test_noise(void **state)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct reading reading;
    uint32_t seed = 20260302;
    for (int i = 0; i < MEGABYTE / 4; i++) {
        seed = seed * 1664525u + 1013904223u;
        buffer_add_char(&text, (char)(seed >> 24));
    }
    read_text(*state, arena, &text, &reading);
    assert_int_equal(reading.first_day, DAY_NONE);
    assert_int_equal(reading.back, DAY_NONE);
    buffer_free(&text);
    arena_destroy(arena);
}

static void test_nothing(void **state)
{
    struct arena *arena = arena_create();
    struct message message = {
        .text = "", .date_day = DAY_NONE, .date_minute = MINUTE_NONE};
    struct reading reading;
    autoreply_read(*state, arena, &message, DATE_ORDER_NONE, &reading);
    assert_int_equal(reading.kind, READING_OTHER);
    assert_int_equal(reading.back, DAY_NONE);
    assert_int_equal(reading.first_day, DAY_NONE);
    assert_int_equal(reading.back_minute, MINUTE_NONE);
    assert_null(reading.place);
    assert_int_equal(reading.cover_count, 0);
    arena_destroy(arena);
}

/* The same message reads the same before and after others. */
static void test_reader_is_not_changed(void **state)
{
    struct buffer text = {0}, other = {0};
    struct arena *arena = arena_create();
    struct reading first, between, last;
    buffer_add_string(&text, "I am in Leeds at a conference until Friday 6 March.");
    buffer_add_string(&other, "I have left the company.");
    read_text(*state, arena, &text, &first);
    read_text(*state, arena, &other, &between);
    read_text(*state, arena, &text, &last);
    assert_int_equal(between.kind, READING_LEFT);
    assert_int_equal(first.back, last.back);
    assert_string_equal(first.place, last.place);
    assert_int_equal(first.evidence_count, last.evidence_count);
    buffer_free(&text);
    buffer_free(&other);
    arena_destroy(arena);
}

static int open_reader(void **state)
{
    struct error err;
    struct autoreply_reader *reader = autoreply_open(&err);
    *state = reader;
    return reader ? 0 : -1;
}

static int close_reader(void **state)
{
    autoreply_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repeated_words),
        cmocka_unit_test(test_many_addresses),
        cmocka_unit_test(test_endless_line),
        cmocka_unit_test(test_noise),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_reader_is_not_changed),
    };
    return cmocka_run_group_tests(tests, open_reader, close_reader);
}
