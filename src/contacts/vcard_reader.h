/* Cards out of a vCard file, one at a time. */
#ifndef CONTACTS_VCARD_READER_H
#define CONTACTS_VCARD_READER_H

#include "card_lines.h"
#include "touchbase/contacts/reader.h"

struct property;

struct vcard_reader {
    struct card_lines lines;
    struct zone_names *zones; /* not owned */
    bool at_begin;   /* the line that was read last is a BEGIN:VCARD not yet used */
    bool in_rubbish; /* lines outside cards were reported and go on */
    bool found;      /* anything was delivered or reported */
};

enum contacts_result vcard_next(struct vcard_reader *reader, struct arena *arena,
                                struct contacts_record *out, struct error *err);

/* A whole card. */
struct card {
    const struct property *properties;
    size_t count;
    bool old; /* vCard 2.1 */
};

/* Fills out (but for line) from a card. False and err: not a person, or nothing to call
 * them by. */
bool vcard_fields(struct arena *arena, const struct card *card, struct zone_names *zones,
                  struct contacts_record *out, struct error *err);

#endif
