/* How the window looks and which keys it knows, as the settings say: applied at the
 * start, after :set and after :reload. */
#ifndef TOUCHBASE_SRC_PANES_LOOK_H
#define TOUCHBASE_SRC_PANES_LOOK_H

#include "touchbase/base/ini.h"
#include "workspace.h"

/* Applies the desk's settings: theme and colours, keys, columns, mouse. What is wrong in
 * the lines of [colours], [keys] and [columns] is added to mistakes, "FILE:LINE: ..." or,
 * typed in, without a place; instead of such a line the one stands that stood there when
 * look_apply was called last. */
void look_apply(struct workspace *workspace, struct ini_mistakes *mistakes);
/* The lines of those sections that are in effect; of a key that comes again the last
 * counts. */
const struct setting_line *look_lines(const struct workspace *workspace, size_t *count);
void look_free(struct workspace *workspace);
/* At the start: applies, and says as a notice what is wrong in the settings file. */
void look_first(struct workspace *workspace);

/* look_set.c */
/* :set with its words ("" lists what differs from the defaults). */
void look_set(struct workspace *workspace, const char *words);
/* :reload: what was wrong is shown. */
void look_reload(struct workspace *workspace);

/* look_complete.c: Tab behind ":set ". words are the line's bytes from there up to the
 * cursor; returns where in them the word begins that the candidates are for. */
size_t look_complete(struct workspace *workspace, const char *words,
                     void (*add)(void *sink, const char *candidate), void *sink);

#endif
