/* Links that cards name (RELATED): made once all people of a file are on the desk. */
#ifndef TOUCHBASE_SRC_DESK_IMPORT_LINKS_H
#define TOUCHBASE_SRC_DESK_IMPORT_LINKS_H

#include "touchbase/contacts/reader.h"
#include "touchbase/desk/exchange.h"

/* `struct import_links links = {.arena = arena};` is none. */
struct import_links {
    struct arena *arena; /* of the whole import */
    struct named_tie *ties;
    size_t count;
    size_t capacity;
};

/* Remembers whom the record of a contact names. */
void import_links_note(struct import_links *links, int64_t contact_id,
                       const struct contacts_record *record);
/* Makes the at-th of those links inside a step and counts it; one that is there already
 * is left alone. Where nobody, or more than one, is called so, a remark says that it
 * stays a line of the card. */
bool import_links_make(struct desk *desk, struct import_links *links, size_t at,
                       const struct import_options *options, struct import_totals *totals,
                       struct error *err);

#endif
