/* Dates as messages write them, by language: tests/tables/dates/text_LANG.txt, printed
 * back and compared. */
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
#include "touchbase/dates/expression.h"

struct table {
    struct arena *arena;
    struct date_lexicon *lexicon;
    struct date_context context;
    int lines, wrong;
};

static void print_days(struct buffer *out, const struct date_expression *date)
{
    char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
    if (date->form == DATE_LENGTH)
        buffer_add_format(out, "for %d months %d days", date->months, date->days);
    else if (date->form == DATE_TIME)
        buffer_add_string(out, "time");
    else if (date->first == date->last)
        buffer_add_string(out, day_format(date->first, first));
    else
        buffer_add_format(out, "%s to %s", day_format(date->first, first),
                          day_format(date->last, last));
    if (date->minute != MINUTE_NONE)
        buffer_add_format(out, " %02d:%02d", date->minute / 60, date->minute % 60);
    if (date->until)
        buffer_add_string(out, " until");
    if (date->inclusive)
        buffer_add_string(out, " inclusive");
}

/* The expression at the start of the text; what is left behind it is printed behind a
 * bar. */
static void print_expression(const struct table *table, const char *text,
                             struct buffer *out)
{
    struct tokens tokens;
    struct date_expression date;
    char other[DAY_TEXT_SIZE];
    tokens_read(table->arena, text, strlen(text), &tokens);
    enum date_outcome outcome =
        date_expression_read(table->lexicon, &tokens, 0, &table->context, &date);
    if (outcome == DATE_ABSENT)
        buffer_add_string(out, "none");
    else if (outcome == DATE_IMPOSSIBLE)
        buffer_add_string(out, "impossible");
    else
        print_days(out, &date);
    if (outcome == DATE_AMBIGUOUS)
        buffer_add_format(out, " or %s", day_format(date.other, other));
    if (outcome == DATE_FOUND && date.count < tokens.count)
        buffer_add_format(out, " | %s", text + tokens.items[date.count].start);
}

static bool set_context(struct table *table, const char *line)
{
    char word[16];
    int year, month, mday;
    if (sscanf(line, "message of %d-%d-%d", &year, &month, &mday) == 3) {
        table->context.now = (struct wall){day_of(year, month, mday), 600};
        return true;
    }
    if (strlen(line) < 12 && sscanf(line, "order %15s", word) == 1) {
        table->context.order = strcmp(word, "dmy") == 0   ? DATE_ORDER_DMY
                               : strcmp(word, "mdy") == 0 ? DATE_ORDER_MDY
                                                          : DATE_ORDER_NONE;
        return true;
    }
    return false;
}

static void run_line(struct table *table, char *line)
{
    struct buffer got = {0};
    char *arrow = strstr(line, " ==> ");
    if (line[0] == '#' || line[0] == '\0' || set_context(table, line))
        return;
    if (!arrow)
        fail_msg("no \" ==> \" in: %s", line);
    *arrow = '\0';
    print_expression(table, line, &got);
    table->lines++;
    if (strcmp(buffer_string(&got), arrow + 5) != 0) {
        print_error("want %s ==> %s\n     got  %s ==> %s\n", line, arrow + 5, line,
                    buffer_string(&got));
        table->wrong++;
    }
    buffer_free(&got);
}

static void run_table(const char *language, int at_least)
{
    struct error err;
    struct buffer text = {0};
    struct table table = {.arena = arena_create(),
                          .context = {.now = {0, MINUTE_NONE}, .past_days = 75}};
    const char *path = arena_format(table.arena, "%s/tables/dates/text_%s.txt",
                                    getenv("TEST_DATA"), language);
    table.lexicon = date_lexicon_open(table.arena, language, &err);
    if (!table.lexicon || !file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        run_line(&table, line);
    }
    buffer_free(&text);
    arena_destroy(table.arena);
    assert_int_equal(table.wrong, 0);
    assert_true(table.lines >= at_least);
}

static void test_english(void **state)
{
    (void)state;
    run_table("en", 90);
}

static void test_other_languages(void **state)
{
    static const char *const languages[] = {"de", "es", "fr", "it", "nl", "pt"};
    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        run_table(languages[i], 10);
}

static void test_order_told(void **state)
{
    static const struct {
        const char *text;
        enum date_order order;
    } cases[] = {
        {"from 25/12 to 3/1", DATE_ORDER_DMY},     {"from 12/25 to 1/3", DATE_ORDER_MDY},
        {"from 3/4 to 5/6", DATE_ORDER_NONE},      {"25/12 and 12/25", DATE_ORDER_NONE},
        {"version 1.25 of 2020", DATE_ORDER_NONE}, {"", DATE_ORDER_NONE},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tokens tokens;
        tokens_read(arena, cases[i].text, strlen(cases[i].text), &tokens);
        assert_int_equal(date_order_told(&tokens), cases[i].order);
    }
    arena_destroy(arena);
}

static void test_latest_and_earliest(void **state)
{
    struct date_expression yearly = {.first = day_of(2027, 12, 20), .cycle = CYCLE_YEAR};
    struct date_expression weekly = {.first = day_of(2026, 3, 9), .cycle = CYCLE_WEEK};
    struct date_expression full = {.first = day_of(2026, 3, 9), .cycle = CYCLE_NONE};
    (void)state;
    assert_int_equal(date_latest(&yearly, day_of(2027, 1, 3)), day_of(2026, 12, 20));
    assert_int_equal(date_earliest(&yearly, day_of(2025, 1, 3)), day_of(2025, 12, 20));
    assert_int_equal(date_latest(&weekly, day_of(2026, 3, 8)), day_of(2026, 3, 2));
    assert_int_equal(date_earliest(&weekly, day_of(2026, 3, 10)), day_of(2026, 3, 16));
    assert_int_equal(date_latest(&full, day_of(2020, 1, 1)), day_of(2026, 3, 9));
}

static void test_unknown_language(void **state)
{
    struct arena *arena = arena_create();
    struct error err;
    (void)state;
    assert_null(date_lexicon_open(arena, "xx", &err));
    assert_non_null(strstr(err.text, "xx.ini"));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_order_told),
        cmocka_unit_test(test_latest_and_earliest),
        cmocka_unit_test(test_unknown_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
