#include "touchbase/term/style.h"

#include <string.h>

static const char *const names[STYLE_COUNT] = {
    [STYLE_NORMAL] = "normal",
    [STYLE_DIM] = "dim",
    [STYLE_STRONG] = "strong",
    [STYLE_HEADER] = "header",
    [STYLE_TITLE] = "title",
    [STYLE_TITLE_FOCUS] = "title-focus",
    [STYLE_BORDER] = "border",
    [STYLE_BORDER_FOCUS] = "border-focus",
    [STYLE_HEADING] = "heading",
    [STYLE_LATE] = "late",
    [STYLE_TODAY] = "today",
    [STYLE_PROMISE] = "promise",
    [STYLE_AWAY] = "away",
    [STYLE_NO_STEP] = "no-step",
    [STYLE_QUIET_SOON] = "quiet-soon",
    [STYLE_QUIET] = "quiet",
    [STYLE_GOOD] = "good",
    [STYLE_FOUND] = "found",
    [STYLE_EVIDENCE_FIRST_DAY] = "evidence-first-day",
    [STYLE_EVIDENCE_BACK] = "evidence-back",
    [STYLE_EVIDENCE_REASON] = "evidence-reason",
    [STYLE_EVIDENCE_PLACE] = "evidence-place",
    [STYLE_EVIDENCE_COVER] = "evidence-cover",
    [STYLE_ERROR] = "error",
    [STYLE_WARNING] = "warning",
    [STYLE_NOTICE] = "notice",
    [STYLE_FOOTER_KEY] = "footer-key",
    [STYLE_FOOTER_TEXT] = "footer-text",
    [STYLE_PROMPT] = "prompt",
    [STYLE_INPUT] = "input",
};

const char *style_name(enum style style)
{
    return names[style];
}

enum style style_named(const char *name)
{
    int style = 0;

    while (style < STYLE_COUNT && strcmp(names[style], name) != 0)
        style++;
    return (enum style)style;
}

struct look theme_look(const struct theme *theme, enum style style, unsigned over)
{
    struct look look = theme->looks[style];

    if (over & OVER_DIM) {
        look.dim = true;
        look.bold = false;
    }
    if (over & OVER_MARK)
        look.bold = true;
    if (over & OVER_HERE)
        look.underline = true;
    if (over & OVER_CURSOR) {
        look.reverse = true;
        look.dim = false; /* dim and reverse together vanish on some terminals */
    }
    return look;
}
