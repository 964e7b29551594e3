/* Arguments: words, options, what is wrong with them. */
#include "command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ARGUMENTS_MAX = 16 };

struct arguments {
    struct call call;
    struct error err;
    bool good;
    char *argv[ARGUMENTS_MAX];
    int argc;
};

/* line: the arguments behind the program's name, with blanks between them, none quoted.
 */
static void read_line(struct arguments *given, const char *line)
{
    char *copy, *word, *rest = NULL;

    *given = (struct arguments){.call = {.arena = arena_create()}};
    copy = arena_string(given->call.arena, line);
    given->argv[given->argc++] = arena_string(given->call.arena, "touchbase");
    for (word = strtok_r(copy, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest))
        given->argv[given->argc++] = word;
    given->good = call_read(&given->call, given->argc, given->argv, &given->err);
}

static void finish(struct arguments *given)
{
    arena_destroy(given->call.arena);
}

static void test_commands_are_sorted_and_complete(void **state)
{
    (void)state;
    for (const struct command *command = commands; command->name != NULL; command++) {
        assert_true(command->run != NULL && *command->help != '\0');
        assert_true(command->least <= command->most);
        assert_ptr_equal(command_find(command->name), command);
        if (command[1].name != NULL)
            assert_true(strcmp(command->name, command[1].name) < 0);
    }
    for (int i = 0; i < OPTION_COUNT; i++)
        assert_true(strncmp(option_rows[i].name, "--", 2) == 0 &&
                    option_rows[i].help != NULL);
    assert_null(command_find(""));
}

static void test_no_word_is_the_full_screen(void **state)
{
    struct arguments given;

    (void)state;
    read_line(&given, "--demo");
    assert_true(given.good);
    assert_ptr_equal(given.call.command, command_desk());
    assert_true(call_has(&given.call, OPTION_DEMO));
    finish(&given);
}

static void test_options_stand_anywhere(void **state)
{
    static const char *const lines[] = {
        "--json --until fri due",
        "due --json --until fri",
        "--until=fri due --json",
        "--until mon due --json --until fri",
    };
    struct arguments given;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        read_line(&given, lines[i]);
        assert_true(given.good);
        assert_string_equal(given.call.command->name, "due");
        assert_int_equal(given.call.word_count, 0);
        assert_true(call_has(&given.call, OPTION_JSON));
        assert_string_equal(given.call.values[OPTION_UNTIL], "fri");
        finish(&given);
    }
}

static void test_two_dashes_end_the_options(void **state)
{
    struct arguments given;

    (void)state;
    read_line(&given, "note -- dana --json -");
    assert_true(given.good);
    assert_int_equal(given.call.word_count, 3);
    assert_string_equal(given.call.words[1], "--json");
    assert_false(call_has(&given.call, OPTION_JSON));
    assert_string_equal(call_join(&given.call, 1), "--json -");
    assert_string_equal(call_join(&given.call, 3), "");
    finish(&given);
    read_line(&given, "import -");
    assert_true(given.good);
    assert_string_equal(given.call.words[0], "-");
    finish(&given);
}

static void test_what_is_wrong_is_said(void **state)
{
    static const struct {
        const char *line, *says;
    } rows[] = {
        {"serach dana", "did you mean \"search\"?"},
        {"zzz", "there is no command \"zzz\"; \"touchbase --help\" lists them"},
        {"due --untli fri", "did you mean \"--until\"?"},
        {"due -q", "there is no option \"-q\""},
        {"due --until", "--until needs a value"},
        {"due --json=1", "--json takes no value"},
        {"due --tasks", "--tasks is no option of \"touchbase due\""},
        {"--update", "--update is no option of \"touchbase\""},
        {"note dana", "too few words; use: touchbase note WHO TEXT|-"},
        {"backup a b", "too many words; use: touchbase backup FILE"},
    };
    struct arguments given;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        read_line(&given, rows[i].line);
        assert_false(given.good);
        assert_int_equal(given.err.code, ERROR_USAGE);
        if (strstr(given.err.text, rows[i].says) == NULL)
            fail_msg("%s: \"%s\"", rows[i].line, given.err.text);
        finish(&given);
    }
}

static void test_help_asks_for_no_words(void **state)
{
    struct arguments given;

    (void)state;
    read_line(&given, "note --help");
    assert_true(given.good && call_has(&given.call, OPTION_HELP));
    finish(&given);
    read_line(&given, "-h");
    assert_true(given.good && call_has(&given.call, OPTION_HELP));
    finish(&given);
}

static void test_values_of_the_environment(void **state)
{
    struct arguments given;

    (void)state;
    setenv("TOUCHBASE_DB", "/of/environment.db", 1);
    setenv("TOUCHBASE_NOW", "", 1);
    read_line(&given, "due");
    assert_string_equal(call_value(&given.call, OPTION_DB), "/of/environment.db");
    assert_null(call_value(&given.call, OPTION_NOW));
    finish(&given);
    read_line(&given, "due --db /of/option.db");
    assert_string_equal(call_value(&given.call, OPTION_DB), "/of/option.db");
    finish(&given);
    unsetenv("TOUCHBASE_DB");
    unsetenv("TOUCHBASE_NOW");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands_are_sorted_and_complete),
        cmocka_unit_test(test_no_word_is_the_full_screen),
        cmocka_unit_test(test_options_stand_anywhere),
        cmocka_unit_test(test_two_dashes_end_the_options),
        cmocka_unit_test(test_what_is_wrong_is_said),
        cmocka_unit_test(test_help_asks_for_no_words),
        cmocka_unit_test(test_values_of_the_environment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
