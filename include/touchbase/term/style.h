/* Styles are roles, not colours: a pane says what a text is, the theme says how it looks.
 * A role that carries a meaning is never colour alone: its words or signs say it too, and
 * each theme keeps the roles readable on light and dark backgrounds (default background,
 * the 8 ANSI colours; NO_COLOR and monochrome terminals). */
#ifndef TOUCHBASE_TERM_STYLE_H
#define TOUCHBASE_TERM_STYLE_H

#include <stdbool.h>

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
    STYLE_NO_STEP, /* no next step */
    STYLE_GOOD,    /* kept, reached, done */
    STYLE_FOUND,   /* what a search found */
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
    int foreground; /* 0 to 7 in ANSI order, or COLOUR_DEFAULT */
    int background;
    bool bold;
    bool dim;
    bool reverse;
    bool underline;
};

enum theme { THEME_COLOUR, THEME_MONOCHROME };

/* How a cell of that role with those OVER_ bits looks. */
struct look theme_look(enum theme theme, enum style style, unsigned over);
/* The role's name as settings write it: "late", "title-focus". */
const char *style_name(enum style style);

#endif
