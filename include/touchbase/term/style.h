/* Styles are roles, not colours: a pane says what a text is, the theme says how it looks.
 * A role that carries a meaning is never colour alone: its words or signs say it too, and
 * each theme keeps the roles readable on the backgrounds it is for, also with 8 colours
 * and none (NO_COLOR, monochrome terminals). */
#ifndef TOUCHBASE_TERM_STYLE_H
#define TOUCHBASE_TERM_STYLE_H

#include <stdbool.h>

#include "touchbase/base/error.h"

enum style {
    STYLE_NORMAL,
    STYLE_DIM,    /* people at rest, finished rows, hints */
    STYLE_STRONG, /* the word that matters in a line */
    STYLE_HEADER, /* the top line */
    STYLE_TITLE,  /* of a pane */
    STYLE_TITLE_FOCUS,
    STYLE_BORDER,
    STYLE_BORDER_FOCUS,
    STYLE_HEADING, /* a group in a list: LATE, TODAY */
    STYLE_LATE,
    STYLE_TODAY,
    STYLE_PROMISE,
    STYLE_AWAY,
    STYLE_NO_STEP,    /* no next step */
    STYLE_QUIET_SOON, /* silent up to the floor in some days */
    STYLE_QUIET,      /* silent past the floor */
    STYLE_GOOD,       /* kept, reached, done */
    STYLE_FOUND,      /* what a search found */
    STYLE_EVIDENCE_FIRST_DAY,
    STYLE_EVIDENCE_BACK,
    STYLE_EVIDENCE_REASON,
    STYLE_EVIDENCE_PLACE,
    STYLE_EVIDENCE_COVER,
    STYLE_ERROR,
    STYLE_WARNING,
    STYLE_NOTICE,
    STYLE_FOOTER_KEY,
    STYLE_FOOTER_TEXT,
    STYLE_PROMPT, /* the words before what is typed */
    STYLE_INPUT,  /* what is typed */
    STYLE_COUNT
};

/* What lies over a cell besides its role. Bits. */
enum {
    OVER_CURSOR = 1, /* the cursor row of the pane in focus */
    OVER_HERE = 2,   /* the cursor row of another pane */
    OVER_MARK = 4,   /* a marked row */
    OVER_DIM = 8,    /* a row that is finished */
};

enum { COLOUR_DEFAULT = -1 };

struct look {
    int foreground; /* 0 to 255 as xterm numbers them (0 to 7 in ANSI order), or
                       COLOUR_DEFAULT */
    int background;
    bool bold;
    bool dim;
    bool reverse;
    bool underline;
};

enum theme_kind {
    THEME_AUTO, /* readable on dark and light: the terminal's own background, 8 colours */
    THEME_DARK,
    THEME_LIGHT,
    THEME_HIGH_CONTRAST, /* white on black of its own */
    THEME_MONOCHROME,    /* no colour at all */
    THEME_COUNT
};

/* How each role looks; a look of one's own may be put over any of them. */
struct theme {
    struct look looks[STYLE_COUNT];
};

void theme_fill(struct theme *theme, enum theme_kind kind);
/* "auto", "dark", "light", "high-contrast", "monochrome"; false when it is none. */
bool theme_named(const char *name, enum theme_kind *kind);
const char *theme_name(enum theme_kind kind);
/* What a terminal said of its background in $COLORFGBG ("15;0"): THEME_DARK, THEME_LIGHT,
 * or THEME_AUTO when it said nothing that can be read (NULL is allowed). */
enum theme_kind theme_guess(const char *colorfgbg);
/* How a cell of that role with those OVER_ bits looks. */
struct look theme_look(const struct theme *theme, enum style style, unsigned over);
/* The role's name as settings write it: "late", "title-focus". */
const char *style_name(enum style style);
/* STYLE_COUNT when there is no such role. */
enum style style_named(const char *name);

/* Reads a look as settings write it: "red bold", "208 on default underline", "#ff8700 on
 * black": colours by name, xterm number or #rrggbb (the nearest number), behind "on" that
 * of the background, and bold, dim, reverse, underline. What is not said is default.
 * False and err in words for a person. */
bool look_parse(const char *words, struct look *out, struct error *err);
/* The same look on a terminal of so many colours (8, 16, 88 or 256): the nearest that
 * keeps its hue; where a text would vanish in its background it is reversed instead. */
struct look look_reduced(struct look look, int colours);
/* Red, green and blue (0 to 255) of a colour from 0 to 255, as xterm shows it. */
void colour_rgb(int colour, int rgb[3]);

#endif
