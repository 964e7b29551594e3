#include "records.h"
#include "touchbase/desk/waiting.h"

enum { ROWS_MAX = 1000 };

bool cmd_waiting(struct call *call, struct error *err)
{
    struct waiting *rows;
    size_t count;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_waiting(call->desk, ROWS_MAX, call->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        records_print_waiting(call, &rows[i]);
    return true;
}
