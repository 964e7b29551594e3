#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../table.h"
#include "noise.h"
#include "touchbase/base/text.h"

static void what_is_utf8(void **state)
{
    static const char *const good[] = {"",           "a",          "é",       "漢",
                                       "\U0001F600", "\U0010FFFF", "\xC2\x80"};
    static const char *const bad[] = {"\x80",
                                      "\xC3",
                                      "\xC3(",
                                      "\xC0\xAF",
                                      "\xE0\x80\xAF",
                                      "\xED\xA0\x80",
                                      "\xE6\xBC",
                                      "\xF4\x90\x80\x80",
                                      "\xF8\x88\x80\x80\x80",
                                      "\xFF",
                                      "a\xFE"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(text_is_utf8(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(text_is_utf8(bad[i], strlen(bad[i])));
    assert_true(text_is_utf8("a\0b", 3));
    assert_false(text_is_utf8("漢", 2)); /* the length counts, not the NUL */
}

static void repair_keeps_what_is_good(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_string_equal(text_repair(arena, "Grüße", 7), "Grüße");
    assert_string_equal(text_repair(arena, "a\xFFz", 3), "a\uFFFDz");
    assert_string_equal(text_repair(arena, "a\0z", 3), "a\uFFFDz");
    assert_string_equal(text_repair(arena, "\xE6\xBCx", 3), "\uFFFD\uFFFDx");
    assert_string_equal(text_repair(arena, "", 0), "");
    arena_destroy(arena);
}

static void windows_1252_becomes_utf8(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_string_equal(text_from_latin(arena, "Caf\xE9", 4), "Café");
    assert_string_equal(text_from_latin(arena, "\x80 \x93hi\x94 \x96 \x85", 10),
                        "€ “hi” – …");
    assert_string_equal(text_from_latin(arena, "\x81\x8D\x8F\x90\x9D", 5),
                        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assert_string_equal(text_from_latin(arena, "\xA0\xFF\0", 3), "\u00A0ÿ\uFFFD");
    arena_destroy(arena);
}

static void code_points_one_by_one(void **state)
{
    static const char text[] = "aé漢\U0001F600\xFFz";
    static const uint32_t codes[] = {'a', 0xE9, 0x6F22, 0x1F600, 0xFFFD, 'z'};
    const char *at = text;
    const char *end = text + sizeof text - 1;
    struct buffer out = {0};

    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_int_equal(text_next(&at, end), codes[i]);
    assert_ptr_equal(at, end);
    at = "漢"; /* cut: one byte is taken, the rest later */
    assert_int_equal(text_next(&at, at + 2), 0xFFFD);
    for (size_t i = 0; i < 4; i++)
        text_append(&out, codes[i]);
    text_append(&out, 0x110000); /* no code point: nothing */
    assert_string_equal(buffer_string(&out), "aé漢\U0001F600");
    buffer_free(&out);
}

static void folded_as_in_the_table(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/fold.tsv");
    while (table_next(&table)) {
        const char *folded = text_fold(table.arena, table.cells[0].text);

        if (strcmp(folded, table.cells[1].text) != 0)
            fail_msg("row %d: %s becomes %s", table.line, table.cells[0].text, folded);
        assert_true(text_same_folded(table.cells[0].text, table.cells[1].text));
    }
    table_close(&table);
}

static void names_that_are_not_the_same(void **state)
{
    (void)state;
    assert_true(text_same_folded("ÉLODIE  Müller", "elodie muller "));
    assert_false(text_same_folded("Elodie Muller", "Elodie Mueller"));
    assert_false(text_same_folded("Ann", "Anna"));
    assert_false(text_same_folded("田中", "中田"));
    assert_true(text_same_folded("", "  "));
}

static void folding_twice_changes_nothing(void **state)
{
    struct random random = {19};
    struct buffer text = {0};

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct arena *arena = arena_create();
        const char *folded;
        size_t length;

        noise_make(&random, &text, 20);
        folded = text_fold(arena, buffer_string(&text));
        length = strlen(folded);
        assert_true(text_is_utf8(folded, length));
        assert_true(length == 0 || (folded[0] != ' ' && folded[length - 1] != ' '));
        assert_null(strstr(folded, "  "));
        assert_string_equal(text_fold(arena, folded), folded);
        arena_destroy(arena);
    }
    buffer_free(&text);
}

static void words_begin(void **state)
{
    (void)state;
    assert_true(text_begins_word("maria del mar", "mar"));
    assert_true(text_begins_word("maria del mar", "del"));
    assert_false(text_begins_word("maria del mar", "ria"));
    assert_true(text_begins_word("o'brien-smith", "smith"));
    assert_true(text_begins_word("o'brien-smith", "brien"));
    assert_true(text_begins_word("acme (toronto)", "tor"));
    assert_false(text_begins_word("acme", "acme inc"));
    assert_true(text_begins_word("acme inc", "acme inc"));
    assert_false(text_begins_word("", "a"));
    assert_true(text_mentions("Jürgen Müller, Acme", "mul  JU"));
    assert_false(text_mentions("Jürgen Müller, Acme", "ju ller"));
    assert_true(text_mentions("Acme", ""));
    assert_true(text_begins_word("田中太郎", "太郎"));
    assert_true(text_begins_word("김철수", "철"));
    assert_true(text_begins_word("acme株式会社", "株"));
    assert_true(text_begins_word("佐々木", "木"));
    assert_false(text_begins_word("élan", "lan"));
}

static void digits_of_phone_numbers(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/phone.tsv");
    while (table_next(&table))
        assert_string_equal(text_phone_digits(table.arena, table.cells[0].text),
                            table.cells[1].text);
    table_close(&table);
}

static void clusters_as_in_the_table(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/cluster.tsv");
    while (table_next(&table)) {
        struct buffer text = {0};
        size_t ends[TABLE_CELLS + 1] = {0};

        for (int i = 0; i < table.count; i++) {
            buffer_add(&text, table.cells[i].text, table.cells[i].length);
            ends[i + 1] = text.length;
        }
        for (int i = 0; i < table.count; i++) {
            if (text_cluster_next(text.data, text.length, ends[i]) != ends[i + 1] ||
                text_cluster_previous(text.data, text.length, ends[i + 1]) != ends[i])
                fail_msg("row %d, cluster %d", table.line, i + 1);
        }
        assert_int_equal(text_cluster_next(text.data, text.length, text.length),
                         text.length);
        assert_int_equal(text_cluster_next(text.data, text.length, text.length + 9),
                         text.length);
        assert_int_equal(text_cluster_previous(text.data, text.length, 0), 0);
        buffer_free(&text);
    }
    table_close(&table);
}

/* Walking back visits the same places as walking on; from inside a cluster one comes to
 * its start. */
static void clusters_there_and_back(void **state)
{
    struct random random = {29};
    struct buffer text = {0};

    (void)state;
    for (int round = 0; round < 2000; round++) {
        noise_make(&random, &text, 16);
        for (size_t at = 0; at < text.length;) {
            size_t next = text_cluster_next(text.data, text.length, at);

            assert_true(next > at && next <= text.length);
            for (size_t inside = at + 1; inside <= next; inside++)
                assert_int_equal(text_cluster_previous(text.data, text.length, inside),
                                 at);
            at = next;
        }
    }
    buffer_free(&text);
}

static void kinds_of_characters(void **state)
{
    static const uint32_t words[] = {'a',    'Z',   '0',   0xE9,  0x301,
                                     0x4E2D, 0x627, 0x966, 0xAC00};
    static const uint32_t others[] = {' ',  '-',  '\'',   '.',     '@',
                                      '\n', 0xA0, 0x2019, 0x1F600, 0};

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(text_is_word(words[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(text_is_word(others[i]));
    assert_true(text_is_cjk(0x4E2D) && text_is_cjk(0x3042) && text_is_cjk(0xAC00));
    assert_true(text_is_cjk(0x3005) && text_is_cjk(0x20000));
    assert_false(text_is_cjk('a') || text_is_cjk(0x3002) || text_is_cjk(0x1F600));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_utf8),
        cmocka_unit_test(repair_keeps_what_is_good),
        cmocka_unit_test(windows_1252_becomes_utf8),
        cmocka_unit_test(code_points_one_by_one),
        cmocka_unit_test(folded_as_in_the_table),
        cmocka_unit_test(names_that_are_not_the_same),
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(words_begin),
        cmocka_unit_test(digits_of_phone_numbers),
        cmocka_unit_test(clusters_as_in_the_table),
        cmocka_unit_test(clusters_there_and_back),
        cmocka_unit_test(kinds_of_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
