/* What rings: a line over the lower edge of the panes that takes no key and no focus
 * (design.md section 3), the bell, and a command of the person's own. */
#ifndef TOUCHBASE_SRC_PANES_RINGING_H
#define TOUCHBASE_SRC_PANES_RINGING_H

#include "workspace.h"

struct ringing;

/* Begins at what the desk says has rung; what was missed since rings at once. Never NULL.
 */
struct ringing *ringing_open(struct workspace *workspace);
void ringing_close(struct ringing *ringing); /* NULL is allowed */

/* Wants the first ringing_tick, which comes after the first paint: nothing may hold that
 * up. */
bool ringing_is_new(const struct ringing *ringing);
/* The clock went on: what is due rings, once. Cheap within the same minute. May write to
 * the desk and start the command, which is never waited for. */
void ringing_tick(struct workspace *workspace);
/* The desk may have changed: what was finished, moved or taken back is silent. Only
 * reads, and only when it did change. */
void ringing_follow(struct workspace *workspace);
/* Draws the line at a row, when something rings. */
void ringing_draw(const struct workspace *workspace, struct area area, int row);
/* gb: the cursor on the next touch that rings, which is silent from then on; when none is
 * left, on the one it was on last. */
void ringing_go(struct workspace *workspace);

#endif
