#include "command.h"
#include "touchbase/cli/cli.h"
#include "touchbase/desk/exchange.h"

static bool run_command(struct call *call, struct error *err)
{
    if (call_has(call, OPTION_VERSION)) {
        output_print(&call->out, "touchbase %s\n", TOUCHBASE_VERSION);
        return true;
    }
    if (call_has(call, OPTION_HELP))
        return cmd_help(call, err);
    return call->command->run(call, err);
}

/* What the command changed goes to the calendar of the settings too. That it cannot is a
 * warning: the command itself is done. A window does this while it is open. */
static void keep_calendar(struct call *call)
{
    struct error err;

    if (call->desk != NULL && call->mode == DESK_WRITE &&
        desk_generation(call->desk) != call->generation &&
        !desk_calendar_keep(call->desk, &err))
        output_talk(&call->out, "the calendar is not up to date: %s", err.text);
}

/* The exit status; what went wrong is said once, here. An error without words was said
 * already. */
static int end(struct call *call, bool done, struct error *err)
{
    struct error written = {0};
    int status = done ? call->status : (int)err->code;

    if (!output_finish(&call->out, &written)) {
        if (written.text[0] != '\0')
            output_talk(&call->out, "%s", written.text);
        status = status != 0 ? status : ERROR_FAILED;
    }
    if (!done && err->text[0] != '\0')
        output_talk(&call->out, "%s", err->text);
    keep_calendar(call);
    desk_close(call->desk);
    arena_destroy(call->arena);
    return status;
}

int cli_run(int argc, char **argv)
{
    struct call call = {.arena = arena_create(), .out = output_open()};
    struct error err = {.code = ERROR_FAILED};
    bool done = call_read(&call, argc, argv, &err) && run_command(&call, &err);

    return end(&call, done, &err);
}
