#include "screen.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "touchbase/term/screen.h"

static bool take_keys_from_terminal(struct error *err)
{
    int terminal;
    bool taken;

    if (isatty(STDIN_FILENO) == 1)
        return true;
    terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return error_set_errno(err, errno, "there is no terminal to read keys from");
    taken = dup2(terminal, STDIN_FILENO) == STDIN_FILENO;
    close(terminal);
    return taken || error_set_errno(err, errno, "the terminal cannot be read");
}

bool screen_run(struct call *call, const struct panes_options *options, struct error *err)
{
    struct panes_options heard = *options;
    struct screen *screen = NULL;
    struct buffer said = {0};

    if (take_keys_from_terminal(err))
        screen = curses_screen_open(err);
    if (screen == NULL)
        return false;
    *err = (struct error){.code = ERROR_FAILED};
    heard.said = &said;
    call->status = panes_run(call->desk, screen, &heard, err);
    screen_close(screen);
    if (call->status == 0 && options->take_in_path != NULL && said.length > 0)
        output_talk(&call->out, "%s", buffer_string(&said));
    buffer_free(&said);
    if (call->status == ERROR_FAILED && err->text[0] != '\0')
        output_talk(&call->out, "%s", err->text);
    return true;
}
