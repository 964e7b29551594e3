#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/style.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE, WHITE = 7 };

static struct theme filled(enum theme_kind kind)
{
    struct theme theme;

    theme_fill(&theme, kind);
    return theme;
}

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
        assert_int_equal(style_named(style_name((enum style)i)), i);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(style_name((enum style)i), style_name((enum style)j));
    }
    assert_int_equal(style_named("crimson"), STYLE_COUNT);
}

static void themes_have_names(void **state)
{
    enum theme_kind kind = THEME_AUTO;

    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) {
        assert_true(theme_named(theme_name((enum theme_kind)i), &kind));
        assert_int_equal(kind, i);
    }
    assert_false(theme_named("sepia", &kind));
}

/* Readable on black and on white: no colour on the own background that vanishes on one of
 * them, and never a foreground equal to its background. */
static void readable_on_both(void **state)
{
    struct theme theme = filled(THEME_AUTO);

    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look(&theme, (enum style)i, 0);

        assert_in_range(look.foreground + 1, 0, 8);
        assert_in_range(look.background + 1, 0, 8);
        if (look.background == COLOUR_DEFAULT) {
            assert_int_not_equal(look.foreground, YELLOW);
            assert_int_not_equal(look.foreground, BLUE);
            assert_int_not_equal(look.foreground, BLACK);
            assert_int_not_equal(look.foreground, WHITE);
        } else {
            assert_int_not_equal(look.foreground, COLOUR_DEFAULT);
            assert_int_not_equal(look.foreground, look.background);
        }
    }
}

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double luminance(int colour)
{
    static const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    int rgb[3];

    colour_rgb(colour, rgb);
    for (int i = 0; i < 3; i++) {
        double part = rgb[i] / 255.0;

        sum += weights[i] *
               (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(int a, int b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;

    return one > other ? one / other : other / one;
}

/* Each role of a theme against its own background, or those of the terminals it is for.
 */
static void themes_are_readable(void **state)
{
    static const struct {
        enum theme_kind kind;
        int grounds[2]; /* black and a dark grey; white and a light one */
        double least;
    } rows[] = {{THEME_DARK, {16, 235}, 4.5},
                {THEME_LIGHT, {231, 254}, 4.5},
                {THEME_HIGH_CONTRAST, {16, 16}, 7}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct theme theme = filled(rows[i].kind);

        for (int style = 0; style < STYLE_COUNT; style++) {
            struct look look = theme_look(&theme, (enum style)style, 0);

            for (int j = 0; j < 2; j++) {
                int ground = look.background == COLOUR_DEFAULT ? rows[i].grounds[j]
                                                               : look.background;
                bool line = style == STYLE_BORDER; /* not read */

                if (look.foreground != COLOUR_DEFAULT &&
                    contrast(look.foreground, ground) < (line ? 3 : rows[i].least))
                    fail_msg("%s: %s has a contrast of %.1f", theme_name(rows[i].kind),
                             style_name((enum style)style),
                             contrast(look.foreground, ground));
            }
        }
    }
}

static void monochrome_has_no_colour(void **state)
{
    struct theme theme = filled(THEME_MONOCHROME);

    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        for (unsigned over = 0; over < 16; over++) {
            struct look look = theme_look(&theme, (enum style)i, over);

            assert_int_equal(look.foreground, COLOUR_DEFAULT);
            assert_int_equal(look.background, COLOUR_DEFAULT);
        }
    }
}

/* The cursor row, the row of another pane, marked and finished rows differ in all themes.
 */
static void overs_differ(void **state)
{
    static const unsigned overs[] = {0, OVER_CURSOR, OVER_HERE, OVER_MARK, OVER_DIM};

    (void)state;
    for (int kind = 0; kind < THEME_COUNT; kind++) {
        struct theme theme = filled((enum theme_kind)kind);

        for (size_t i = 0; i < 5; i++) {
            for (size_t j = 0; j < i; j++)
                assert_false(same(theme_look(&theme, STYLE_NORMAL, overs[i]),
                                  theme_look(&theme, STYLE_NORMAL, overs[j])));
        }
    }
}

/* Reverse and dim together vanish on some terminals. */
static void cursor_is_never_dim(void **state)
{
    struct theme theme = filled(THEME_AUTO);

    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++)
        assert_false(theme_look(&theme, (enum style)i, OVER_CURSOR | OVER_DIM).dim);
}

static void backgrounds_are_guessed(void **state)
{
    static const struct {
        const char *said;
        enum theme_kind kind;
    } rows[] = {
        {NULL, THEME_AUTO},
        {"", THEME_AUTO},
        {"15;0", THEME_DARK},
        {"0;15", THEME_LIGHT},
        {"7;8", THEME_DARK},
        {"0;7", THEME_LIGHT},
        {"0;default;15", THEME_LIGHT},
        {"15;default", THEME_AUTO},
        {"0;99", THEME_AUTO},
        {"12", THEME_AUTO},
        {"0;7x", THEME_AUTO},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(theme_guess(rows[i].said), rows[i].kind);
}

static void looks_in_words(void **state)
{
    static const struct {
        const char *words;
        struct look look;
    } rows[] = {
        {"red", {.foreground = RED, .background = COLOUR_DEFAULT}},
        {"", {.foreground = COLOUR_DEFAULT, .background = COLOUR_DEFAULT}},
        {"bold  red\ton blue", {.foreground = RED, .background = BLUE, .bold = true}},
        {"208 on default underline",
         {.foreground = 208, .background = COLOUR_DEFAULT, .underline = true}},
        {"on 16 #ff8700", {.foreground = 208, .background = 16}},
        {"#FFFFFF on #000000 dim reverse",
         {.foreground = 231, .background = 16, .dim = true, .reverse = true}},
        {"bright-blue", {.foreground = 12, .background = COLOUR_DEFAULT}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct look look;
        struct error err;

        if (!look_parse(rows[i].words, &look, &err))
            fail_msg("%s: %s", rows[i].words, err.text);
        if (!same(look, rows[i].look))
            fail_msg("%s: %d on %d", rows[i].words, look.foreground, look.background);
    }
}

static void looks_with_a_mistake(void **state)
{
    static const char *const rows[][2] = {
        {"purpel", "there is no colour \"purpel\"; write a name such as red"},
        {"yelow", "did you mean \"yellow\"?"},
        {"bolt", "did you mean \"bold\"?"},
        {"256", "there is no colour \"256\""},
        {"#12345", "there is no colour \"#12345\""},
        {"#12345g", "there is no colour \"#12345g\""},
        {"red blue", "\"blue\" is a second colour"},
        {"red on", "behind \"on\" stands a colour"},
        {"red on bold", "there is no colour \"bold\""},
        {"red on blue on green", "\"on\" is said twice"},
        {"red-red-red-red-red-red-red-red-red", "is no colour"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct look look;
        struct error err;

        assert_false(look_parse(rows[i][0], &look, &err));
        if (strstr(err.text, rows[i][1]) == NULL)
            fail_msg("%s: %s", rows[i][0], err.text);
    }
}

/* With 8 colours each keeps its hue, and nothing vanishes in its own background. */
static void few_colours(void **state)
{
    static const struct {
        int colour, eight;
    } rows[] = {{210, RED}, {114, GREEN},          {80, 6},  {213, 5},
                {16, 0},    {246, COLOUR_DEFAULT}, {231, 7}, {9, RED}};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct look look = {.foreground = rows[i].colour, .background = COLOUR_DEFAULT};

        assert_int_equal(look_reduced(look, 8).foreground, rows[i].eight);
        assert_int_equal(look_reduced(look, 256).foreground, rows[i].colour);
    }
    for (int kind = 0; kind < THEME_COUNT; kind++) {
        struct theme theme = filled((enum theme_kind)kind);

        for (int style = 0; style < STYLE_COUNT; style++) {
            struct look look = look_reduced(theme_look(&theme, (enum style)style, 0), 8);

            assert_in_range(look.foreground + 1, 0, 8);
            assert_in_range(look.background + 1, 0, 8);
            assert_true(look.foreground != look.background ||
                        look.foreground == COLOUR_DEFAULT);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_unique),
        cmocka_unit_test(themes_have_names),
        cmocka_unit_test(readable_on_both),
        cmocka_unit_test(themes_are_readable),
        cmocka_unit_test(monochrome_has_no_colour),
        cmocka_unit_test(overs_differ),
        cmocka_unit_test(cursor_is_never_dim),
        cmocka_unit_test(backgrounds_are_guessed),
        cmocka_unit_test(looks_in_words),
        cmocka_unit_test(looks_with_a_mistake),
        cmocka_unit_test(few_colours),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
