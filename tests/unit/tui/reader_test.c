#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/screen.h"
#include "touchbase/tui/action.h"
#include "touchbase/tui/pane.h"
#include "touchbase/tui/reader.h"

static struct reader *make(const char *text, int lines, int columns)
{
    struct reader *reader = reader_create();

    reader_resize(reader, lines, columns);
    reader_set(reader, text, strlen(text), NULL, 0);
    return reader;
}

static void expect(const struct reader *reader, int rows, int columns,
                   const char *picture, const char *styles)
{
    struct canvas *canvas = canvas_create(rows, columns);
    struct buffer text = {0};

    reader_draw(reader, area_whole(canvas));
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), picture);
    buffer_clear(&text);
    canvas_styles(canvas, &text);
    assert_string_equal(buffer_string(&text), styles);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static const char numbers[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10";

static void moves(void **state)
{
    static const struct {
        int action;
        int count;
        size_t top;
    } steps[] = {
        {ACTION_DOWN, 0, 1},    {ACTION_DOWN, 3, 4},      {ACTION_UP, 0, 3},
        {ACTION_UP, 99, 0},     {ACTION_PAGE_DOWN, 0, 3}, {ACTION_HALF_DOWN, 0, 5},
        {ACTION_HALF_UP, 1, 4}, {ACTION_PAGE_UP, 0, 1},   {ACTION_PAGE_DOWN, 9, 7},
        {ACTION_FIRST, 0, 0},   {ACTION_LAST, 0, 7},      {ACTION_LAST, 5, 4},
        {ACTION_FIRST, 3, 2},
    };
    struct reader *reader = make(numbers, 3, 20);

    (void)state;
    assert_int_equal(reader_lines(reader), 10);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        assert_true(reader_act(reader, steps[i].action, steps[i].count) & PANE_REPAINT);
        assert_int_equal(reader_top(reader), steps[i].top);
    }
    assert_int_equal(reader_act(reader, ACTION_WINDOW_TOP, 0), 0);
    assert_int_equal(reader_act(reader, ACTION_TEXT_LEFT, 0), 0);
    reader_destroy(reader);
}

static void evidence(void **state)
{
    const char *text = "I will be in Mexico, back on Monday, March 9.";
    const struct reader_span spans[] = {{13, 19, STYLE_EVIDENCE_PLACE},
                                        {29, 44, STYLE_EVIDENCE_BACK}};
    struct reader *reader = reader_create();

    (void)state;
    reader_resize(reader, 3, 20);
    reader_set(reader, text, strlen(text), spans, 2);
    expect(reader, 3, 20, "I will be in Mexico,\nback on Monday,\nMarch 9.\n",
           "0 13 6 evidence-place\n1 8 8 evidence-back\n2 0 7 evidence-back\n");
    reader_destroy(reader);
}

static void searching(void **state)
{
    struct reader *reader =
        make("Zürich\nnothing\nZURICH and zurich\nx\ny\nthe  last\nzürich", 2, 20);

    (void)state;
    assert_false(reader_find(reader, "nowhere"));
    assert_true(reader_find(reader, "zurich"));
    expect(reader, 2, 20, "Zürich\nnothing\n", "0 0 6 found\n");
    reader_act(reader, ACTION_FIND_NEXT, 0);
    assert_int_equal(reader_top(reader), 2);
    expect(reader, 1, 20, "ZURICH and zurich\n", "0 0 6 found\n0 11 6 found\n");
    reader_act(reader, ACTION_FIND_NEXT, 0);
    reader_act(reader, ACTION_FIND_NEXT, 0);
    assert_int_equal(reader_top(reader), 5);
    assert_true(reader_act(reader, ACTION_FIND_NEXT, 0) & PANE_BELL);
    reader_act(reader, ACTION_FIND_PREVIOUS, 0);
    assert_int_equal(reader_top(reader), 2);
    assert_true(reader_find(reader, "The Last"));
    expect(reader, 2, 20, "the  last\nzürich\n", "0 0 9 found\n");
    assert_false(reader_find(reader, ""));
    assert_true(reader_act(reader, ACTION_FIND_NEXT, 0) & PANE_BELL);
    reader_destroy(reader);
}

static void keeps_its_place(void **state)
{
    struct reader *reader = make("one two three four five six seven eight nine", 2, 10);

    (void)state;
    reader_act(reader, ACTION_DOWN, 2);
    expect(reader, 2, 10, "five six\nseven\n", "");
    reader_resize(reader, 2, 6);
    expect(reader, 2, 6, "five\nsix\n", "");
    reader_set(reader, "one two three four five six seven eight nine ten", 48, NULL, 0);
    expect(reader, 2, 6, "five\nsix\n", "");
    reader_set(reader, "other", 5, NULL, 0);
    expect(reader, 2, 6, "other\n\n", "");
    reader_destroy(reader);
}

static void shows_an_offset(void **state)
{
    struct reader *reader = make(numbers, 3, 20);

    (void)state;
    reader_show(reader, 14);
    assert_int_equal(reader_top(reader), 5);
    reader_show(reader, 12);
    assert_int_equal(reader_top(reader), 5);
    reader_show(reader, 2);
    assert_int_equal(reader_top(reader), 1);
    reader_destroy(reader);
}

static void odd_texts(void **state)
{
    struct reader *reader = make("", 3, 20);

    (void)state;
    expect(reader, 2, 5, "\n\n", "");
    reader_act(reader, ACTION_LAST, 0);
    reader_set(reader, "a\033[2Jb\xff\0c", 9, NULL, 0);
    expect(reader, 1, 20,
           "a␛[2Jb\xef\xbf\xbd\xef\xbf\xbd"
           "c\n",
           "");
    reader_set(reader, "漢字漢字", 12, NULL, 0);
    reader_resize(reader, 3, 1);
    assert_int_equal(reader_lines(reader), 4);
    reader_resize(reader, 0, 0);
    reader_act(reader, ACTION_PAGE_DOWN, 0);
    expect(reader, 0, 0, "", "");
    reader_destroy(reader);
}

static int set_up(void **state)
{
    (void)state;
    screen_locale();
    return 0;
}

/* What goes on below a label stands below its words. */
static void labels_hang(void **state)
{
    static const struct {
        const char *text;
        int columns;
        const char *shown;
    } cases[] = {
        {"gx   open the web link", 16, "gx   open the\n     web link\n"},
        {"  gx   open the web link", 18, "  gx   open the\n       web link\n"},
        {"    begins with blanks", 14, "    begins\n    with\n    blanks\n"},
        {"no label at all here", 12, "no label at\nall here\n"},
        {"a label that is long  words", 16, "a label that is\nlong  words\n"},
        {"gx   fits", 16, "gx   fits\n"},
        {"gx   one two\nthree four", 9, "gx   one\ntwo\nthree\nfour\n"},
        {"a  ", 2, "a\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reader *reader = reader_create();
        struct canvas *canvas;
        struct buffer out = {0};

        reader_hang(reader);
        reader_set(reader, cases[i].text, strlen(cases[i].text), NULL, 0);
        reader_resize(reader, 9, cases[i].columns);
        canvas = canvas_create((int)reader_lines(reader), cases[i].columns);
        reader_draw(reader, area_whole(canvas));
        canvas_text(canvas, &out);
        assert_string_equal(buffer_string(&out), cases[i].shown);
        buffer_free(&out);
        canvas_destroy(canvas);
        reader_destroy(reader);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves),           cmocka_unit_test(evidence),
        cmocka_unit_test(searching),       cmocka_unit_test(keeps_its_place),
        cmocka_unit_test(shows_an_offset), cmocka_unit_test(odd_texts),
        cmocka_unit_test(labels_hang),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
