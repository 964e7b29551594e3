/* The full screen as commands open it. */
#ifndef TOUCHBASE_SRC_CLI_SCREEN_H
#define TOUCHBASE_SRC_CLI_SCREEN_H

#include "command.h"
#include "touchbase/panes/panes.h"

/* Runs the panes on the terminal until the person leaves; the desk must be open. False
 * and err with nothing shown when the terminal cannot be used. When standard input is
 * none (a mail came through it) keys are read from /dev/tty. call->status gets the exit
 * status. */
bool screen_run(struct call *call, const struct panes_options *options,
                struct error *err);

#endif
