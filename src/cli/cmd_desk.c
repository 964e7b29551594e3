#include <unistd.h>

#include "screen.h"
#include "scripted.h"

bool cmd_desk(struct call *call, struct error *err)
{
    const struct panes_options options = {.to_confirm = call_has(call, OPTION_DEMO)};

    if (call_has(call, OPTION_JSON))
        return error_set(err, ERROR_USAGE,
                         "the full screen prints no records; name a command: "
                         "\"touchbase --help\" lists them");
    if (is_scripted(call))
        return scripted_run(call, &options, err);
    if (call_has(call, OPTION_SIZE))
        return error_set(err, ERROR_USAGE,
                         "a terminal has its own size; --size goes with --screen FILE");
    if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)
        return error_set(err, ERROR_USAGE,
                         "the full screen needs a terminal; name a command: \"touchbase "
                         "--help\" lists them");
    /* The desk first: what is wrong with it is said before the screen is taken. */
    return call_desk(call, DESK_WINDOW, err) != NULL && screen_run(call, &options, err);
}
