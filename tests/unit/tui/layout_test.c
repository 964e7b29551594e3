#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/tui/layout.h"

enum { PEOPLE, AWAY, TOUCHES, NOTES, PANES };

static const struct layout right[] = {
    {.split = LAYOUT_PANE, .pane = AWAY, .weight = 1, .least = 4},
    {.split = LAYOUT_PANE, .pane = TOUCHES, .weight = 2, .least = 5},
};
static const struct layout upper[] = {
    {.split = LAYOUT_PANE, .pane = PEOPLE, .weight = 2, .least = 24},
    {.split = LAYOUT_BELOW, .weight = 3, .least = 30, .parts = right, .part_count = 2},
};
static const struct layout whole[] = {
    {.split = LAYOUT_BESIDE, .weight = 4, .least = 8, .parts = upper, .part_count = 2},
    {.split = LAYOUT_PANE, .pane = NOTES, .weight = 1, .least = 3},
};
static const struct layout desk = {
    .split = LAYOUT_BELOW, .parts = whole, .part_count = 2};

/* The panes' frames as a picture, with header and footer lines left out. */
static void picture(int rows, int columns, int focus, bool zoom, const char *expected)
{
    struct layout_place places[LAYOUT_PANES_MAX];
    struct canvas *canvas = canvas_create(rows, columns);
    struct rect area = {1, 0, rows - 2, columns};
    struct buffer text = {0};
    size_t count;

    layout_place(&desk, area, rows, columns, focus, zoom, places, &count);
    assert_int_equal(count, PANES);
    for (size_t i = 0; i < count; i++) {
        struct rect frame = places[i].frame;

        area_box(area_whole(canvas), frame, STYLE_BORDER);
        if (frame.rows > 0)
            area_format(area_whole(canvas), frame.row, frame.column + 1, STYLE_TITLE,
                        "%d", places[i].pane);
    }
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), expected);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static void smallest_whole(void **state)
{
    (void)state;
    picture(16, 60, PEOPLE, false,
            "\n"
            "┌0──────────────────────┬1─────────────────────────────────┐\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       ├2─────────────────────────────────┤\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "│                       │                                  │\n"
            "├3──────────────────────┴──────────────────────────────────┤\n"
            "│                                                          │\n"
            "└──────────────────────────────────────────────────────────┘\n"
            "\n");
}

static void one_pane(void **state)
{
    static const char *const expected = "\n┌2─────────────────────────────────────┐\n"
                                        "│                                      │\n"
                                        "│                                      │\n"
                                        "│                                      │\n"
                                        "│                                      │\n"
                                        "│                                      │\n"
                                        "│                                      │\n"
                                        "└──────────────────────────────────────┘\n\n";

    (void)state;
    picture(10, 40, TOUCHES, false, expected);
    picture(9, 40, TOUCHES, false, "\n\n\n\n\n\n\n\n\n");
}

static void reasons(void **state)
{
    static const struct {
        enum layout_fit fit;
        int rows, columns;
        const char *words;
    } cases[] = {
        {LAYOUT_ALL, 24, 80, ""},
        {LAYOUT_ONE, 12, 50, "window 50x12: one pane; 60x16 shows all"},
        {LAYOUT_ONE, 24, 80, "zoomed"},
        {LAYOUT_NONE, 5, 30, "window 30x5 is too small: at least 40x10"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer words = {0};

        layout_reason(cases[i].fit, cases[i].rows, cases[i].columns, &words);
        assert_string_equal(buffer_string(&words), cases[i].words);
        buffer_free(&words);
    }
}

static void check_storm(int rows, int columns, bool zoom)
{
    struct layout_place places[LAYOUT_PANES_MAX];
    struct rect area = {1, 0, rows - 2, columns};
    size_t count;
    enum layout_fit fit =
        layout_place(&desk, area, rows, columns, NOTES, zoom, places, &count);
    int shown = 0;

    for (size_t i = 0; i < count; i++) {
        struct rect frame = places[i].frame;

        if (frame.rows == 0)
            continue;
        shown++;
        assert_true(frame.rows >= 3 && frame.columns >= 3);
        assert_true(frame.row >= 1 && frame.row + frame.rows <= rows - 1);
        assert_true(frame.column >= 0 && frame.column + frame.columns <= columns);
        assert_true(fit != LAYOUT_ONE ||
                    (frame.rows == rows - 2 && frame.columns == columns));
    }
    assert_int_equal(shown, fit == LAYOUT_ALL ? PANES : fit == LAYOUT_ONE ? 1 : 0);
}

/* Every size there is: the frames lie on the screen and have room inside. */
static void storm(void **state)
{
    (void)state;
    for (int rows = 0; rows <= 80; rows++) {
        for (int columns = 0; columns <= 300; columns++) {
            check_storm(rows, columns, false);
            check_storm(rows, columns, true);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest_whole),
        cmocka_unit_test(one_pane),
        cmocka_unit_test(reasons),
        cmocka_unit_test(storm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
