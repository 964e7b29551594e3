#include "command.h"
#include "touchbase/desk/exchange.h"

bool cmd_backup(struct call *call, struct error *err)
{
    const char *path = call->words[0];

    if (call_desk(call, DESK_LOOK, err) == NULL || !desk_backup(call->desk, path, err))
        return false;
    output_talk(&call->out, "%s is a backup of %s", path, desk_path(call->desk));
    return true;
}
