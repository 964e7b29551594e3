/* Other programs on the same terminal: $EDITOR on a text, a mailer on a link
 * (endurance.md 13). */
#ifndef TOUCHBASE_SRC_PANES_OUTSIDE_H
#define TOUCHBASE_SRC_PANES_OUTSIDE_H

#include <stdbool.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

struct screen;

/* Runs command (it may hold arguments, as $EDITOR does) with one more argument, the
 * screen given away meanwhile. The argument is never seen by a shell as anything but one
 * word. *status gets its exit status. */
bool outside_run(struct screen *screen, const char *command, const char *argument,
                 int *status, struct error *err);
/* Has text edited by command, NULL: $VISUAL, $EDITOR, vi. *out gets the new text; on an
 * error, or when the editor said no, the old text stands and err says why. */
bool outside_edit(struct screen *screen, const char *command, const char *text,
                  struct buffer *out, struct error *err);

#endif
