#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/key.h"

/* Names that are read and printed the same way. */
static const char *const names[] = {
    "a",      "Z",         "0",           "!",       "^",       "<",    ">",
    "-",      "é",         "漢",          "Space",   "Enter",   "Tab",  "S-Tab",
    "Esc",    "Backspace", "Del",         "Ins",     "Up",      "Down", "Left",
    "Right",  "Home",      "End",         "PgUp",    "PgDn",    "F1",   "F9",
    "F10",    "F12",       "^R",          "C-Space", "^_",      "^\\",  "^]",
    "^^",     "M-b",       "M-<",         "C-M-x",   "M-Enter", "C-Up", "C-Left",
    "M-Left", "C-M-S-End", "M-Backspace", "S-F5",    "M-Space",
};

static void names_round_trip(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct key key;
        char out[KEY_TEXT_SIZE];

        assert_true(key_parse(names[i], strlen(names[i]), &key));
        assert_string_equal(key_print(key, out), names[i]);
    }
}

/* What a terminal cannot tell apart is one key. */
static void same_keys(void **state)
{
    static const char *const pairs[][2] = {
        {"C-i", "Tab"}, {"C-m", "Enter"},     {"C-j", "Enter"},
        {"C-[", "Esc"}, {"C-h", "Backspace"}, {"C-?", "Backspace"},
        {"C-R", "C-r"}, {"^R", "C-r"},        {"^X", "C-x"},
        {"^_", "C-_"},  {"C-@", "C-Space"},   {"M-C-x", "C-M-x"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct key a, b;

        assert_true(key_parse(pairs[i][0], strlen(pairs[i][0]), &a));
        assert_true(key_parse(pairs[i][1], strlen(pairs[i][1]), &b));
        assert_true(key_same(a, b));
    }
}

static void no_names(void **state)
{
    static const char *const wrong[] = {"",    "enter", "F0",   "F13",   "F01",
                                        "F1x", "S-a",   "C-1",  "C-é",   "C-",
                                        "ab",  "\x01",  "\xff", "Paste", "PgDnx"};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct key key;

        assert_false(key_parse(wrong[i], strlen(wrong[i]), &key));
    }
}

static void controls(void **state)
{
    static const struct {
        uint32_t code;
        const char *name;
    } rows[] = {{0, "C-Space"}, {1, "^A"},     {8, "Backspace"},   {9, "Tab"},
                {10, "Enter"},  {13, "Enter"}, {26, "^Z"},         {27, "Esc"},
                {28, "^\\"},    {31, "^_"},    {127, "Backspace"}, {'x', "x"}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[KEY_TEXT_SIZE];

        assert_string_equal(key_print(key_of_character(rows[i].code), out), rows[i].name);
    }
}

static void text_keys(void **state)
{
    struct key key = key_of_character('a');

    (void)state;
    assert_true(key_is_text(key));
    key.modifiers = KEYMOD_ALT;
    assert_false(key_is_text(key));
    assert_true(key_is_text(key_without_alt(key)));
    assert_false(key_is_text(key_of_character(27)));
    assert_false(key_is_text((struct key){.code = 0x85}));
    assert_true(key_is_text((struct key){.code = 0x1f600}));
    key = (struct key){.sym = KEYSYM_PASTE, .text = "a", .length = 1};
    assert_false(key_same(key, key));
}

/* word, its keys one by one, the word printed again */
static void sequences(void **state)
{
    static const char *const rows[][3] = {
        {"gg", "g g", "gg"},
        {"ZZ", "Z Z", "ZZ"},
        {"g1", "g 1", "g1"},
        {"^X^E", "^X ^E", "^X^E"},
        {"<C-x><C-e>", "^X ^E", "^X^E"},
        {"<^>x", "^ x", "<^>x"},
        {"PgDn", "PgDn", "PgDn"},
        {"<U>p", "U p", "<U>p"},
        {"Up", "Up", "Up"},
        {"<<>a", "< a", "<<>a"},
        {"<a", "< a", "<<>a"},
        {";x", "; x", ";x"},
        {"éé", "é é", "éé"},
        {"g<Space>", "g Space", "g<Space>"},
        {"<", "<", "<"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct key keys[KEY_SEQUENCE_MAX];
        struct buffer one = {0}, word = {0};
        size_t count = key_parse_sequence(rows[i][0], strlen(rows[i][0]), keys);
        char out[KEY_TEXT_SIZE];

        assert_true(count > 0);
        for (size_t j = 0; j < count; j++)
            buffer_add_format(&one, "%s%s", j > 0 ? " " : "", key_print(keys[j], out));
        assert_string_equal(buffer_string(&one), rows[i][1]);
        key_print_sequence(keys, count, &word);
        assert_string_equal(buffer_string(&word), rows[i][2]);
        buffer_free(&one);
        buffer_free(&word);
    }
}

static void no_sequences(void **state)
{
    static const char *const wrong[] = {"", "abcdefghi", "a\x01", "a\xff"};
    struct key keys[KEY_SEQUENCE_MAX];

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(key_parse_sequence(wrong[i], strlen(wrong[i]), keys), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_round_trip), cmocka_unit_test(same_keys),
        cmocka_unit_test(no_names),         cmocka_unit_test(controls),
        cmocka_unit_test(text_keys),        cmocka_unit_test(sequences),
        cmocka_unit_test(no_sequences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
