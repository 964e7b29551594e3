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

/* What tmux and GNU screen want around a sequence that is for the terminal beyond them.
 */
static void sequences_are_passed_through(void **state)
{
    struct buffer out = {0}, screen = {0}, text = {0};
    char piece[240];

    (void)state;
    terminal_add_through(&out, BETWEEN_NOTHING, "\033]52;c;Zg==\a", 12);
    assert_string_equal(buffer_string(&out), "\033]52;c;Zg==\a");
    buffer_clear(&out);
    terminal_add_through(&out, BETWEEN_TMUX, "\033]52;c;Zg==\a", 12);
    assert_string_equal(buffer_string(&out),
                        "\033]52;c;Zg==\a\033Ptmux;\033\033]52;c;Zg==\a\033\\");
    memset(piece, 'x', sizeof piece);
    buffer_add(&text, piece, sizeof piece);
    buffer_add_string(&text, "end");
    terminal_add_through(&screen, BETWEEN_SCREEN, buffer_string(&text), text.length);
    assert_int_equal(screen.length, text.length + 8);
    assert_memory_equal(screen.data + 2 + sizeof piece, "\033\\\033Pend\033\\", 9);
    buffer_free(&out);
    buffer_free(&screen);
    buffer_free(&text);
}

static void what_stands_between(void **state)
{
    (void)state;
    unsetenv("TMUX");
    unsetenv("STY");
    assert_int_equal(terminal_between(), BETWEEN_NOTHING);
    setenv("STY", "12.pts", 1);
    assert_int_equal(terminal_between(), BETWEEN_SCREEN);
    setenv("TMUX", "/tmp/tmux,1,0", 1);
    assert_int_equal(terminal_between(), BETWEEN_TMUX);
    unsetenv("TMUX");
    unsetenv("STY");
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
        cmocka_unit_test(sequences_are_passed_through),
        cmocka_unit_test(what_stands_between),
        cmocka_unit_test(padding_is_left_out),
        cmocka_unit_test(modern_terminals),
        cmocka_unit_test(escape_delays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
