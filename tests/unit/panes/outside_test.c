/* The words of a command, as no shell reads them (src/panes/outside.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "outside.h"

static void words_are_what_stands_there(void **state)
{
    static const struct {
        const char *command;
        const char *words; /* with | between them */
    } cases[] = {
        {"less", "less"},
        {"  mail  -s\thello  ", "mail|-s|hello"},
        {"a 'b c' \"d e\"", "a|b c|d e"},
        {"a b\\ c \\\"d", "a|b c|\"d"},
        {"a 'b\\c' \"d\\\"e\"", "a|b\\c|d\"e"},
        {"a ''", "a|"},
        {"x'y z'w", "xy zw"},
        {"a ; b && $HOME `c` $(d) * > e < f ~", "a|;|b|&&|$HOME|`c`|$(d)|*|>|e|<|f|~"},
        {"touch\\", "touch\\"},
    };
    struct arena *arena = arena_create();
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char **words = outside_words(arena, cases[i].command, NULL, &err);
        const char *joined = "";

        assert_non_null(words);
        for (size_t j = 0; words[j] != NULL; j++)
            joined = arena_format(arena, "%s%s%s", joined, j == 0 ? "" : "|", words[j]);
        assert_string_equal(joined, cases[i].words);
    }
    arena_destroy(arena);
}

static void one_more_word_is_one_word(void **state)
{
    struct arena *arena = arena_create();
    struct error err;
    char **words = outside_words(arena, "a", "b 'c", &err);

    (void)state;
    assert_non_null(words);
    assert_string_equal(words[1], "b 'c");
    assert_null(words[2]);
    arena_destroy(arena);
}

static void what_is_no_command_is_refused(void **state)
{
    static const char *const none[] = {"", " \t ", "a 'b", "\"", "a \"b\\\""};
    struct arena *arena = arena_create();
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_null(outside_words(arena, none[i], NULL, &err));
        assert_int_equal((int)err.code, ERROR_USAGE);
    }
    arena_destroy(arena);
}

static void the_last_words_of_a_child_are_heard(void **state)
{
    static const struct {
        const char *script, *said;
    } cases[] = {
        {"echo nothing of it", NULL},
        {"echo one >&2; echo 'touchbase: two' >&2", "two"},
        {"printf three >&2; exit 1", "three"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *const words[] = {arena_string(arena, "sh"), arena_string(arena, "-c"),
                               arena_string(arena, cases[i].script), NULL};
        struct outside_child child = {0};
        const char *said;
        struct error err;

        assert_true(outside_start_heard(words, &child, &err));
        assert_int_equal(waitpid(child.process, &child.status, 0), child.process);
        said = outside_said(&child, arena);
        if (cases[i].said == NULL)
            assert_null(said);
        else
            assert_string_equal(said, cases[i].said);
        assert_null(outside_said(&child, arena));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_what_stands_there),
        cmocka_unit_test(one_more_word_is_one_word),
        cmocka_unit_test(what_is_no_command_is_refused),
        cmocka_unit_test(the_last_words_of_a_child_are_heard),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
