#include "records.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/tags.h"

bool cmd_tag(struct call *call, struct error *err)
{
    struct contact contact;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !desk_tag(call->desk, &contact.id, 1, call_join(call, 1), NULL, err) ||
        !desk_person_get(call->desk, contact.id, call->arena, &contact, err))
        return false;
    records_print_contact(call, &contact);
    return true;
}
