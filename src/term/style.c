#include "touchbase/term/style.h"

#include <stddef.h>

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

/* Yellow is unreadable on a white background and blue on a black one, so neither is ever
 * a foreground on the terminal's own background. */
#define PLAIN .foreground = COLOUR_DEFAULT, .background = COLOUR_DEFAULT
#define INK(colour) .foreground = (colour), .background = COLOUR_DEFAULT

static const struct {
    const char *name;
    struct look colour;
    struct look monochrome;
} styles[STYLE_COUNT] = {
    [STYLE_NORMAL] = {"normal", {PLAIN}, {PLAIN}},
    [STYLE_DIM] = {"dim", {PLAIN, .dim = true}, {PLAIN, .dim = true}},
    [STYLE_STRONG] = {"strong", {PLAIN, .bold = true}, {PLAIN, .bold = true}},
    [STYLE_HEADER] = {"header", {PLAIN, .reverse = true}, {PLAIN, .reverse = true}},
    [STYLE_TITLE] = {"title", {PLAIN}, {PLAIN}},
    [STYLE_TITLE_FOCUS] = {"title-focus",
                           {PLAIN, .bold = true, .reverse = true},
                           {PLAIN, .bold = true, .reverse = true}},
    [STYLE_BORDER] = {"border", {PLAIN, .dim = true}, {PLAIN}},
    [STYLE_BORDER_FOCUS] = {"border-focus", {PLAIN}, {PLAIN}},
    [STYLE_HEADING] = {"heading",
                       {PLAIN, .bold = true, .underline = true},
                       {PLAIN, .bold = true, .underline = true}},
    [STYLE_LATE] = {"late", {INK(RED), .bold = true}, {PLAIN, .bold = true}},
    [STYLE_TODAY] = {"today", {INK(GREEN)}, {PLAIN}},
    [STYLE_PROMISE] = {"promise", {INK(MAGENTA), .bold = true}, {PLAIN, .bold = true}},
    [STYLE_AWAY] = {"away", {INK(CYAN)}, {PLAIN, .dim = true}},
    [STYLE_NO_STEP] = {"no-step", {INK(MAGENTA)}, {PLAIN}},
    [STYLE_GOOD] = {"good", {INK(GREEN)}, {PLAIN}},
    [STYLE_FOUND] = {"found",
                     {.foreground = BLACK, .background = CYAN},
                     {PLAIN, .underline = true}},
    [STYLE_EVIDENCE_FIRST_DAY] = {"evidence-first-day",
                                  {INK(GREEN), .underline = true},
                                  {PLAIN, .underline = true}},
    [STYLE_EVIDENCE_BACK] = {"evidence-back",
                             {INK(CYAN), .underline = true},
                             {PLAIN, .underline = true}},
    [STYLE_EVIDENCE_REASON] = {"evidence-reason",
                               {INK(MAGENTA), .underline = true},
                               {PLAIN, .underline = true}},
    [STYLE_EVIDENCE_PLACE] = {"evidence-place",
                              {INK(RED), .underline = true},
                              {PLAIN, .underline = true}},
    [STYLE_EVIDENCE_COVER] = {"evidence-cover",
                              {PLAIN, .bold = true, .underline = true},
                              {PLAIN, .bold = true, .underline = true}},
    [STYLE_ERROR] = {"error",
                     {.foreground = WHITE, .background = RED, .bold = true},
                     {PLAIN, .bold = true, .reverse = true}},
    [STYLE_WARNING] = {"warning",
                       {.foreground = BLACK, .background = YELLOW},
                       {PLAIN, .bold = true}},
    [STYLE_NOTICE] = {"notice", {PLAIN}, {PLAIN}},
    [STYLE_FOOTER_KEY] = {"footer-key", {PLAIN, .bold = true}, {PLAIN, .bold = true}},
    [STYLE_FOOTER_TEXT] = {"footer-text", {PLAIN}, {PLAIN}},
    [STYLE_PROMPT] = {"prompt", {PLAIN, .bold = true}, {PLAIN, .bold = true}},
    [STYLE_INPUT] = {"input", {PLAIN}, {PLAIN}},
};

struct look theme_look(enum theme theme, enum style style, unsigned over)
{
    struct look look =
        theme == THEME_COLOUR ? styles[style].colour : styles[style].monochrome;

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

const char *style_name(enum style style)
{
    return styles[style].name;
}
