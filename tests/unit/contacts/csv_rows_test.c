/* Rows and their fields, the lines they begin on, and what comes after a broken one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "csv_rows.h"
#include "record_text.h"

struct rows_case {
    const char *text;
    const char *expected; /* "line[field][field] ...", "line!" for a broken row */
};

static const struct rows_case cases[] = {
    {"a,b\nc,d\n", "1[a][b] 2[c][d] "},
    {"a,b\r\nc,d", "1[a][b] 2[c][d] "},
    {"\n\na\n \t \nb\n", "3[a] 5[b] "},
    {",\n", "1[][] "},
    {"a,\n,b\n", "1[a][] 2[][b] "},
    {" a , \" b \" \n", "1[a][ b ] "},
    {"\"a\"\"b\",\"c,d\"\n", "1[a\"b][c,d] "},
    {"\"a\nb\r\nc\",d\ne\n", "1[a\nb\nc][d] 4[e] "},
    {"\"\n", "1! "},
    {"\"a\nb\nc\n", "1! 2[b] 3[c] "},
    {"\"a\"b\nc\n", "1! 2[c] "},
    {"\"a\nb,\"x\"\nc\n", "1! 2[b][x] 3[c] "},
    {"a\"b,c\n", "1[a\"b][c] "},
    {"a\"b,\"c\nd\n", "1! 2[d] "},
    {"5\" x 3\",ok\n", "1[5\" x 3\"][ok] "},
    {"a\rb\n", "1[a\rb] "},
};

static void add_row(struct buffer *out, const struct csv_rows *rows)
{
    buffer_add_format(out, "%ld", rows->line);
    for (size_t i = 0; i < rows->count; i++) {
        size_t length;
        const char *field = csv_rows_field(rows, i, &length);
        assert_int_equal(strlen(field), length);
        buffer_add_format(out, "[%s]", field);
    }
    buffer_add_char(out, ' ');
}

static void check(const struct rows_case *c)
{
    char path[32];
    struct source source;
    struct csv_rows rows;
    struct error err;
    struct buffer out = {0};
    write_temporary(path, c->text, strlen(c->text));
    assert_true(source_open(&source, path, &err));
    (void)unlink(path);
    csv_rows_init(&rows, &source);
    enum csv_result result;
    while ((result = csv_rows_next(&rows, &err)) != CSV_END) {
        if (result == CSV_ROW) {
            add_row(&out, &rows);
        } else {
            assert_int_equal(result, CSV_BROKEN);
            buffer_add_format(&out, "%ld! ", rows.line);
        }
    }
    assert_string_equal(buffer_string(&out), c->expected);
    csv_rows_free(&rows);
    source_close(&source);
    buffer_free(&out);
}

static void rows_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check(&cases[i]);
    }
}

static void a_line_alone_takes_nothing(void **state)
{
    (void)state;
    struct csv_rows rows;
    struct source source = {.descriptor = -1};
    size_t length;
    csv_rows_init(&rows, &source);
    assert_true(csv_rows_try(&rows, "a;b,c\n", 6, ';'));
    assert_int_equal(rows.count, 2);
    assert_string_equal(csv_rows_field(&rows, 1, &length), "b,c");
    assert_true(csv_rows_try(&rows, "a;b,c", 5, ','));
    assert_string_equal(csv_rows_field(&rows, 0, &length), "a;b");
    assert_true(csv_rows_try(&rows, "a\t\tb", 4, '\t'));
    assert_int_equal(rows.count, 3);
    assert_false(csv_rows_try(&rows, "\"a", 2, ','));
    assert_string_equal(csv_rows_field(&rows, 99, &length), "");
    assert_int_equal(length, 0);
    csv_rows_free(&rows);
    csv_rows_free(&rows);
}

static void many_fields_are_counted(void **state)
{
    (void)state;
    struct csv_rows rows;
    struct source source = {.descriptor = -1};
    char line[6001];
    size_t length;
    memset(line, ',', sizeof line);
    line[6000] = 'x';
    csv_rows_init(&rows, &source);
    assert_true(csv_rows_try(&rows, line, sizeof line, ','));
    assert_int_equal(rows.count, 6001);
    assert_string_equal(csv_rows_field(&rows, 6000, &length), "");
    csv_rows_free(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read),
        cmocka_unit_test(a_line_alone_takes_nothing),
        cmocka_unit_test(many_fields_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
