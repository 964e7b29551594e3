/* Lines through the window: across its edges, at its limit, beyond it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record_text.h"
#include "source.h"

static struct source opened(const char *bytes, size_t length)
{
    char path[32];
    struct source source;
    struct error err;
    write_temporary(path, bytes, length);
    assert_true(source_open(&source, path, &err));
    (void)unlink(path);
    return source;
}

/* Lines of every length from 1 to 700: some 240 KB, so that chunks end within them. */
static void lines_across_chunks_are_whole(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct error err;
    for (size_t length = 1; length <= 700; length++) {
        for (size_t i = 1; i < length; i++) {
            buffer_add_char(&text, (char)('a' + length % 26));
        }
        buffer_add_char(&text, '\n');
    }
    struct source source = opened(text.data, text.length);
    for (size_t expected = 1; expected <= 700; expected++) {
        size_t length;
        assert_int_equal(source.line, expected);
        assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LINE);
        assert_int_equal(length, expected);
        assert_int_equal(source_text(&source)[length - 1], '\n');
        assert_true(length == 1 ||
                    source_text(&source)[length - 2] == (char)('a' + expected % 26));
        source_take(&source, length, 1);
    }
    size_t length;
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_END);
    assert_int_equal(source.position, text.length);
    source_close(&source);
    buffer_free(&text);
}

static void lines_ahead_are_seen_without_taking_them(void **state)
{
    (void)state;
    struct error err;
    struct source source = opened("one\ntwo\nthree", 13);
    size_t length;
    assert_int_equal(source_line(&source, 4, &length, &err), SOURCE_LINE);
    assert_int_equal(length, 4);
    assert_int_equal(source_line(&source, 8, &length, &err), SOURCE_LINE);
    assert_int_equal(length, 5);
    assert_int_equal(source_line(&source, 13, &length, &err), SOURCE_END);
    assert_memory_equal(source_text(&source), "one\n", 4);
    assert_int_equal(source.position, 0);
    source_close(&source);
}

static void the_limit_is_exact(void **state)
{
    (void)state;
    struct error err;
    size_t length;
    char *text = memory_alloc(SOURCE_LIMIT + 8);
    memset(text, 'x', SOURCE_LIMIT + 8);
    memcpy(text + SOURCE_LIMIT - 1, "\nend\n", 5);
    struct source source = opened(text, SOURCE_LIMIT + 4);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LINE);
    assert_int_equal(length, SOURCE_LIMIT);
    assert_int_equal(source_line(&source, length, &length, &err), SOURCE_LONG);
    source_close(&source);
    memcpy(text + SOURCE_LIMIT - 1, "x\nend\n", 6);
    source = opened(text, SOURCE_LIMIT + 5);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LONG);
    assert_int_equal(source_drop_line(&source, &err), SOURCE_LINE);
    assert_int_equal(source.line, 2);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LINE);
    assert_memory_equal(source_text(&source), "end\n", 4);
    source_close(&source);
    free(text);
}

static void a_last_line_needs_no_end(void **state)
{
    (void)state;
    struct error err;
    size_t length;
    struct source source = opened("x", 1);
    assert_int_equal(source_drop_line(&source, &err), SOURCE_LINE);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_END);
    assert_int_equal(source.position, 1);
    source_close(&source);
}

static void carriage_returns_alone_end_lines(void **state)
{
    (void)state;
    struct error err;
    size_t length;
    struct source source = opened("one\rtwo\r", 8);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LINE);
    assert_int_equal(length, 4);
    source_close(&source);
    source = opened("one\rtwo\r\n", 9);
    assert_int_equal(source_line(&source, 0, &length, &err), SOURCE_LINE);
    assert_int_equal(length, 9);
    source_close(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_across_chunks_are_whole),
        cmocka_unit_test(lines_ahead_are_seen_without_taking_them),
        cmocka_unit_test(the_limit_is_exact),
        cmocka_unit_test(a_last_line_needs_no_end),
        cmocka_unit_test(carriage_returns_alone_end_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
