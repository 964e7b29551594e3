#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/screen.h"

static struct screen *open_script(const char *script)
{
    struct error err;
    struct screen *screen = script_screen_open(script, strlen(script), 24, 80, &err);

    assert_non_null(screen);
    return screen;
}

/* All events as words. */
static void play(const char *script, const char *events)
{
    struct screen *screen = open_script(script);
    struct buffer out = {0};
    enum screen_event event;
    struct key key;
    char name[KEY_TEXT_SIZE];
    int rows, columns;

    while ((event = screen_next(screen, &key)) != SCREEN_OVER) {
        if (event == SCREEN_KEY && key.sym == KEYSYM_PASTE)
            buffer_add_format(&out, "[%s]", key.text);
        else if (event == SCREEN_KEY)
            buffer_add_format(&out, "%s ", key_print(key, name));
        screen_size(screen, &rows, &columns);
        if (event == SCREEN_RESIZED)
            buffer_add_format(&out, "%dx%d ", columns, rows);
        if (event == SCREEN_PASSED)
            buffer_add_format(&out, "%llds ",
                              (long long)script_screen_record(screen).passed);
        if (event == SCREEN_HANGUP)
            buffer_add_string(&out, "gone ");
    }
    assert_string_equal(buffer_string(&out), events);
    buffer_free(&out);
    screen_close(screen);
}

static void scripts(void **state)
{
    (void)state;
    play("", "");
    play("  \n\t# only a comment", "");
    play("mouse press 12,3 mouse wheel-up 1,1 j", "j "); /* nobody listens */
    play("j k gg ^X^E Enter C-r", "j k g g ^X ^E Enter ^R ");
    play("i \"Ana \\\"é\\\"\\n\" Esc", "i A n a Space \" é \" Enter Esc ");
    play("paste \"one\\ntwo # no comment\" # comment\nq", "[one\ntwo # no comment]q ");
    play("resize 80x24 resize 0x0 j", "80x24 0x0 j ");
    play("j hangup", "j gone ");
    play("pass 90s pass 5m j pass 3h pass 2d", "90s 300s j 10800s 172800s ");
    play("\"\" x", "x ");
}

static void wrong_scripts(void **state)
{
    static const char *const rows[][2] = {
        {"j\n\"open", "keys, line 2: the text in quotes has no end"},
        {"paste x", "keys, line 1: after paste stands a text in quotes"},
        {"paste", "keys, line 1: after paste stands a text in quotes"},
        {"resize 80", "keys, line 1: after resize stands a size like 80x24"},
        {"resize 80x24x", "keys, line 1: after resize stands a size like 80x24"},
        {"j pass 5", "keys, line 1: after pass stands a time like 90s, 5m, 3h or 2d"},
        {"pass m", "keys, line 1: after pass stands a time"},
        {"pass 5w", "keys, line 1: after pass stands a time"},
        {"pass 9999999s", "keys, line 1: after pass stands a time"},
        {"j\nuntil words", "keys, line 2: after until stands a text in quotes"},
        {"until \"words", "keys, line 1: the text in quotes has no end"},
        {"resize", "keys, line 1: after resize stands a size like 80x24"},
        {"a\n b\nabcdefghijk", "keys, line 3: \"abcdefghijk\" is no key"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct error err;

        assert_null(script_screen_open(rows[i][0], strlen(rows[i][0]), 24, 80, &err));
        assert_int_equal(err.code, ERROR_USAGE);
        assert_memory_equal(err.text, rows[i][1], strlen(rows[i][1]));
    }
}

static void record(void **state)
{
    struct screen *screen = open_script("");
    struct canvas *canvas = canvas_create(2, 5);
    struct buffer text = {0};
    struct pollfd fds[SCREEN_POLL_MAX];

    (void)state;
    assert_null(script_screen_record(screen).canvas);
    area_text(area_whole(canvas), 0, 1, STYLE_NORMAL, "one");
    screen_paint(screen, canvas);
    canvas_clear(canvas);
    canvas_text(script_screen_record(screen).canvas, &text);
    assert_string_equal(buffer_string(&text), " one\n\n");
    screen_bell(screen);
    screen_stop(screen);
    screen_leave(screen);
    screen_enter(screen);
    screen_forget(screen);
    assert_true(screen_copy(screen, "a\033b\nc", 5));
    assert_string_equal(script_screen_record(screen).copied, "a?b\nc");
    assert_int_equal(script_screen_record(screen).paints, 1);
    assert_int_equal(script_screen_record(screen).bells, 1);
    assert_int_equal(script_screen_record(screen).stops, 1);
    assert_int_equal(screen_poll(screen, fds), 0);
    assert_int_equal(screen_timeout(screen), 0);
    assert_null(screen_notice(screen));
    buffer_free(&text);
    canvas_destroy(canvas);
    screen_close(screen);
}

/* It waits for the picture and not a moment longer; what is waited for in vain ends it.
 */
static void waits_for_words(void **state)
{
    struct screen *screen = open_script("until \"one\" j");
    struct canvas *canvas = canvas_create(1, 5);
    struct key key;

    (void)state;
    assert_int_equal(screen_next(screen, &key), SCREEN_NOTHING);
    assert_true(screen_timeout(screen) > 0);
    screen_paint(screen, canvas);
    assert_int_equal(screen_next(screen, &key), SCREEN_NOTHING);
    area_text(area_whole(canvas), 0, 1, STYLE_NORMAL, "one");
    screen_paint(screen, canvas);
    assert_int_equal(screen_next(screen, &key), SCREEN_KEY);
    assert_int_equal(screen_timeout(screen), 0);
    assert_int_equal(screen_next(screen, &key), SCREEN_OVER);
    assert_null(script_screen_record(screen).missed);
    canvas_destroy(canvas);
    screen_close(screen);
}

static void copies_have_a_limit(void **state)
{
    struct screen *screen = open_script("");
    static char text[64 * 1024 + 1];

    (void)state;
    memset(text, 'x', sizeof text);
    assert_false(screen_copy(screen, text, sizeof text));
    assert_true(screen_copy(screen, text, sizeof text - 1));
    screen_close(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts),
        cmocka_unit_test(wrong_scripts),
        cmocka_unit_test(record),
        cmocka_unit_test(waits_for_words),
        cmocka_unit_test(copies_have_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
