/* A folder, or the rest of an mbox, read while the desk goes on: a slice in each turn of
 * the event loop, a line about it at the bottom. All of it is one step; what would start,
 * and what is not certain, waits under To confirm (rule 2). */
#ifndef TOUCHBASE_SRC_PANES_COLLECTING_H
#define TOUCHBASE_SRC_PANES_COLLECTING_H

#include "touchbase/desk/take_in.h"
#include "workspace.h"

struct collecting;

/* Begins to read path (copied). An error becomes a notice; one reading at a time. In a
 * window without a terminal, a script of keys, all of it is read before the next key. */
void collecting_begin(struct workspace *workspace, const char *path);
/* Milliseconds until collecting_go_on wants to be called, 0 at once, -1: nothing is being
 * read. To be asked before each wait: it sees to it that the worker wakes the loop. */
int collecting_timeout(struct workspace *workspace);
/* Takes in what is there, for some milliseconds at most; at the end tells what came of
 * it. */
void collecting_go_on(struct workspace *workspace);
/* ^C and leaving: ends it behind the message in hand. What was filed stays, and the next
 * reading of the same path goes on from there; a notice says how far it came. */
void collecting_stop(struct workspace *workspace);
/* "reading mail: 120 of 5000, 0:12 left": for the bottom line; nothing is being read:
 * false. */
bool collecting_words(const struct workspace *workspace, struct buffer *out);

/* "5 vacation, 2 wedding, 1 without a reason, 1 left": what waits, by reason; what is
 * open or a guess, and whose they are is asked, behind it. */
const char *waiting_words(struct arena *arena, const struct take_in_waiting *waiting);

#endif
