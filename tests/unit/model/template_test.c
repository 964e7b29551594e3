/* Wordings: variables, brackets and escapes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "template.h"

static const struct facts facts = {.values = {[VARIABLE_FIRST] = "Dana",
                                              [VARIABLE_PLACE] = "Mexico",
                                              [VARIABLE_MATTER] = "{first} [x] \\n"}};

static void wordings_are_filled(void **state)
{
    static const struct {
        const char *text;
        const char *filled; /* NULL: a variable is not known */
    } rows[] = {
        {"", ""},
        {"Hello", "Hello"},
        {"Hello {first}", "Hello Dana"},
        {"{first}{place}", "DanaMexico"},
        {"How was {place}, {first}?", "How was Mexico, Dana?"},
        {"{company}", NULL},
        {"a {company} b", NULL},
        {"a[ {company}] b", "a b"},
        {"a[ {place}] b", "a Mexico b"},
        {"[{first}][{company}][{place}]", "DanaMexico"},
        {"[{first} {company}]x", "x"},
        {"[plain]", "plain"},
        {"[]", ""},
        {"[{place}] {company}", NULL},
        {"a\\nb", "a\nb"},
        {"\\{first\\} \\[x\\] \\\\n", "{first} [x] \\n"},
        {"[\\] {first}]", "] Dana"},
        {"ü {first} 日本", "ü Dana 日本"},
        /* What was filled in is not read again. */
        {"{matter}", "{first} [x] \\n"},
        {"[{matter}]", "{first} [x] \\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_null(template_problem(*state, rows[i].text));
        const char *filled = template_fill(*state, rows[i].text, &facts);
        if (!filled != !rows[i].filled || (filled && strcmp(filled, rows[i].filled) != 0))
            fail_msg("%s: %s", rows[i].text, filled ? filled : "(not known)");
    }
}

static void problems_are_told(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } rows[] = {
        {"{", "a \"{\" has no \"}\""},
        {"{first", "a \"{\" has no \"}\""},
        {"{}", "there is no {}"},
        {"{First}", "there is no {First}"},
        {"{ first }", "there is no { first }"},
        {"{a_name_that_is_much_longer_than_any_variable_there_is}",
         "there is no {a_name_that"},
        {"}", "a \"}\" has no \"{\""},
        {"[", "a \"[\" has no \"]\""},
        {"]", "a \"]\" has no \"[\""},
        {"[a] b]", "a \"]\" has no \"[\""},
        {"[[a]]", "\"[\" inside \"[\""},
        {"\\", "must stand before"},
        {"\\x", "must stand before"},
        {"[{first]}", "there is no {first]}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *problem = template_problem(*state, rows[i].text);
        if (!problem || !strstr(problem, rows[i].says))
            fail_msg("%s: %s", rows[i].text, problem ? problem : "taken");
    }
}

static void the_problem_lists_every_variable(void **state)
{
    const char *problem = template_problem(*state, "{x}");
    for (int i = 0; i < VARIABLE_COUNT; i++)
        assert_non_null(strstr(problem, variable_name((enum variable)i)));
}

static void the_first_wording_that_can_be_filled_is_chosen(void **state)
{
    static const char *const texts[] = {"{company}", "{cover} {first}", "{place}",
                                        "{first}"};
    struct wordings wordings = {texts, 4};
    assert_string_equal(template_choose(*state, &wordings, &facts), "Mexico");
    wordings.count = 2;
    assert_null(template_choose(*state, &wordings, &facts));
    wordings.count = 0;
    assert_null(template_choose(*state, &wordings, &facts));
}

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wordings_are_filled, begin, end),
        cmocka_unit_test_setup_teardown(problems_are_told, begin, end),
        cmocka_unit_test_setup_teardown(the_problem_lists_every_variable, begin, end),
        cmocka_unit_test_setup_teardown(the_first_wording_that_can_be_filled_is_chosen,
                                        begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
