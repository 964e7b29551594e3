/* WHEN against the tables of tests/tables/dates: every line is read, printed back and
 * compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/dates/when.h"

static const char *const code_names[] = {[ERROR_FAILED] = "failed",
                                         [ERROR_USAGE] = "usage",
                                         [ERROR_NOT_FOUND] = "not found",
                                         [ERROR_AMBIGUOUS] = "ambiguous"};

struct table {
    struct when_context context;
    bool prefix;
    struct buffer wanted, got;
    int lines;
};

/* "now 2026-11-21 14:05", "order dmy", "landing -": true when the line was one of those.
 */
static bool set_context(struct table *table, const char *line)
{
    char word[16];
    int year, month, mday, hour, minute;
    if (sscanf(line, "now %d-%d-%d %d:%d", &year, &month, &mday, &hour, &minute) == 5) {
        table->context.now = (struct wall){day_of(year, month, mday), hour * 60 + minute};
    } else if (sscanf(line, "order %15s", word) == 1 && strlen(line) < 12) {
        table->context.order = strcmp(word, "dmy") == 0   ? DATE_ORDER_DMY
                               : strcmp(word, "mdy") == 0 ? DATE_ORDER_MDY
                                                          : DATE_ORDER_NONE;
    } else if (sscanf(line, "landing %15s", word) == 1 && strlen(line) < 20) {
        table->context.landing_day = DAY_NONE;
        if (strcmp(word, "-") != 0)
            assert_true(day_parse(word, &table->context.landing_day));
    } else {
        return false;
    }
    return true;
}

/* An expectation that is a bare code leaves the words of the error open. */
static void print_refusal(struct buffer *out, const struct error *err, const char *wanted)
{
    buffer_add_string(out, code_names[err->code]);
    assert_true(err->text[0] != '\0');
    if (strchr(wanted, ':'))
        buffer_add_format(out, ": %s", err->text);
}

static void print_reading(struct table *table, const char *text, const char *wanted)
{
    struct wall wall;
    struct error err;
    size_t used = 0;
    char shown[WALL_TEXT_SIZE];
    bool done = table->prefix
                    ? when_read_prefix(text, &table->context, &wall, &used, &err)
                    : when_read(text, &table->context, &wall, &err);
    buffer_add_format(&table->got, "%s ==> ", text);
    if (!done)
        print_refusal(&table->got, &err, wanted);
    else
        buffer_add_string(&table->got, wall_format(wall, shown));
    if (done && table->prefix)
        buffer_add_format(&table->got, " |%s%s", text[used] ? " " : "", text + used);
    buffer_add_char(&table->got, '\n');
}

static void run_line(struct table *table, char *line)
{
    char *arrow = strstr(line, " ==> ");
    if (line[0] == '#' || line[0] == '\0' || set_context(table, line))
        return;
    if (!arrow)
        fail_msg("no \" ==> \" in: %s", line);
    buffer_add_format(&table->wanted, "%s\n", line);
    *arrow = '\0';
    print_reading(table, line, arrow + 5);
    table->lines++;
}

/* Says which lines differ, all of them at once. */
static void compare(struct table *table)
{
    char *wanted = table->wanted.data, *got = table->got.data;
    int wrong = 0;
    while (*wanted && *got) {
        char *wanted_end = strchr(wanted, '\n'), *got_end = strchr(got, '\n');
        *wanted_end = *got_end = '\0';
        if (strcmp(wanted, got) != 0) {
            print_error("want %s\n     got  %s\n", wanted, got);
            wrong++;
        }
        wanted = wanted_end + 1;
        got = got_end + 1;
    }
    assert_int_equal(wrong, 0);
}

static void run_table(const char *name, bool prefix, int at_least)
{
    struct table table = {.prefix = prefix, .context = {.landing_day = DAY_NONE}};
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct error err;
    const char *path =
        arena_format(arena, "%s/tables/dates/%s", getenv("TEST_DATA"), name);
    if (!file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        run_line(&table, line);
    }
    compare(&table);
    assert_true(table.lines >= at_least);
    buffer_free(&table.wanted);
    buffer_free(&table.got);
    buffer_free(&text);
    arena_destroy(arena);
}

static void test_whole(void **state)
{
    (void)state;
    run_table("when_en.txt", false, 200);
}

static void test_prefix(void **state)
{
    (void)state;
    run_table("prefix_en.txt", true, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
