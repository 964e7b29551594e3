/* Other programs on the same terminal: $EDITOR on a text, a mailer on a link
 * (endurance.md 13). */
#ifndef TOUCHBASE_SRC_PANES_OUTSIDE_H
#define TOUCHBASE_SRC_PANES_OUTSIDE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

struct screen;

/* Runs the words of command with one more, argument, the screen given away meanwhile; no
 * shell sees them. *status as waitpid gives it. */
bool outside_run(struct screen *screen, const char *command, const char *argument,
                 int *status, struct error *err);
/* A command that runs beside the desk. `struct outside_child child = {0};` is none. */
struct outside_child {
    pid_t process;      /* 0: none */
    int64_t started_ms; /* clock_ticks_ms */
    int status;         /* of one that ended, as waitpid gives it */
    int said;           /* where outside_said reads; 0: nowhere */
};

/* The words of a command as argv (base/argv.h), NULL behind the last. last, unless NULL,
 * is one more word. NULL and err (ERROR_USAGE) without a word, and for a quote that does
 * not end. */
char **outside_words(struct arena *arena, const char *command, const char *last,
                     struct error *err);
/* Runs the words of a command on the terminal with bytes as its standard input, the
 * screen given away meanwhile; afterwards waits for Enter, so that what it printed can be
 * read. *status as waitpid gives it. A command that does not read it all is no error. */
bool outside_pipe(struct screen *screen, const char *command, const char *bytes,
                  size_t length, int *status, struct error *err);
/* Starts the words of command (see outside_words) with one more, argument, and never
 * waits: without a shell and without the terminal, in a process group of its own, so that
 * ^Z does not stop it. False and err when it cannot be started. */
bool outside_start(const char *command, const char *argument, struct outside_child *child,
                   struct error *err);
/* The same of words that are words already, NULL behind the last. */
bool outside_start_words(char *const words[], struct outside_child *child,
                         struct error *err);
/* The same; what it says on its standard error is kept for outside_said. */
bool outside_start_heard(char *const words[], struct outside_child *child,
                         struct error *err);
/* The last line that one which has ended said, without the name of a program in front;
 * NULL: it said nothing. Once for each that was started. */
char *outside_said(struct outside_child *child, struct arena *arena);
/* The same with bytes as its standard input: for what takes a copy. Waits a moment
 * (COPY_MS at most) whether it says no, which is an error; one that goes on, as those do
 * that hold the clipboard, is child. */
bool outside_take(const char *command, const char *bytes, size_t length,
                  struct outside_child *child, struct error *err);
/* Hands argument to a command that opens it: beside the desk when "&" is its last word,
 * else on the terminal (outside_run). A command that says no is an error. */
bool outside_open(struct screen *screen, const char *command, const char *argument,
                  struct outside_child *child, struct error *err);
/* Takes note when it has ended; ends it when it runs for longer than most_ms. */
void outside_look(struct outside_child *child, int64_t most_ms);
/* The desk closes: it runs on by itself. */
void outside_leave(struct outside_child *child);

/* Has text edited by command, NULL: $VISUAL, $EDITOR, vi. *out gets the new text; on an
 * error, or when the editor said no, the old text stands and err says why. */
bool outside_edit(struct screen *screen, const char *command, const char *text,
                  struct buffer *out, struct error *err);

#endif
