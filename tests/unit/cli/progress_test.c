/* The bar: on a terminal, after a second, gone at the end. Standard error is a file
 * meanwhile. */
#include "progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct capture {
    FILE *file;
    int kept; /* the real standard error */
    char text[512];
};

static void capture_begin(struct capture *capture)
{
    fflush(stderr);
    capture->file = tmpfile();
    assert_non_null(capture->file);
    capture->kept = dup(STDERR_FILENO);
    assert_int_equal(dup2(fileno(capture->file), STDERR_FILENO), STDERR_FILENO);
}

static const char *capture_end(struct capture *capture)
{
    size_t length;

    fflush(stderr);
    dup2(capture->kept, STDERR_FILENO);
    close(capture->kept);
    rewind(capture->file);
    length = fread(capture->text, 1, sizeof capture->text - 1, capture->file);
    capture->text[length] = '\0';
    fclose(capture->file);
    return capture->text;
}

static void test_nothing_within_a_second(void **state)
{
    struct progress progress = progress_start(true);
    struct capture capture;

    (void)state;
    progress.started_ms +=
        3600000; /* as if it had just begun, however slow the machine */
    capture_begin(&capture);
    progress_show(&progress, 50, 100, "bytes");
    progress_clear(&progress);
    assert_string_equal(capture_end(&capture), "");
}

static void test_nothing_without_a_terminal(void **state)
{
    struct progress progress = progress_start(false);
    struct capture capture;

    (void)state;
    progress.started_ms -= 5000;
    capture_begin(&capture);
    progress_show(&progress, 50, 100, "bytes");
    progress_clear(&progress);
    assert_string_equal(capture_end(&capture), "");
}

static void test_a_bar_after_a_second(void **state)
{
    static const struct {
        int64_t done, all;
        const char *shown;
    } rows[] = {
        {0, 100, "\r[........................................]   0 %"},
        {50, 100, "\r[####################....................]  50 %"},
        {100, 100, "\r[########################################] 100 %"},
        {170, 100, "\r[########################################] 100 %"},
        {4711, 0, "\r4711 messages"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct progress progress = progress_start(true);
        struct capture capture;

        progress.started_ms -= 5000;
        capture_begin(&capture);
        progress_show(&progress, rows[i].done, rows[i].all, "messages");
        assert_string_equal(capture_end(&capture), rows[i].shown);
        assert_true(progress.shown);
    }
}

static void test_it_goes_and_comes_again(void **state)
{
    struct progress progress = progress_start(true);
    struct capture capture;
    const char *text;

    (void)state;
    progress.started_ms -= 5000;
    capture_begin(&capture);
    progress_show(&progress, 1, 2, "bytes");
    progress_clear(&progress);
    progress_clear(&progress);
    text = capture_end(&capture);
    assert_int_equal(text[strlen(text) - 1], '\r');
    assert_false(progress.shown);
    capture_begin(&capture);
    progress_show(&progress, 1, 2, "bytes");
    assert_non_null(strstr(capture_end(&capture), "50 %"));
}

/* The pace is that since the first call: what was passed by before it counts not. Nothing
 * of a longer line stays behind a shorter one. */
static void test_a_bar_with_what_is_left(void **state)
{
    struct progress progress = progress_start(true);
    struct capture capture;
    const char *text;

    (void)state;
    progress.started_ms -= 60000;
    capture_begin(&capture);
    progress_show_left(&progress, 900, 1000, "messages");
    progress.first_ms -= 50000;
    progress.shown_ms -= 60000;
    progress_show_left(&progress, 950, 1000, "messages");
    progress_show_left(&progress, 951, 1000, "messages"); /* too soon */
    progress.shown_ms -= 60000;
    progress_show_left(&progress, 5, 10, "m");
    text = capture_end(&capture);
    assert_non_null(strstr(text, "\r[##################..]  90 %  900 of 1000 messages"));
    assert_non_null(
        strstr(text, "\r[###################.]  95 %  950 of 1000 messages, left 0:50"));
    assert_null(strstr(text, "951"));
    assert_non_null(
        strstr(text, "\r[##########..........]  50 %  5 of 10 m            "));
    assert_true(progress.shown);
    progress_clear(&progress);
    progress = progress_start(false);
    progress.started_ms -= 60000;
    capture_begin(&capture);
    progress_show_left(&progress, 900, 1000, "messages");
    assert_string_equal(capture_end(&capture), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_within_a_second),
        cmocka_unit_test(test_nothing_without_a_terminal),
        cmocka_unit_test(test_a_bar_after_a_second),
        cmocka_unit_test(test_it_goes_and_comes_again),
        cmocka_unit_test(test_a_bar_with_what_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
