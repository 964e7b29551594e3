#include "records.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"

enum { SEARCH_MAX = 200 };

bool cmd_search(struct call *call, struct error *err)
{
    const char *words = call_join(call, 0);
    struct contact_row *rows;
    struct contact contact;
    size_t count;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_search(call->desk, words, SEARCH_MAX, NULL, NULL, call->arena, &rows,
                     &count, err))
        return false;
    if (count == 0)
        return error_set(err, ERROR_NOT_FOUND, "nothing on the desk speaks of \"%s\"",
                         words);
    for (size_t i = 0; i < count; i++) {
        if (!desk_person_get(call->desk, rows[i].contact.id, call->arena, &contact, err))
            return false;
        records_print_contact(call, &contact);
    }
    return true;
}
