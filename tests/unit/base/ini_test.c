#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "../table.h"
#include "random.h"
#include "touchbase/base/ini.h"

static void files_are_read(void **state)
{
    struct table table;
    struct error err;

    (void)state;
    table_open(&table, "base/settings.tsv");
    while (table_next(&table)) {
        const struct table_cell *cells = table.cells;
        struct ini ini = {0};

        print_message("row %d\n", table.line);
        assert_true(ini_parse(table.arena, "settings", cells[0].text, cells[0].length,
                              &ini, &err));
        assert_int_equal(ini.count, 1);
        assert_string_equal(ini.name, "settings");
        assert_string_equal(ini.entries[0].section, cells[1].text);
        assert_string_equal(ini.entries[0].key, cells[2].text);
        assert_string_equal(ini.entries[0].value, cells[3].text);
        assert_int_equal(ini.entries[0].line, atoi(cells[4].text));
    }
    table_close(&table);
}

static void mistakes_are_named_with_their_line(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/settings_bad.tsv");
    while (table_next(&table)) {
        struct error err = {0};
        struct ini ini = {0};

        assert_false(ini_parse(table.arena, "plays.ini", table.cells[0].text,
                               table.cells[0].length, &ini, &err));
        assert_string_equal(err.text, table.cells[1].text);
        assert_int_equal(err.code, ERROR_FAILED);
    }
    table_close(&table);
}

/* A wrong line costs itself and what goes on behind it, nothing else. */
static void who_goes_on_gets_the_rest(void **state)
{
    static const char text[] = "a = 1\nnonsense\n  of two lines\nb = 2\n  and more\n"
                               "[open\nc = 3\n";
    struct arena *arena = arena_create();
    struct ini_mistakes mistakes = {.arena = arena};
    struct ini ini = {0};

    (void)state;
    ini_parse_good(arena, "x.conf", text, sizeof text - 1, &ini, &mistakes);
    assert_int_equal(ini.count, 3);
    assert_string_equal(ini.entries[0].value, "1");
    assert_string_equal(ini.entries[1].value, "2 and more");
    assert_string_equal(ini.entries[2].key, "c");
    assert_int_equal(mistakes.count, 2);
    assert_string_equal(mistakes.texts[0],
                        "x.conf:2: expected \"key = value\" or \"[section]\"");
    assert_string_equal(mistakes.texts[1], "x.conf:6: \"[\" without \"]\"");
    arena_destroy(arena);
}

static void parse(struct arena *arena, const char *text, struct ini *ini)
{
    struct error err;

    assert_true(ini_parse(arena, "f", text, strlen(text), ini, &err));
}

static void several_sections_keep_their_order(void **state)
{
    struct arena *arena = arena_create();
    struct ini ini;

    (void)state;
    parse(arena, "top = 1\n[a]\nx = 1\nx = 2\n[b]\nx = 3\n[a]\n  y = 4\n", &ini);
    assert_int_equal(ini.count, 5);
    assert_string_equal(ini.entries[0].section, "");
    assert_string_equal(ini.entries[1].section, "a");
    assert_string_equal(ini.entries[2].value, "2");
    assert_string_equal(ini.entries[3].section, "b");
    /* Indented, but the first of its section: there is nothing to go on with. */
    assert_string_equal(ini.entries[4].key, "y");
    assert_string_equal(ini.entries[4].section, "a");
    assert_int_equal(ini.entries[4].line, 8);
    arena_destroy(arena);
}

static void nothing_is_a_file_too(void **state)
{
    struct arena *arena = arena_create();
    struct ini ini;

    (void)state;
    parse(arena, "", &ini);
    assert_int_equal(ini.count, 0);
    parse(arena, "\n\n# only a comment\n\r\n[section]\n", &ini);
    assert_int_equal(ini.count, 0);
    arena_destroy(arena);
}

static void values_may_be_long(void **state)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct ini ini;

    (void)state;
    buffer_add_string(&text, "opener = ");
    for (int i = 0; i < 20000; i++)
        buffer_add_string(&text, "word ");
    buffer_add_string(&text, "\nnext = 1\n");
    parse(arena, buffer_string(&text), &ini);
    assert_int_equal(ini.count, 2);
    assert_int_equal(strlen(ini.entries[0].value), 20000 * 5 - 1);
    buffer_free(&text);
    arena_destroy(arena);
}

static void errors_of_an_entry_name_its_place(void **state)
{
    struct arena *arena = arena_create();
    struct error err = {0};
    struct ini ini;

    (void)state;
    parse(arena, "\n\ncost = much\n", &ini);
    assert_false(ini_error(&err, &ini, &ini.entries[0], "\"%s\" is no amount", "much"));
    assert_string_equal(err.text, "f:3: \"much\" is no amount");
    arena_destroy(arena);
}

/* Whatever is in the file, it is read or refused with a line, and no entry is half there.
 */
static void noise_is_read_or_refused(void **state)
{
    static const char letters[] = "ab=[]#; \t\r\n\n\n\xC3\xA9";
    struct random random = {77};

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct arena *arena = arena_create();
        struct error err = {0};
        struct ini ini = {0};
        char text[64];
        size_t length = random_below(&random, sizeof text);

        for (size_t i = 0; i < length; i++)
            text[i] = letters[random_below(&random, sizeof letters - 1)];
        if (!ini_parse(arena, "noise", text, length, &ini, &err))
            assert_int_equal(strncmp(err.text, "noise:", 6), 0);
        for (size_t i = 0; i < ini.count; i++) {
            assert_true(ini.entries[i].key[0] != '\0');
            assert_null(strchr(ini.entries[i].value, '\n'));
            assert_true(ini.entries[i].line > 0);
        }
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_read),
        cmocka_unit_test(mistakes_are_named_with_their_line),
        cmocka_unit_test(who_goes_on_gets_the_rest),
        cmocka_unit_test(several_sections_keep_their_order),
        cmocka_unit_test(nothing_is_a_file_too),
        cmocka_unit_test(values_may_be_long),
        cmocka_unit_test(errors_of_an_entry_name_its_place),
        cmocka_unit_test(noise_is_read_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
