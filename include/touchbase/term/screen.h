/* The seam between the program and what it is shown on. Two ends live behind it: a
 * terminal through ncurses, and a script that types keys and keeps the picture (tests,
 * and `touchbase --keys FILE --screen FILE`).
 *
 * Signals. While a terminal screen is open it owns SIGWINCH, SIGHUP, SIGTERM, SIGINT,
 * SIGTSTP, SIGCONT, whatever they were set to before (an ignored SIGHUP would keep the
 * program alive without a terminal), and SIGPIPE is ignored. Handlers set a flag and
 * write to a pipe; screen_next turns them into events. A crash (SIGSEGV, SIGBUS, SIGFPE,
 * SIGILL, SIGABRT, SIGQUIT) gives the terminal back and goes on to kill the program. */
#ifndef TOUCHBASE_TERM_SCREEN_H
#define TOUCHBASE_TERM_SCREEN_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/key.h"

struct screen;

enum screen_event {
    SCREEN_NOTHING,    /* nothing more now: wait on screen_poll and screen_timeout */
    SCREEN_KEY,        /* *key is filled */
    SCREEN_RESIZED,    /* another size, or the picture is lost: draw everything */
    SCREEN_STOP,       /* asked to stop by a signal: call screen_stop */
    SCREEN_HANGUP,     /* the terminal is gone: keep what was typed and leave with 129 */
    SCREEN_TERMINATED, /* asked to end (SIGTERM): keep what was typed and leave with 143
                        */
    SCREEN_PASSED,     /* a script let time pass: script_screen_record says how much */
    SCREEN_OVER,       /* a script has no more keys */
};

enum { SCREEN_POLL_MAX = 2 };

/* Makes sure that LC_CTYPE is a UTF-8 locale: the one of the environment, else C.UTF-8.
 * Both opens call it. */
void screen_locale(void);

/* The terminal on standard input and output. NULL and err (ERROR_USAGE) when these are no
 * terminal, or TERM is unset, "dumb" or cannot move the cursor; an unknown TERM is taken
 * as xterm-256color and screen_notice says so. NO_COLOR (not empty) and terminals without
 * colour get the monochrome theme. */
struct screen *curses_screen_open(struct error *err);

/* A script of length bytes, copied. Words are separated by blanks and newlines; '#' at
 * the start of a word comments out the rest of the line: Enter  C-r  j  gg  ^X^E    keys
 * as key_parse_sequence reads them "Ana Ruiz"                 characters typed one by
 * one; \" \\ \n (Enter) \t (Tab) inside paste "one\ntwo"           one pasted piece
 *   resize 80x24               another size (columns x rows)
 *   pass 5m                    the clock goes on by that at once: 90s, 5m, 3h, 2d
 *   until "words"              waits until the picture holds the words; when they do not
 *                              come within ten seconds the script is over and has failed
 *   mouse press 12,3           the left button at column 12 of row 3, from 1; likewise
 *                              mouse release, wheel-up, wheel-down; as long as nobody
 *                              listens (screen_set_mouse) nothing comes
 *   hangup                     the terminal goes away
 * NULL and err (with the line) when it holds anything else. */
struct screen *script_screen_open(const char *script, size_t length, int rows,
                                  int columns, struct error *err);

/* Gives the terminal back as it was found. NULL is allowed. */
void screen_close(struct screen *screen);

void screen_size(const struct screen *screen, int *rows, int *columns);
/* Shows the canvas; only what differs from the last one is sent. A canvas of another size
 * is cut. */
void screen_paint(struct screen *screen, const struct canvas *canvas);
/* What happened next; never waits. */
enum screen_event screen_next(struct screen *screen, struct key *key);
/* Fills the descriptors to wait on (events set) and returns how many: 0 for a script. */
size_t screen_poll(const struct screen *screen, struct pollfd fds[SCREEN_POLL_MAX]);
/* Milliseconds after which screen_next wants to be called though nothing arrived (half a
 * key, an unended paste); -1: none, 0: at once. */
int screen_timeout(const struct screen *screen);

/* Gives the terminal to somebody else ($EDITOR), and takes it back: size asked again,
 * everything repainted. In between ^C and ^\ are theirs alone, and ^Z stops this program
 * with them. */
void screen_leave(struct screen *screen);
void screen_enter(struct screen *screen);
/* ^Z: leaves, stops the program with its process group (only itself when a signal asked),
 * and enters again when it is continued. A process nobody could continue is not stopped.
 */
void screen_stop(struct screen *screen);
/* Forgets what was painted: the next paint sends everything (^L). */
void screen_forget(struct screen *screen);

/* How things look from the next paint on. A terminal without colours, and NO_COLOR, stay
 * monochrome whatever is set. */
void screen_set_theme(struct screen *screen, const struct theme *theme);
/* Listens to the mouse or no longer: presses and the wheel, never motion. Off at first,
 * and given back whenever the terminal is. A terminal that knows no mouse stays silent.
 */
void screen_set_mouse(struct screen *screen, bool on);

void screen_bell(struct screen *screen);
/* Hands text to the terminal's clipboard (OSC 52, through tmux and screen to the terminal
 * around them), filtered by text_plain; false when it
 * is longer than 64 kB or the terminal has none. Only on the person's own copy key. */
bool screen_copy(struct screen *screen, const char *text, size_t length);
/* One line the person should read (an unknown TERM, a paste cut short); each is given
 * once, then NULL. Valid until the next call. */
const char *screen_notice(struct screen *screen);

/* Of a script: the picture last painted (NULL before the first), what was copied last,
 * how often it was painted, rung and stopped. */
struct script_record {
    const struct canvas *canvas;
    const char *copied; /* NULL: nothing */
    int paints;
    int bells;
    int stops;
    int64_t passed;     /* seconds of the last "pass" */
    const char *missed; /* the words of an "until" that did not come, or NULL ... */
    int missed_line;    /* ... and where it stands */
    bool mouse;         /* somebody listens */
    struct theme theme; /* the one set last; THEME_AUTO at first */
};
struct script_record script_screen_record(const struct screen *script);

#endif
