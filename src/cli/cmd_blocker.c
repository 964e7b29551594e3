#include "records.h"
#include "touchbase/desk/blockers.h"

bool cmd_blocker(struct call *call, struct error *err)
{
    struct contact contact;
    enum blocker blocker;

    return call_desk(call, DESK_WRITE, err) != NULL &&
           records_find(call, call->words[0], &contact, err) &&
           blocker_read(call_join(call, 1), &blocker, err) &&
           desk_blocker_note(call->desk, contact.id, blocker, err);
}
