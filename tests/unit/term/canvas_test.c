#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/text.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/screen.h"

static void expect(struct canvas *canvas, const char *picture)
{
    struct buffer text = {0};

    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), picture);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static void expect_styles(const struct canvas *canvas, const char *runs)
{
    struct buffer text = {0};

    canvas_styles(canvas, &text);
    assert_string_equal(buffer_string(&text), runs);
    buffer_free(&text);
}

static void text_is_cut(void **state)
{
    struct canvas *canvas = canvas_create(3, 8);
    struct area area = area_part(area_whole(canvas), (struct rect){0, 2, 2, 4});

    (void)state;
    assert_int_equal(area_text(area, 0, 0, STYLE_NORMAL, "abcdefgh"), 8);
    assert_int_equal(area_text(area, 1, -2, STYLE_NORMAL, "abcdefgh"), 8);
    assert_int_equal(area_text(area, 2, 0, STYLE_NORMAL, "below"), 5);
    assert_int_equal(area_text(area, -1, 0, STYLE_NORMAL, "above"), 5);
    expect(canvas, "  abcd\n  cdef\n\n");
}

/* A wide character at an edge becomes blanks, on both sides. */
static void wide_at_edges(void **state)
{
    struct canvas *canvas = canvas_create(3, 6);
    struct area area = area_part(area_whole(canvas), (struct rect){0, 1, 3, 3});

    (void)state;
    assert_int_equal(area_text(area, 0, 0, STYLE_NORMAL, "漢字"), 4);
    assert_int_equal(area_text(area, 1, -1, STYLE_NORMAL, "漢字"), 4);
    area_text(area, 2, 0, STYLE_NORMAL, "a漢字");
    assert_int_equal(canvas_cell(canvas, 0, 3)->codes[0], ' ');
    assert_int_equal(canvas_cell(canvas, 1, 1)->codes[0], ' ');
    expect(canvas, " 漢\n  字\n a漢\n");
}

/* Drawing over half of a wide character leaves no other half. */
static void wide_overwritten(void **state)
{
    struct canvas *canvas = canvas_create(3, 6);
    struct area area = area_whole(canvas);

    (void)state;
    for (int row = 0; row < 3; row++)
        area_text(area, row, 0, STYLE_NORMAL, "漢字漢");
    area_text(area, 0, 1, STYLE_NORMAL, "x");
    area_text(area, 1, 0, STYLE_NORMAL, "x");
    area_text(area, 2, 1, STYLE_NORMAL, "字");
    assert_int_equal(canvas_cell(canvas, 0, 0)->codes[0], ' ');
    assert_int_equal(canvas_cell(canvas, 2, 3)->codes[0], ' ');
    expect(canvas, " x字漢\nx 字漢\n 字 漢\n");
}

static void marks(void **state)
{
    struct canvas *canvas = canvas_create(2, 8);
    struct area area = area_whole(canvas);

    (void)state;
    assert_int_equal(area_text(area, 0, 0, STYLE_NORMAL, "e\u0301x"), 2);
    assert_int_equal(canvas_cell(canvas, 0, 0)->codes[1], 0x301);
    assert_int_equal(canvas_cell(canvas, 0, 1)->codes[0], 'x');
    area_text(area, 1, 0, STYLE_NORMAL, "漢\u0301");
    assert_int_equal(canvas_cell(canvas, 1, 0)->codes[1], 0x301);
    assert_int_equal(canvas_cell(canvas, 1, 1)->width, 0);
    expect(canvas, "e\u0301x\n漢\u0301\n");
}

/* Nothing that a terminal would obey is ever in a cell. */
static void hostile_text(void **state)
{
    struct canvas *canvas = canvas_create(1, 40);

    (void)state;
    area_text(area_whole(canvas), 0, 0, STYLE_NORMAL,
              "a\033]52;c;x\a\r\n\u202e\u200b\xff\xc2\x9b");
    for (int i = 0; i < 40; i++) {
        uint32_t code = canvas_cell(canvas, 0, i)->codes[0];

        assert_true(code >= 0x20 && (code < 0x7f || code > 0x9f));
        assert_true(code != 0x202e && code != 0x200b);
    }
    canvas_destroy(canvas);
}

static void fields(void **state)
{
    struct canvas *canvas = canvas_create(5, 10);
    struct area area = area_whole(canvas);

    (void)state;
    area_text(area, 0, 0, STYLE_NORMAL, "##########");
    area_field(area, 0, 1, 6, STYLE_NORMAL, "abc", false);
    area_field(area, 1, 1, 6, STYLE_NORMAL, "abcdefgh", false);
    area_field(area, 2, 1, 6, STYLE_NORMAL, "abc", true);
    area_field(area, 3, 1, 6, STYLE_NORMAL, "漢字漢字", true);
    area_field(area, 4, 1, 0, STYLE_NORMAL, "abc", false);
    expect(canvas, "#abc   ###\n abcde…\n    abc\n 漢字…\n\n");
}

static void boxes_join(void **state)
{
    struct canvas *canvas = canvas_create(5, 9);
    struct area area = area_whole(canvas);

    (void)state;
    area_box(area, (struct rect){0, 0, 5, 5}, STYLE_BORDER);
    area_box(area, (struct rect){0, 4, 3, 5}, STYLE_BORDER);
    area_box(area, (struct rect){2, 4, 3, 5}, STYLE_BORDER);
    expect(canvas, "┌───┬───┐\n│   │   │\n│   ├───┤\n│   │   │\n└───┴───┘\n");
}

static void boxes_in_ascii(void **state)
{
    struct canvas *canvas = canvas_create(3, 7);
    struct area area = area_whole(canvas);

    (void)state;
    canvas_set_ascii(canvas, true);
    area_box(area, (struct rect){0, 0, 3, 4}, STYLE_BORDER);
    area_box(area, (struct rect){0, 3, 3, 4}, STYLE_BORDER);
    area_text(area, 0, 1, STYLE_TITLE, "a-");
    expect(canvas, "+a-+--+\n|  |  |\n+--+--+\n");
}

static void degenerate_boxes(void **state)
{
    struct canvas *canvas = canvas_create(2, 3);
    struct area area = area_whole(canvas);

    (void)state;
    area_box(area, (struct rect){0, 0, 1, 3}, STYLE_BORDER);
    area_box(area, (struct rect){0, 0, -1, -1}, STYLE_BORDER);
    area_box(area, (struct rect){-1, -1, 9, 9}, STYLE_BORDER);
    expect(canvas, "\n\n");
}

static void styles_and_overs(void **state)
{
    struct canvas *canvas = canvas_create(2, 6);
    struct area area = area_whole(canvas);

    (void)state;
    area_text(area, 0, 1, STYLE_LATE, "late");
    area_over(area, (struct rect){0, 0, 1, 3}, OVER_CURSOR);
    area_fill(area, (struct rect){1, 2, 9, 9}, STYLE_HEADER);
    area_over(area, (struct rect){1, 2, 1, 1}, OVER_MARK | OVER_DIM);
    expect_styles(canvas, "0 0 1 normal+cursor\n0 1 2 late+cursor\n0 3 2 late\n"
                          "1 2 1 header+mark+dim\n1 3 3 header\n");
    canvas_clear(canvas);
    expect_styles(canvas, "");
    canvas_destroy(canvas);
}

static void cursor_place(void **state)
{
    struct canvas *canvas = canvas_create(3, 6);
    struct area area = area_part(area_whole(canvas), (struct rect){1, 2, 2, 2});
    int row, column;

    (void)state;
    assert_false(canvas_cursor(canvas, &row, &column));
    area_cursor(area, 0, 2);
    assert_false(canvas_cursor(canvas, &row, &column));
    area_cursor(area, 1, 1);
    assert_true(canvas_cursor(canvas, &row, &column));
    assert_int_equal(row, 2);
    assert_int_equal(column, 3);
    canvas_clear(canvas);
    assert_false(canvas_cursor(canvas, &row, &column));
    canvas_destroy(canvas);
}

static void empty_canvas(void **state)
{
    struct canvas *canvas = canvas_create(-3, 0);

    (void)state;
    assert_int_equal(canvas_rows(canvas), 0);
    area_text(area_whole(canvas), 0, 0, STYLE_NORMAL, "漢");
    area_box(area_whole(canvas), (struct rect){0, 0, 5, 5}, STYLE_BORDER);
    assert_null(canvas_cell(canvas, 0, 0));
    canvas_resize(canvas, 1, 2);
    area_text(area_whole(canvas), 0, 0, STYLE_NORMAL, "漢");
    expect(canvas, "漢\n");
}

/* No cell is ever left half, whatever is drawn over whatever. */
static void halves_always_match(void **state)
{
    static const char *const pieces[] = {"漢",    "a",  "字b",   "e\u0301",
                                         "x漢字", "  ", "\u0301"};
    struct canvas *canvas = canvas_create(4, 9);

    (void)state;
    srand(7);
    for (int i = 0; i < 20000; i++) {
        struct rect rect = {rand() % 6 - 1, rand() % 11 - 1, rand() % 6, rand() % 11};
        struct area area = area_part(area_whole(canvas), rect);

        area_text(area, rand() % 5 - 1, rand() % 12 - 2, STYLE_NORMAL,
                  pieces[rand() % 7]);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 9; column++) {
                const struct cell *cell = canvas_cell(canvas, row, column);

                if (cell->width == 2)
                    assert_int_equal(canvas_cell(canvas, row, column + 1)->width, 0);
                if (cell->width == 0)
                    assert_int_equal(canvas_cell(canvas, row, column - 1)->width, 2);
                assert_true(cell->width == 0 || cell->codes[0] != 0);
            }
        }
    }
    canvas_destroy(canvas);
}

static int set_up(void **state)
{
    (void)state;
    screen_locale();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut),         cmocka_unit_test(wide_at_edges),
        cmocka_unit_test(wide_overwritten),    cmocka_unit_test(marks),
        cmocka_unit_test(hostile_text),        cmocka_unit_test(fields),
        cmocka_unit_test(boxes_join),          cmocka_unit_test(boxes_in_ascii),
        cmocka_unit_test(degenerate_boxes),    cmocka_unit_test(styles_and_overs),
        cmocka_unit_test(cursor_place),        cmocka_unit_test(empty_canvas),
        cmocka_unit_test(halves_always_match),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
