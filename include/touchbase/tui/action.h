/* Actions are numbers with a row each: name, context, default keys, footer label, help
 * line. All help, completion, settings and the manual come from such rows. Those that
 * every program of lists and texts needs are here; the user of the room numbers its own
 * from ACTION_USER on. */
#ifndef TOUCHBASE_TUI_ACTION_H
#define TOUCHBASE_TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

struct action_row {
    int action;          /* > 0 */
    const char *name;    /* unique within its context: "half-page-down"; what settings and
                            ":" call it */
    const char *context; /* where its keys work */
    const char *keys;  /* default sequences separated by blanks ("j Down"), "" for none */
    const char *label; /* one or two words for the footer, NULL: not shown there */
    const char *help;  /* one line */
};

/* A context; its keys are looked up first, then those of its parents. */
struct context_row {
    const char *name;
    const char *parent; /* NULL at the root; stands earlier in the table */
    bool counts;        /* digits before a key are a count ("10j") */
};

enum {
    ACTION_NONE = 0,
    /* move in a list or a reader */
    ACTION_DOWN,
    ACTION_UP,
    ACTION_HALF_DOWN,
    ACTION_HALF_UP,
    ACTION_PAGE_DOWN,
    ACTION_PAGE_UP,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_WINDOW_TOP,
    ACTION_WINDOW_MIDDLE,
    ACTION_WINDOW_BOTTOM,
    ACTION_FIND_NEXT,
    ACTION_FIND_PREVIOUS,
    /* in text */
    ACTION_TEXT_LEFT,
    ACTION_TEXT_RIGHT,
    ACTION_TEXT_UP,
    ACTION_TEXT_DOWN,
    ACTION_TEXT_WORD_LEFT,
    ACTION_TEXT_WORD_RIGHT,
    ACTION_TEXT_HOME,
    ACTION_TEXT_END,
    ACTION_TEXT_FIRST,
    ACTION_TEXT_LAST,
    ACTION_TEXT_BACKSPACE,
    ACTION_TEXT_DELETE,
    ACTION_TEXT_KILL_END,
    ACTION_TEXT_KILL_START,
    ACTION_TEXT_KILL_WORD,
    ACTION_TEXT_YANK,
    ACTION_TEXT_UNDO,
    ACTION_TEXT_NEWLINE,
    /* in a prompt */
    ACTION_PROMPT_TAKE,
    ACTION_PROMPT_CANCEL,
    ACTION_PROMPT_COMPLETE,
    ACTION_PROMPT_OLDER,
    ACTION_PROMPT_NEWER,

    ACTION_USER = 100
};

/* Contexts "move" (counts; for lists), "reader" (as less; for texts to read), "text", and
 * on it "prompt" and "note". None has a parent outside: a user's table names them as
 * parents. */
extern const struct context_row action_contexts[];
extern const size_t action_context_count;
extern const struct action_row action_rows[];
extern const size_t action_row_count;

#endif
