/* Rules that repeat against tests/tables/dates/repeat_en.txt, and in words and back. */
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
#include "touchbase/dates/repeat.h"

enum { LINES_LEAST = 100 };

struct table {
    struct arena *arena;
    struct when_context context;
    bool prefix;
    int lines, wrong;
};

static bool set_context(struct table *table, const char *line)
{
    int year, month, mday, hour, minute;
    if (sscanf(line, "now %d-%d-%d %d:%d", &year, &month, &mday, &hour, &minute) == 5)
        table->context.now = (struct wall){day_of(year, month, mday), hour * 60 + minute};
    else if (strncmp(line, "order ", 6) == 0)
        table->context.order = strcmp(line, "order dmy") == 0   ? DATE_ORDER_DMY
                               : strcmp(line, "order mdy") == 0 ? DATE_ORDER_MDY
                                                                : DATE_ORDER_NONE;
    else if (strcmp(line, "prefix") == 0)
        table->prefix = true;
    else
        return false;
    return true;
}

/* Read back, the words of a rule are that rule, from its first day on. */
static void check_words(const struct table *table, const struct repeat *repeat,
                        const char *words)
{
    struct when_context then = table->context;
    struct repeat again;
    struct error err = {0};
    then.now = (struct wall){repeat->first.day - 1, 0};
    if (repeat_read(words, &then, &again, &err) != REPEAT_FOUND)
        fail_msg("\"%s\" is not read back: %s", words, err.text);
    assert_string_equal(again.rule, repeat->rule);
    if (strstr(repeat->rule, "INTERVAL") == NULL)
        assert_int_equal(again.first.day, repeat->first.day);
}

static const char *reading(struct table *table, const char *text)
{
    struct repeat repeat;
    struct error err = {0};
    char first[WALL_TEXT_SIZE];
    size_t used = 0;
    enum repeat_outcome outcome =
        table->prefix ? repeat_read_prefix(text, &table->context, &repeat, &used, &err)
                      : repeat_read(text, &table->context, &repeat, &err);
    if (outcome == REPEAT_ABSENT)
        return "-";
    if (outcome == REPEAT_REFUSED)
        return arena_format(table->arena, "%s: %s",
                            err.code == ERROR_AMBIGUOUS ? "ambiguous" : "refused",
                            err.text);
    const char *words = repeat_words(table->arena, repeat.rule);
    check_words(table, &repeat, words);
    return arena_format(table->arena, "%s, %s, %s%s%s", repeat.rule,
                        wall_format(repeat.first, first), words,
                        table->prefix ? " |" : "", table->prefix ? text + used : "");
}

/* A refusal may be named by the start of its words. */
static bool agrees(const char *got, const char *wanted)
{
    size_t length = strlen(wanted);
    if (length > 3 && strcmp(wanted + length - 3, "...") == 0)
        return strncmp(got, wanted, length - 3) == 0;
    return strcmp(got, wanted) == 0;
}

static void run_line(struct table *table, char *line)
{
    char *arrow = strstr(line, " ==> ");
    if (line[0] == '#' || line[0] == '\0' || set_context(table, line))
        return;
    if (arrow == NULL)
        fail_msg("no \" ==> \" in: %s", line);
    *arrow = '\0';
    const char *got = reading(table, line);
    if (!agrees(got, arrow + 5)) {
        print_error("%s ==> %s\n", line, got);
        table->wrong++;
    }
    table->lines++;
}

static void test_table(void **state)
{
    (void)state;
    struct table table = {.arena = arena_create(), .context = {.landing_day = DAY_NONE}};
    struct buffer text = {0};
    struct error err;
    const char *path =
        arena_format(table.arena, "%s/tables/dates/repeat_en.txt", getenv("TEST_DATA"));
    if (!file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        run_line(&table, line);
    }
    assert_int_equal(table.wrong, 0);
    assert_true(table.lines >= LINES_LEAST);
    buffer_free(&text);
    arena_destroy(table.arena);
}

/* Rules of other programs: in words where there are any for all they say. */
static void test_words(void **state)
{
    static const struct {
        const char *rule, *words;
    } cases[] = {
        {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"},
        {"FREQ=MONTHLY;BYDAY=-1FR;WKST=MO", "every month on the last Fri"},
        {"BYDAY=TU;FREQ=WEEKLY;INTERVAL=2", "every 2 weeks on Tue"},
        {"FREQ=WEEKLY;BYDAY=TU;WKST=SU", "by the rule FREQ=WEEKLY;BYDAY=TU;WKST=SU"},
        {"FREQ=YEARLY;BYYEARDAY=100", "by the rule FREQ=YEARLY;BYYEARDAY=100"},
        {"FREQ=YEARLY;BYDAY=20MO", "by the rule FREQ=YEARLY;BYDAY=20MO"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,15", "by the rule FREQ=MONTHLY;BYMONTHDAY=1,15"},
        {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
         "by the rule FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"},
        {"FREQ=DAILY;BYMONTH=1", "by the rule FREQ=DAILY;BYMONTH=1"},
        {"FREQ=DAILY;COUNT=1", "every day, 1 time"},
        {"FREQ=", "by the rule FREQ="},
        {"nonsense", "by the rule nonsense"},
        {"", "by the rule "},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(repeat_words(arena, cases[i].rule), cases[i].words);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
