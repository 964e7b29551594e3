/* The signals of a terminal screen, in one place (screen.h says which). Handlers only set
 * flags and write a byte into a pipe; the crash handlers only write, restore the line
 * settings and raise the signal again. */
#ifndef TOUCHBASE_TERM_SIGNALS_H
#define TOUCHBASE_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "touchbase/base/error.h"

enum {
    SIGNAL_RESIZE = 1,
    SIGNAL_HANGUP = 2,
    SIGNAL_TERMINATE = 4,
    SIGNAL_INTERRUPT = 8,
    SIGNAL_STOP = 16,
    SIGNAL_CONTINUE = 32,
};

/* To be called before ncurses looks at the signals: it leaves alone whatever has a
 * handler, and never again ignores SIGTSTP around its updates (which would lose one that
 * comes just then). */
bool signals_open(struct error *err);
/* Every disposition as it was before. */
void signals_close(void);
/* Becomes readable when a signal came. */
int signals_descriptor(void);
/* The SIGNAL_ bits that came since the last call. */
unsigned signals_take(void);

/* What gives the terminal back: written to standard output, and the line settings of
 * standard input. */
void signals_on_crash(const char *reset, size_t length, const struct termios *settings);

/* While the terminal is somebody else's ($EDITOR): ^C and ^\ typed there are not for us,
 * and a ^Z there stops us too, or the shell would wait for ever. Handlers, not SIG_IGN,
 * so that a child starts with the defaults. */
void signals_lend(void);
/* Ours again; what came of those meanwhile is forgotten. */
void signals_take_back(void);

/* Stops this process (group: its whole process group, as ^Z in a shell's job does) until
 * it is continued. */
void signals_stop_here(bool group);

#endif
