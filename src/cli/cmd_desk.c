#include <unistd.h>

#include "command.h"
#include "touchbase/panes/panes.h"
#include "touchbase/term/screen.h"

static bool check_terminal(const struct call *call, struct error *err)
{
    if (call_has(call, OPTION_JSON))
        return error_set(err, ERROR_USAGE,
                         "the full screen prints no records; name a command: "
                         "\"touchbase --help\" lists them");
    if (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1)
        return true;
    return error_set(err, ERROR_USAGE,
                     "the full screen needs a terminal; name a command: \"touchbase "
                     "--help\" lists them");
}

bool cmd_desk(struct call *call, struct error *err)
{
    const struct panes_options options = {.to_confirm = call_has(call, OPTION_DEMO)};
    struct screen *screen;

    /* The desk first: what is wrong with it is said before the screen is taken. */
    if (!check_terminal(call, err) || call_desk(call, DESK_WINDOW, err) == NULL)
        return false;
    screen = curses_screen_open(err);
    if (screen == NULL)
        return false;
    *err = (struct error){.code = ERROR_FAILED};
    call->status = panes_run(call->desk, screen, &options, err);
    screen_close(screen);
    return call->status != ERROR_FAILED || err->text[0] == '\0';
}
