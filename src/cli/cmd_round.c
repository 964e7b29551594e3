#include "command.h"
#include "touchbase/desk/rounds.h"

bool cmd_round(struct call *call, struct error *err)
{
    const char *said;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !desk_round_tick(call->desk, call_join(call, 0), call->arena, &said, err))
        return false;
    output_talk(&call->out, "%s", said);
    return true;
}
