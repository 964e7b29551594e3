#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "terminal.h"

static void copies_are_base64(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"é\xff", "w6n/"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer out = {0}, expected = {0};

        terminal_add_copy(&out, rows[i][0], strlen(rows[i][0]));
        buffer_add_format(&expected, "\033]52;c;%s\a", rows[i][1]);
        assert_string_equal(buffer_string(&out), buffer_string(&expected));
        buffer_free(&out);
        buffer_free(&expected);
    }
}

static void padding_is_left_out(void **state)
{
    struct buffer out = {0};

    (void)state;
    terminal_add_capability(&out, "\033[m\017$<2>x$<10/>$<");
    terminal_add_capability(&out, NULL);
    assert_string_equal(buffer_string(&out), "\033[m\017x$<");
    buffer_free(&out);
}

static void modern_terminals(void **state)
{
    (void)state;
    assert_true(terminal_is_modern("xterm-256color"));
    assert_true(terminal_is_modern("screen"));
    assert_true(terminal_is_modern("foot"));
    assert_false(terminal_is_modern("linux"));
    assert_false(terminal_is_modern("linux-16color"));
    assert_false(terminal_is_modern("vt100"));
}

static void escape_delays(void **state)
{
    (void)state;
    unsetenv("ESCDELAY");
    unsetenv("SSH_CONNECTION");
    assert_int_equal(terminal_escape_delay(), 25);
    setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22", 1);
    assert_int_equal(terminal_escape_delay(), 100);
    setenv("ESCDELAY", "7", 1);
    assert_int_equal(terminal_escape_delay(), 7);
    setenv("ESCDELAY", "99999999", 1);
    assert_int_equal(terminal_escape_delay(), 5000);
    setenv("ESCDELAY", "-3", 1);
    assert_int_equal(terminal_escape_delay(), 100);
    setenv("ESCDELAY", "", 1);
    assert_int_equal(terminal_escape_delay(), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_are_base64),
        cmocka_unit_test(padding_is_left_out),
        cmocka_unit_test(modern_terminals),
        cmocka_unit_test(escape_delays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
