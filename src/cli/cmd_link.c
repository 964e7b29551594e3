#include "records.h"
#include "touchbase/desk/links.h"

bool cmd_link(struct call *call, struct error *err)
{
    struct contact contact;
    struct tie_line done;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !desk_link(call->desk, contact.id, call_join(call, 1), call->arena, &done, err))
        return false;
    if (!done.remove)
        records_print_tie(call, &done.tie);
    return true;
}
