#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/style.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE };

static bool same(struct look a, struct look b)
{
    return a.foreground == b.foreground && a.background == b.background &&
           a.bold == b.bold && a.dim == b.dim && a.reverse == b.reverse &&
           a.underline == b.underline;
}

static void names_are_unique(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        assert_non_null(style_name((enum style)i));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(style_name((enum style)i), style_name((enum style)j));
    }
}

/* Readable on black and on white: no colour on the own background that vanishes on one of
 * them, and never a foreground equal to its background. */
static void readable(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look(THEME_COLOUR, (enum style)i, 0);

        assert_in_range(look.foreground + 1, 0, 8);
        assert_in_range(look.background + 1, 0, 8);
        if (look.background == COLOUR_DEFAULT) {
            assert_int_not_equal(look.foreground, YELLOW);
            assert_int_not_equal(look.foreground, BLUE);
            assert_int_not_equal(look.foreground, BLACK);
            assert_int_not_equal(look.foreground, 7);
        } else {
            assert_int_not_equal(look.foreground, COLOUR_DEFAULT);
            assert_int_not_equal(look.foreground, look.background);
        }
    }
}

static void monochrome_has_no_colour(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        for (unsigned over = 0; over < 16; over++) {
            struct look look = theme_look(THEME_MONOCHROME, (enum style)i, over);

            assert_int_equal(look.foreground, COLOUR_DEFAULT);
            assert_int_equal(look.background, COLOUR_DEFAULT);
        }
    }
}

/* The cursor row, the row of another pane, marked and finished rows differ in both
 * themes. */
static void overs_differ(void **state)
{
    static const unsigned overs[] = {0, OVER_CURSOR, OVER_HERE, OVER_MARK, OVER_DIM};

    (void)state;
    for (int theme = 0; theme < 2; theme++) {
        for (size_t i = 0; i < 5; i++) {
            for (size_t j = 0; j < i; j++)
                assert_false(same(theme_look((enum theme)theme, STYLE_NORMAL, overs[i]),
                                  theme_look((enum theme)theme, STYLE_NORMAL, overs[j])));
        }
    }
}

/* Reverse and dim together vanish on some terminals. */
static void cursor_is_never_dim(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++)
        assert_false(theme_look(THEME_COLOUR, (enum style)i, OVER_CURSOR | OVER_DIM).dim);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_unique),         cmocka_unit_test(readable),
        cmocka_unit_test(monochrome_has_no_colour), cmocka_unit_test(overs_differ),
        cmocka_unit_test(cursor_is_never_dim),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
