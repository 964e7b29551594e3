#include "records.h"
#include "touchbase/desk/filter.h"
#include "touchbase/desk/people.h"

enum { SEARCH_MAX = 200 };

static bool print_found(struct call *call, const struct desk_findings *found,
                        struct error *err)
{
    struct contact contact;

    for (size_t i = 0; i < found->count; i++) {
        if (!desk_person_get(call->desk, found->rows[i].row.contact.id, call->arena,
                             &contact, err))
            return false;
        records_print_contact(call, &contact);
    }
    if (found->instead != NULL)
        output_talk(&call->out, "nothing begins with that; close: %s", found->instead);
    if (found->more)
        output_talk(&call->out, "others fit, too; more words say which");
    return true;
}

bool cmd_search(struct call *call, struct error *err)
{
    const char *words = call_join(call, 0);
    struct desk_filter *filter;
    struct desk_findings found;
    bool done;

    if (call_desk(call, DESK_LOOK, err) == NULL)
        return false;
    filter = desk_filter_open(call->desk, words, err);
    if (filter == NULL)
        return false;
    done = desk_filter_find(filter, SEARCH_MAX, NULL, NULL, call->arena, &found, err);
    desk_filter_close(filter);
    if (done && found.count == 0)
        return error_set(err, ERROR_NOT_FOUND, "nothing on the desk speaks of \"%s\"",
                         words);
    return done && print_found(call, &found, err);
}
