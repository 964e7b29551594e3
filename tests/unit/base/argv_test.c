#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/argv.h"
#include "touchbase/base/buffer.h"

static void commands_are_split(void **state)
{
    static const char *const rows[][2] = {
        {"mutt", "[mutt]"},
        {"  emacs   -nw\t", "[emacs][-nw]"},
        {"'/opt/my mailer' --to", "[/opt/my mailer][--to]"},
        {"a\"b c\"d 'e\"f'", "[ab cd][e\"f]"},
        {"x '' \"\"", "[x][][]"},
        {"my\\ mailer 'back\\slash' \"a\\\"b\"", "[my mailer][back\\slash][a\"b]"},
        {"sh -c $HOME;`x`|y&", "[sh][-c][$HOME;`x`|y&]"},
        {"end\\", "[end\\]"},
        {"a b c d", "[a][b][c][d]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_create();
        struct buffer out = {0};
        struct error err;
        size_t count;
        char **words = argv_split(arena, rows[i][0], 1, &count, &err);

        assert_non_null(words);
        for (size_t j = 0; j < count; j++)
            buffer_add_format(&out, "[%s]", words[j]);
        assert_string_equal(buffer_string(&out), rows[i][1]);
        assert_null(words[count]);
        assert_null(words[count + 1]);
        buffer_free(&out);
        arena_destroy(arena);
    }
}

static void mistakes_are_told(void **state)
{
    static const char *const rows[][2] = {
        {"", "there is no command"},
        {" \t", "there is no command"},
        {"vim 'x", "the command \"vim 'x\" has a quote without an end"},
        {"vim \"x\\\"", "has a quote without an end"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_create();
        struct error err;
        size_t count;

        assert_null(argv_split(arena, rows[i][0], 0, &count, &err));
        if (strstr(err.text, rows[i][1]) == NULL)
            fail_msg("%s: %s", rows[i][0], err.text);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_split),
        cmocka_unit_test(mistakes_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
