#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "../table.h"
#include "noise.h"
#include "touchbase/base/text.h"

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

static void shown_as_in_the_table(void **state)
{
    struct buffer out = {0};
    struct table table;

    (void)state;
    table_open(&table, "base/screen.tsv");
    while (table_next(&table)) {
        buffer_clear(&out);
        text_screen(&out, table.cells[0].text, table.cells[0].length);
        if (strcmp(buffer_string(&out), table.cells[1].text) != 0)
            fail_msg("row %d shows %s", table.line, buffer_string(&out));
        assert_int_equal(text_width(buffer_string(&out), out.length),
                         atoi(table.cells[2].text));
    }
    buffer_free(&out);
    table_close(&table);
}

static void plain_as_in_the_table(void **state)
{
    struct buffer out = {0};
    struct table table;

    (void)state;
    table_open(&table, "base/plain.tsv");
    while (table_next(&table)) {
        buffer_clear(&out);
        text_plain(&out, table.cells[0].text, table.cells[0].length);
        if (strcmp(buffer_string(&out), table.cells[1].text) != 0)
            fail_msg("row %d writes %s", table.line, buffer_string(&out));
    }
    buffer_free(&out);
    table_close(&table);
}

static void lines_keep_their_newlines(void **state)
{
    static const char text[] = "one\r\ntwo\n\u0301mark\rthree\n";
    struct buffer out = {0};

    (void)state;
    text_screen_lines(&out, text, sizeof text - 1);
    assert_string_equal(buffer_string(&out), "one\ntwo\nmark three\n");
    buffer_free(&out);
}

static bool is_harmful(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || (code >= 0xFE00 && code <= 0xFE0F) ||
           code == 0xFEFF || (code >= 0x1F1E6 && code <= 0x1F1FF) ||
           (code >= 0xE0000 && code <= 0xE0FFF);
}

static void every_code_point_alone(void **state)
{
    struct buffer raw = {0};
    struct buffer out = {0};

    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        const char *at;

        buffer_clear(&raw);
        buffer_clear(&out);
        buffer_add_char(&raw, 'x');
        text_append(&raw, code);
        text_screen(&out, raw.data, raw.length);
        at = out.data;
        while (at < out.data + out.length) {
            uint32_t shown = text_next(&at, out.data + out.length);

            if (is_harmful(shown) || wcwidth((wchar_t)shown) < 0)
                fail_msg("U+%04X passes as U+%04X", (unsigned)code, (unsigned)shown);
        }
    }
    buffer_free(&raw);
    buffer_free(&out);
}

/* Endurance: the sum of the cells is what the C library counts for the whole, no code
 * point is without a width, no letter carries more marks than a cell holds, and what went
 * through once goes through unchanged. */
static void noise_is_tame_afterwards(void **state)
{
    struct random random = {6};
    struct buffer raw = {0}, once = {0}, twice = {0};

    (void)state;
    for (int round = 0; round < 5000; round++) {
        const char *at, *end;
        int sum = 0, marks = 0;

        buffer_clear(&once);
        buffer_clear(&twice);
        noise_make(&random, &raw, 24);
        text_screen(&once, buffer_string(&raw), raw.length);
        at = buffer_string(&once);
        end = at + once.length;
        assert_true(text_is_utf8(at, once.length));
        while (at < end) {
            uint32_t code = text_next(&at, end);
            int width = wcwidth((wchar_t)code);

            assert_false(is_harmful(code));
            assert_true(width >= 0);
            marks = width == 0 ? marks + 1 : 0;
            assert_true(marks <= 4);
            sum += width;
        }
        assert_int_equal(sum, text_width(buffer_string(&once), once.length));
        text_screen(&twice, buffer_string(&once), once.length);
        assert_string_equal(buffer_string(&once), buffer_string(&twice));
    }
    buffer_free(&raw);
    buffer_free(&once);
    buffer_free(&twice);
}

static void noise_written_plainly_has_no_controls(void **state)
{
    struct random random = {11};
    struct buffer raw = {0}, out = {0};

    (void)state;
    for (int round = 0; round < 5000; round++) {
        const char *at, *end;

        buffer_clear(&out);
        noise_make(&random, &raw, 24);
        text_plain(&out, buffer_string(&raw), raw.length);
        at = buffer_string(&out);
        end = at + out.length;
        assert_true(text_is_utf8(at, out.length));
        while (at < end) {
            uint32_t code = text_next(&at, end);

            assert_true(code >= 0x20 || code == '\n' || code == '\t');
            assert_false(code >= 0x7F && code < 0xA0);
            assert_false(code >= 0x202A && code <= 0x202E);
            assert_false(code >= 0x2066 && code <= 0x2069);
        }
    }
    buffer_free(&raw);
    buffer_free(&out);
}

static void what_fits(void **state)
{
    int used;

    (void)state;
    assert_int_equal(text_fit("abcdef", 6, 4, &used), 4);
    assert_int_equal(used, 4);
    assert_int_equal(text_fit("abc", 3, 10, &used), 3);
    assert_int_equal(used, 3);
    assert_int_equal(text_fit("漢字", 6, 3, &used), 3);
    assert_int_equal(used, 2);
    assert_int_equal(text_fit("e\u0301x", 4, 1, &used), 3);
    assert_int_equal(used, 1);
    assert_int_equal(text_fit("ab\u0301", 4, 2, NULL), 4);
    assert_int_equal(text_fit("漢", 3, 1, &used), 0);
    assert_int_equal(used, 0);
    assert_int_equal(text_fit("abc", 3, 0, &used), 0);
    assert_int_equal(text_fit("abc", 3, -5, &used), 0);
    assert_int_equal(text_fit("", 0, 5, &used), 0);
    assert_int_equal(used, 0);
}

/* A syllable of several columns goes whole or not at all. */
static void clusters_are_not_torn(void **state)
{
    static const char text[] =
        "\u0915\u0940\u0928\u0940"; /* two syllables with spacing vowel signs */
    int used;

    (void)state;
    for (int columns = 0; columns < 6; columns++) {
        size_t fits = text_fit(text, sizeof text - 1, columns, &used);

        assert_true(fits == 0 || fits == 6 || fits == 12);
        assert_true(used <= columns);
        assert_int_equal(used, text_width(text, fits));
    }
}

static void padded(const char *text, int columns, const char *expected)
{
    struct buffer out = {0};

    text_pad(&out, text, columns);
    assert_string_equal(buffer_string(&out), expected);
    buffer_free(&out);
}

static void cut_or_padded(void **state)
{
    (void)state;
    padded("abc", 5, "abc  ");
    padded("abc", 3, "abc");
    padded("abcd", 3, "ab…");
    padded("abc", 1, "…");
    padded("abc", 0, "");
    padded("abc", -1, "");
    padded("", 3, "   ");
    padded("漢字", 4, "漢字");
    padded("漢字", 3, "漢…");
    padded("漢字", 2, "… ");
    padded("a漢字", 4, "a漢…");
    padded("e\u0301e\u0301e\u0301", 2, "e\u0301…");
}

static void always_exactly_as_wide_as_asked(void **state)
{
    struct random random = {14};
    struct buffer raw = {0}, shown = {0}, out = {0};

    (void)state;
    for (int round = 0; round < 2000; round++) {
        noise_make(&random, &raw, 24);
        buffer_clear(&shown);
        text_screen(&shown, buffer_string(&raw), raw.length);
        for (int columns = 0; columns < 20; columns++) {
            const char *text = buffer_string(&shown);
            size_t fits = text_fit(text, shown.length, columns, NULL);

            buffer_clear(&out);
            text_pad(&out, text, columns);
            assert_int_equal(text_width(buffer_string(&out), out.length), columns);
            if (fits > 0 && fits < shown.length)
                assert_int_equal(
                    text_cluster_next(text, shown.length,
                                      text_cluster_previous(text, shown.length, fits)),
                    fits);
        }
    }
    buffer_free(&raw);
    buffer_free(&shown);
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shown_as_in_the_table),
        cmocka_unit_test(plain_as_in_the_table),
        cmocka_unit_test(lines_keep_their_newlines),
        cmocka_unit_test(every_code_point_alone),
        cmocka_unit_test(noise_is_tame_afterwards),
        cmocka_unit_test(noise_written_plainly_has_no_controls),
        cmocka_unit_test(what_fits),
        cmocka_unit_test(clusters_are_not_torn),
        cmocka_unit_test(cut_or_padded),
        cmocka_unit_test(always_exactly_as_wide_as_asked),
    };

    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
