/* The desk driven by a script of keys, its last picture kept as text: --keys, --screen,
 * --size. */
#ifndef TOUCHBASE_SRC_CLI_SCRIPTED_H
#define TOUCHBASE_SRC_CLI_SCRIPTED_H

#include "command.h"
#include "touchbase/panes/panes.h"

/* Was a script or a picture asked for? No terminal is needed then. */
bool is_scripted(const struct call *call);
/* Opens the desk and runs the panes on the script; call->status gets the exit status.
 * What is wrong with the script is said before the desk is opened. */
bool scripted_run(struct call *call, const struct panes_options *options,
                  struct error *err);

#endif
