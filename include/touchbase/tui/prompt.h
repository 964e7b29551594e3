/* One question on one line: words, what is typed, and what Enter takes when nothing is.
 * Keys come as actions of the context "prompt"; everything else is typed. */
#ifndef TOUCHBASE_TUI_PROMPT_H
#define TOUCHBASE_TUI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/key.h"

struct prompt;

/* What Tab does: candidates for the word that ends at the cursor. */
typedef void prompt_complete_function(void *context, const char *text, size_t cursor,
                                      size_t *start,
                                      void (*add)(void *sink, const char *candidate),
                                      void *sink);

/* That on any line: puts in what all candidates have in common, and leaves them in
 * candidates (two blanks between) when there are several. */
struct editor;
void prompt_complete(struct editor *editor, prompt_complete_function *complete,
                     void *context, struct buffer *candidates);

struct prompt_setup {
    const char *label;          /* "Ana Ruiz, plan: "; copied */
    const char *initial;        /* typed already, may be changed; NULL: nothing */
    const char *default_text;   /* taken when nothing is typed, shown dim; NULL: none */
    const char *const *history; /* oldest first; copied */
    size_t history_count;
    void *context;
    /* Calls add for each candidate that may stand instead of the bytes from *start to
     * cursor of text (it sets *start). NULL: Tab does nothing. */
    void (*complete)(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink);
};

enum prompt_result {
    PROMPT_UNKNOWN, /* not mine */
    PROMPT_GOING,   /* draw again */
    PROMPT_TAKEN,   /* prompt_text is the answer */
    PROMPT_CANCELLED,
};

struct prompt *prompt_open(const struct prompt_setup *setup);
void prompt_close(struct prompt *prompt); /* NULL is allowed */
enum prompt_result prompt_act(struct prompt *prompt, int action, int count);
/* Types a character or a paste (lines joined by blanks). */
enum prompt_result prompt_type(struct prompt *prompt, const struct key *key);
/* What was typed, or the default when nothing was. Before PROMPT_TAKEN: what is typed so
 * far, never the default. */
const char *prompt_text(const struct prompt *prompt);
/* Of several candidates those that Tab last found, "" when none: a line to show above. */
const char *prompt_candidates(const struct prompt *prompt);
/* On a line of the area, the label on one above when there is no room beside the default
 * and some words; puts the text cursor. Returns the first line taken. */
int prompt_draw(struct prompt *prompt, struct area area, int row);

#endif
