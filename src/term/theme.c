/* The looks of the themes. What makes a role stand out by itself is said once; a theme
 * adds its colours and, where they do not tell enough, more. A role that carries a
 * meaning differs from normal text in each of them, and its words or signs say the
 * meaning too. */
#include <stdlib.h>
#include <string.h>

#include "touchbase/term/style.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };
enum { NIGHT = 16, PAPER = 231, SIGNAL = 226 }; /* of high contrast */
enum { BOLD = 1, DIM = 2, REVERSE = 4, UNDERLINE = 8 };

/* Each is a colour's number plus one, so that 0 is what is not said. */
struct colours {
    short foreground, background;
};

#define USUAL \
    {         \
        0, 0  \
    }
#define INK(colour)     \
    {                   \
        (colour) + 1, 0 \
    }
#define ON(ground, colour)         \
    {                              \
        (colour) + 1, (ground) + 1 \
    }

/* In the order of the themes; monochrome has none. Yellow is unreadable on a white
 * background and blue on a black one, so neither is ever a foreground on the terminal's
 * own background. xterm's numbers from 16 on are a cube of 6x6x6 colours and, from 232,
 * 24 greys. */
static const struct {
    unsigned char always; /* attributes in every theme */
    struct colours colours[THEME_COUNT];
} roles[STYLE_COUNT] = {
    [STYLE_DIM] = {0, {USUAL, INK(246), INK(241), INK(250)}},
    [STYLE_STRONG] = {BOLD, {USUAL}},
    [STYLE_HEADER] = {0, {USUAL, ON(24, 231), ON(24, 231), ON(PAPER, NIGHT)}},
    [STYLE_TITLE] = {0, {USUAL, INK(250), INK(238), USUAL}},
    [STYLE_TITLE_FOCUS] = {BOLD, {USUAL, ON(117, 16), ON(24, 231), ON(SIGNAL, NIGHT)}},
    [STYLE_BORDER] = {0, {USUAL, INK(243), INK(243), USUAL}},
    [STYLE_BORDER_FOCUS] = {0, {USUAL, INK(117), INK(24), INK(SIGNAL)}},
    [STYLE_HEADING] = {BOLD, {USUAL, INK(180), INK(94), USUAL}},
    [STYLE_LATE] = {BOLD, {INK(RED), INK(210), INK(124), INK(SIGNAL)}},
    [STYLE_TODAY] = {0, {INK(GREEN), INK(114), INK(22), INK(120)}},
    [STYLE_PROMISE] = {BOLD, {INK(MAGENTA), INK(213), INK(90), INK(219)}},
    [STYLE_AWAY] = {0, {INK(CYAN), INK(80), INK(24), INK(123)}},
    [STYLE_NO_STEP] = {0, {INK(MAGENTA), INK(183), INK(90), INK(219)}},
    [STYLE_QUIET_SOON] = {0, {INK(CYAN), INK(229), INK(94), INK(229)}},
    [STYLE_QUIET] = {0, {INK(RED), INK(215), INK(124), INK(214)}},
    [STYLE_GOOD] = {0, {INK(GREEN), INK(114), INK(22), INK(120)}},
    [STYLE_FOUND] = {0, {ON(CYAN, BLACK), ON(222, 16), ON(222, 16), ON(SIGNAL, NIGHT)}},
    [STYLE_EVIDENCE_FIRST_DAY] = {UNDERLINE, {INK(GREEN), INK(114), INK(22), INK(120)}},
    [STYLE_EVIDENCE_BACK] = {UNDERLINE, {INK(CYAN), INK(80), INK(24), INK(123)}},
    [STYLE_EVIDENCE_REASON] = {UNDERLINE, {INK(MAGENTA), INK(213), INK(90), INK(219)}},
    [STYLE_EVIDENCE_PLACE] = {UNDERLINE, {INK(RED), INK(215), INK(94), INK(SIGNAL)}},
    [STYLE_EVIDENCE_COVER] = {BOLD | UNDERLINE, {USUAL, INK(229), INK(16), USUAL}},
    [STYLE_ERROR] = {BOLD, {ON(RED, WHITE), ON(160, 231), ON(124, 231), ON(PAPER, 88)}},
    [STYLE_WARNING] = {0,
                       {ON(YELLOW, BLACK), ON(221, 16), ON(221, 16), ON(SIGNAL, NIGHT)}},
    [STYLE_FOOTER_KEY] = {BOLD, {USUAL, INK(117), INK(24), INK(SIGNAL)}},
    [STYLE_FOOTER_TEXT] = {0, {USUAL, INK(250), INK(238), USUAL}},
    [STYLE_PROMPT] = {BOLD, {USUAL, INK(117), INK(24), INK(SIGNAL)}},
};

static const struct {
    const char *name;
    struct colours usual;            /* where a role says none */
    unsigned char more[STYLE_COUNT]; /* attributes besides those of always */
} rows[THEME_COUNT] = {
    [THEME_AUTO] = {"auto",
                    USUAL,
                    {[STYLE_DIM] = DIM,
                     [STYLE_HEADER] = REVERSE,
                     [STYLE_TITLE_FOCUS] = REVERSE,
                     [STYLE_BORDER] = DIM,
                     [STYLE_HEADING] = UNDERLINE}},
    [THEME_DARK] = {"dark", USUAL, {0}},
    [THEME_LIGHT] = {"light", USUAL, {0}},
    [THEME_HIGH_CONTRAST] = {"high-contrast",
                             ON(NIGHT, PAPER),
                             {[STYLE_HEADER] = BOLD,
                              [STYLE_BORDER_FOCUS] = BOLD,
                              [STYLE_HEADING] = UNDERLINE,
                              [STYLE_FOUND] = UNDERLINE,
                              [STYLE_WARNING] = BOLD,
                              [STYLE_INPUT] = BOLD}},
    [THEME_MONOCHROME] = {"monochrome",
                          USUAL,
                          {[STYLE_DIM] = DIM,
                           [STYLE_HEADER] = REVERSE,
                           [STYLE_TITLE_FOCUS] = REVERSE,
                           [STYLE_HEADING] = UNDERLINE,
                           [STYLE_AWAY] = DIM,
                           [STYLE_QUIET_SOON] = DIM,
                           [STYLE_QUIET] = BOLD,
                           [STYLE_FOUND] = UNDERLINE,
                           [STYLE_ERROR] = REVERSE,
                           [STYLE_WARNING] = BOLD}},
};

/* 0, not said, is one less: COLOUR_DEFAULT. */
static int colour_of(short own, short usual)
{
    return (own != 0 ? own : usual) - 1;
}

void theme_fill(struct theme *theme, enum theme_kind kind)
{
    const struct colours *usual = &rows[kind].usual;

    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct colours *own = &roles[i].colours[kind];
        unsigned attributes = roles[i].always | rows[kind].more[i];

        theme->looks[i] =
            (struct look){.foreground = colour_of(own->foreground, usual->foreground),
                          .background = colour_of(own->background, usual->background),
                          .bold = attributes & BOLD,
                          .dim = attributes & DIM,
                          .reverse = attributes & REVERSE,
                          .underline = attributes & UNDERLINE};
    }
}

bool theme_named(const char *name, enum theme_kind *kind)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            *kind = (enum theme_kind)i;
            return true;
        }
    }
    return false;
}

const char *theme_name(enum theme_kind kind)
{
    return rows[kind].name;
}

/* "foreground;background", rxvt writes a third one between; 0 to 15 in ANSI order. */
enum theme_kind theme_guess(const char *colorfgbg)
{
    const char *last = colorfgbg == NULL ? NULL : strrchr(colorfgbg, ';');
    char *end;
    long ground;

    if (last == NULL || strspn(last + 1, "0123456789") == 0)
        return THEME_AUTO;
    ground = strtol(last + 1, &end, 10);
    if (*end != '\0' || ground > 15)
        return THEME_AUTO;
    return ground == 7 || ground > 8 ? THEME_LIGHT : THEME_DARK;
}
