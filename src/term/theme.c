/* The looks of the themes: a table for each. A role that carries a meaning differs from
 * normal text in each of them, and its words or signs say the meaning too. */
#include <stdlib.h>
#include <string.h>

#include "touchbase/term/style.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define PLAIN .foreground = COLOUR_DEFAULT, .background = COLOUR_DEFAULT
#define INK(colour) .foreground = (colour), .background = COLOUR_DEFAULT
#define ON(ground, colour) .foreground = (colour), .background = (ground)

/* Yellow is unreadable on a white background and blue on a black one, so neither is ever
 * a foreground on the terminal's own background. */
static const struct look both[STYLE_COUNT] = {
    [STYLE_NORMAL] = {PLAIN},
    [STYLE_DIM] = {PLAIN, .dim = true},
    [STYLE_STRONG] = {PLAIN, .bold = true},
    [STYLE_HEADER] = {PLAIN, .reverse = true},
    [STYLE_TITLE] = {PLAIN},
    [STYLE_TITLE_FOCUS] = {PLAIN, .bold = true, .reverse = true},
    [STYLE_BORDER] = {PLAIN, .dim = true},
    [STYLE_BORDER_FOCUS] = {PLAIN},
    [STYLE_HEADING] = {PLAIN, .bold = true, .underline = true},
    [STYLE_LATE] = {INK(RED), .bold = true},
    [STYLE_TODAY] = {INK(GREEN)},
    [STYLE_PROMISE] = {INK(MAGENTA), .bold = true},
    [STYLE_AWAY] = {INK(CYAN)},
    [STYLE_NO_STEP] = {INK(MAGENTA)},
    [STYLE_GOOD] = {INK(GREEN)},
    [STYLE_FOUND] = {ON(CYAN, BLACK)},
    [STYLE_EVIDENCE_FIRST_DAY] = {INK(GREEN), .underline = true},
    [STYLE_EVIDENCE_BACK] = {INK(CYAN), .underline = true},
    [STYLE_EVIDENCE_REASON] = {INK(MAGENTA), .underline = true},
    [STYLE_EVIDENCE_PLACE] = {INK(RED), .underline = true},
    [STYLE_EVIDENCE_COVER] = {PLAIN, .bold = true, .underline = true},
    [STYLE_ERROR] = {ON(RED, WHITE), .bold = true},
    [STYLE_WARNING] = {ON(YELLOW, BLACK)},
    [STYLE_NOTICE] = {PLAIN},
    [STYLE_FOOTER_KEY] = {PLAIN, .bold = true},
    [STYLE_FOOTER_TEXT] = {PLAIN},
    [STYLE_PROMPT] = {PLAIN, .bold = true},
    [STYLE_INPUT] = {PLAIN},
};

static const struct look monochrome[STYLE_COUNT] = {
    [STYLE_NORMAL] = {PLAIN},
    [STYLE_DIM] = {PLAIN, .dim = true},
    [STYLE_STRONG] = {PLAIN, .bold = true},
    [STYLE_HEADER] = {PLAIN, .reverse = true},
    [STYLE_TITLE] = {PLAIN},
    [STYLE_TITLE_FOCUS] = {PLAIN, .bold = true, .reverse = true},
    [STYLE_BORDER] = {PLAIN},
    [STYLE_BORDER_FOCUS] = {PLAIN},
    [STYLE_HEADING] = {PLAIN, .bold = true, .underline = true},
    [STYLE_LATE] = {PLAIN, .bold = true},
    [STYLE_TODAY] = {PLAIN},
    [STYLE_PROMISE] = {PLAIN, .bold = true},
    [STYLE_AWAY] = {PLAIN, .dim = true},
    [STYLE_NO_STEP] = {PLAIN},
    [STYLE_GOOD] = {PLAIN},
    [STYLE_FOUND] = {PLAIN, .underline = true},
    [STYLE_EVIDENCE_FIRST_DAY] = {PLAIN, .underline = true},
    [STYLE_EVIDENCE_BACK] = {PLAIN, .underline = true},
    [STYLE_EVIDENCE_REASON] = {PLAIN, .underline = true},
    [STYLE_EVIDENCE_PLACE] = {PLAIN, .underline = true},
    [STYLE_EVIDENCE_COVER] = {PLAIN, .bold = true, .underline = true},
    [STYLE_ERROR] = {PLAIN, .bold = true, .reverse = true},
    [STYLE_WARNING] = {PLAIN, .bold = true},
    [STYLE_NOTICE] = {PLAIN},
    [STYLE_FOOTER_KEY] = {PLAIN, .bold = true},
    [STYLE_FOOTER_TEXT] = {PLAIN},
    [STYLE_PROMPT] = {PLAIN, .bold = true},
    [STYLE_INPUT] = {PLAIN},
};

/* xterm's numbers from 16 on are a cube of 6x6x6 colours and, from 232, 24 greys. */
static const struct look dark[STYLE_COUNT] = {
    [STYLE_NORMAL] = {PLAIN},
    [STYLE_DIM] = {INK(246)},
    [STYLE_STRONG] = {PLAIN, .bold = true},
    [STYLE_HEADER] = {ON(24, 231)},
    [STYLE_TITLE] = {INK(250)},
    [STYLE_TITLE_FOCUS] = {ON(117, 16), .bold = true},
    [STYLE_BORDER] = {INK(243)},
    [STYLE_BORDER_FOCUS] = {INK(117)},
    [STYLE_HEADING] = {INK(180), .bold = true},
    [STYLE_LATE] = {INK(210), .bold = true},
    [STYLE_TODAY] = {INK(114)},
    [STYLE_PROMISE] = {INK(213), .bold = true},
    [STYLE_AWAY] = {INK(80)},
    [STYLE_NO_STEP] = {INK(183)},
    [STYLE_GOOD] = {INK(114)},
    [STYLE_FOUND] = {ON(222, 16)},
    [STYLE_EVIDENCE_FIRST_DAY] = {INK(114), .underline = true},
    [STYLE_EVIDENCE_BACK] = {INK(80), .underline = true},
    [STYLE_EVIDENCE_REASON] = {INK(213), .underline = true},
    [STYLE_EVIDENCE_PLACE] = {INK(215), .underline = true},
    [STYLE_EVIDENCE_COVER] = {INK(229), .bold = true, .underline = true},
    [STYLE_ERROR] = {ON(160, 231), .bold = true},
    [STYLE_WARNING] = {ON(221, 16)},
    [STYLE_NOTICE] = {PLAIN},
    [STYLE_FOOTER_KEY] = {INK(117), .bold = true},
    [STYLE_FOOTER_TEXT] = {INK(250)},
    [STYLE_PROMPT] = {INK(117), .bold = true},
    [STYLE_INPUT] = {PLAIN},
};

static const struct look light[STYLE_COUNT] = {
    [STYLE_NORMAL] = {PLAIN},
    [STYLE_DIM] = {INK(241)},
    [STYLE_STRONG] = {PLAIN, .bold = true},
    [STYLE_HEADER] = {ON(24, 231)},
    [STYLE_TITLE] = {INK(238)},
    [STYLE_TITLE_FOCUS] = {ON(24, 231), .bold = true},
    [STYLE_BORDER] = {INK(243)},
    [STYLE_BORDER_FOCUS] = {INK(24)},
    [STYLE_HEADING] = {INK(94), .bold = true},
    [STYLE_LATE] = {INK(124), .bold = true},
    [STYLE_TODAY] = {INK(22)},
    [STYLE_PROMISE] = {INK(90), .bold = true},
    [STYLE_AWAY] = {INK(24)},
    [STYLE_NO_STEP] = {INK(90)},
    [STYLE_GOOD] = {INK(22)},
    [STYLE_FOUND] = {ON(222, 16)},
    [STYLE_EVIDENCE_FIRST_DAY] = {INK(22), .underline = true},
    [STYLE_EVIDENCE_BACK] = {INK(24), .underline = true},
    [STYLE_EVIDENCE_REASON] = {INK(90), .underline = true},
    [STYLE_EVIDENCE_PLACE] = {INK(94), .underline = true},
    [STYLE_EVIDENCE_COVER] = {INK(16), .bold = true, .underline = true},
    [STYLE_ERROR] = {ON(124, 231), .bold = true},
    [STYLE_WARNING] = {ON(221, 16)},
    [STYLE_NOTICE] = {PLAIN},
    [STYLE_FOOTER_KEY] = {INK(24), .bold = true},
    [STYLE_FOOTER_TEXT] = {INK(238)},
    [STYLE_PROMPT] = {INK(24), .bold = true},
    [STYLE_INPUT] = {PLAIN},
};

enum { NIGHT = 16, PAPER = 231 };

static const struct look high_contrast[STYLE_COUNT] = {
    [STYLE_NORMAL] = {ON(NIGHT, PAPER)},
    [STYLE_DIM] = {ON(NIGHT, 250)},
    [STYLE_STRONG] = {ON(NIGHT, PAPER), .bold = true},
    [STYLE_HEADER] = {ON(PAPER, NIGHT), .bold = true},
    [STYLE_TITLE] = {ON(NIGHT, PAPER)},
    [STYLE_TITLE_FOCUS] = {ON(226, NIGHT), .bold = true},
    [STYLE_BORDER] = {ON(NIGHT, PAPER)},
    [STYLE_BORDER_FOCUS] = {ON(NIGHT, 226), .bold = true},
    [STYLE_HEADING] = {ON(NIGHT, PAPER), .bold = true, .underline = true},
    [STYLE_LATE] = {ON(NIGHT, 226), .bold = true},
    [STYLE_TODAY] = {ON(NIGHT, 120)},
    [STYLE_PROMISE] = {ON(NIGHT, 219), .bold = true},
    [STYLE_AWAY] = {ON(NIGHT, 123)},
    [STYLE_NO_STEP] = {ON(NIGHT, 219)},
    [STYLE_GOOD] = {ON(NIGHT, 120)},
    [STYLE_FOUND] = {ON(226, NIGHT), .underline = true},
    [STYLE_EVIDENCE_FIRST_DAY] = {ON(NIGHT, 120), .underline = true},
    [STYLE_EVIDENCE_BACK] = {ON(NIGHT, 123), .underline = true},
    [STYLE_EVIDENCE_REASON] = {ON(NIGHT, 219), .underline = true},
    [STYLE_EVIDENCE_PLACE] = {ON(NIGHT, 226), .underline = true},
    [STYLE_EVIDENCE_COVER] = {ON(NIGHT, PAPER), .bold = true, .underline = true},
    [STYLE_ERROR] = {ON(PAPER, 88), .bold = true},
    [STYLE_WARNING] = {ON(226, NIGHT), .bold = true},
    [STYLE_NOTICE] = {ON(NIGHT, PAPER)},
    [STYLE_FOOTER_KEY] = {ON(NIGHT, 226), .bold = true},
    [STYLE_FOOTER_TEXT] = {ON(NIGHT, PAPER)},
    [STYLE_PROMPT] = {ON(NIGHT, 226), .bold = true},
    [STYLE_INPUT] = {ON(NIGHT, PAPER), .bold = true},
};

static const struct {
    const char *name;
    const struct look *looks;
} themes[THEME_COUNT] = {
    [THEME_AUTO] = {"auto", both},
    [THEME_DARK] = {"dark", dark},
    [THEME_LIGHT] = {"light", light},
    [THEME_HIGH_CONTRAST] = {"high-contrast", high_contrast},
    [THEME_MONOCHROME] = {"monochrome", monochrome},
};

void theme_fill(struct theme *theme, enum theme_kind kind)
{
    memcpy(theme->looks, themes[kind].looks, sizeof theme->looks);
}

bool theme_named(const char *name, enum theme_kind *kind)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(themes[i].name, name) == 0) {
            *kind = (enum theme_kind)i;
            return true;
        }
    }
    return false;
}

const char *theme_name(enum theme_kind kind)
{
    return themes[kind].name;
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
