/* Patterns of lexicon files, written out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/dates/pattern.h"

static const char patterns[] = "[patterns]\n"
                               "be = am, will be\n"
                               "maybe = {be}, might be\n"
                               "loop = a {loop}\n";

static bool expand(struct arena *arena, const char *list, const char **out,
                   struct error *err)
{
    const char *text = arena_format(arena, "%s[cues]\naway = %s\n", patterns, list);
    struct ini ini;
    assert_true(ini_parse(arena, "xx.ini", text, strlen(text), &ini, err));
    if (!patterns_expand(arena, &ini, err))
        return false;
    *out = ini.entries[ini.count - 1].value;
    return true;
}

static void test_written_out(void **state)
{
    static const struct {
        const char *list, *phrases;
    } cases[] = {
        {"out, away", "out, away"},
        {"(out|away)", "out,away,"},
        {"(now |)out", "now out,out,"},
        {"a (b|c) (d|e)", "a b d,a b e,a c d,a c e,"},
        {"a (b|c (d|e)) f", "a b f,a c d f,a c e f,"},
        {"i {be} out", "i am out,i will be out,"},
        {"{maybe} off", "am off,will be off,might be off,"},
        {"({be}|was) off", "am off,will be off,was off,"},
        {"on, (, at", "on,(,at,"},
        {"x (a|b), {be}", "x a,x b,am,will be,"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_create();
        struct error err;
        const char *out = NULL;
        assert_true(expand(arena, cases[i].list, &out, &err));
        assert_string_equal(out, cases[i].phrases);
        arena_destroy(arena);
    }
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *list, *words;
    } cases[] = {
        {"a {nobody}", "xx.ini:6: there is no {nobody} in [patterns]"},
        {"{loop}", "stands within itself"},
        {"(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)",
         "(a|b)\" stands for more than 1000 phrases"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_create();
        struct error err;
        const char *out = NULL;
        assert_false(expand(arena, cases[i].list, &out, &err));
        assert_non_null(strstr(err.text, cases[i].words));
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_out),
        cmocka_unit_test(test_mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
