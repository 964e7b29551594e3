/* The one loop: draw, wait once for whatever comes first (terminal, a file descriptor, a
 * deadline), drain the keys. Nothing wakes it but these. */
#ifndef TOUCHBASE_TUI_LOOP_H
#define TOUCHBASE_TUI_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/key.h"
#include "touchbase/term/screen.h"

struct loop;

/* The program on the loop. draw and key are needed, the others may be NULL. Callbacks may
 * call the functions below. */
struct loop_program {
    void *context;
    /* Draws everything on a cleared canvas. */
    void (*draw)(void *context, struct canvas *canvas);
    /* A key or a paste; the key's text is valid in the call only. Several may come before
     * the next draw: what the next key needs (a pane loaded) must be there after the
     * call. */
    void (*key)(void *context, const struct key *key);
    /* Called before draw when the size changed or the screen came back (after ^Z or an
     * editor). */
    void (*resized)(void *context, int rows, int columns);
    /* Milliseconds until due wants to be called: 0 at once, -1 not at all. Asked before
     * each wait. */
    int (*timeout)(void *context);
    void (*due)(void *context);
    /* A script lets this many seconds pass at once (term/screen.h). */
    void (*pass)(void *context, int64_t seconds);
    /* The terminal is gone, SIGTERM came, a script is over, or the program is about to be
     * suspended: keep what was typed. Nothing is drawn before the window is back. */
    void (*save)(void *context);
};

/* The number is the exit status. */
enum loop_result {
    LOOP_LEFT = 0,
    LOOP_FAILED = 1,
    LOOP_HUNG_UP = 129,
    LOOP_TERMINATED = 143,
};

/* The screen stays the caller's, who closes it after the loop. */
struct loop *loop_create(struct screen *screen, const struct loop_program *program);
void loop_destroy(struct loop *loop); /* NULL is allowed */
/* Runs until loop_leave, the end of a script, or the loss of the terminal. LOOP_FAILED
 * and err when waiting fails. */
enum loop_result loop_run(struct loop *loop, struct error *err);

/* Have everything drawn once the keys at hand are taken. Keys do this by themselves. */
void loop_repaint(struct loop *loop);
/* Is there something from the terminal at hand? For work that gives way to the next key.
 * Of a script never: its next key waits until the work is done. */
bool loop_is_wanted(const struct loop *loop);
/* End the loop after this callback. */
void loop_leave(struct loop *loop);
/* ^Z. */
void loop_stop(struct loop *loop);
/* The screen, for screen_leave and screen_enter around an editor, the bell, the
 * clipboard. */
struct screen *loop_screen(struct loop *loop);

enum { LOOP_WATCH_MAX = 8 };
/* Calls ready with the poll events (POLLIN, POLLHUP ...) when a descriptor has one of
 * events. False when there are LOOP_WATCH_MAX already. A callback may remove itself. */
bool loop_watch(struct loop *loop, int descriptor, short events,
                void (*ready)(void *context, short events), void *context);
void loop_unwatch(struct loop *loop, int descriptor);

#endif
