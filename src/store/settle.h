/* What follows a change: derived columns of contacts, search index, a touch's identity
 * for calendars. Rows are marked by the hook and settled before anything derived is read
 * and before each commit. */
#ifndef TOUCHBASE_STORE_SETTLE_H
#define TOUCHBASE_STORE_SETTLE_H

#include "connection.h"
#include "touchbase/model/contact.h"

enum {
    SETTLE_FRESH = 1,    /* inserted in this transaction: not in the index yet */
    SETTLE_SEARCH = 2,   /* index entry of a contact, note or absence */
    SETTLE_DERIVE = 4,   /* next touch and last contact of a contact */
    SETTLE_IDENTITY = 8, /* sequence and change time of a touch */
    SETTLE_TOUCHES = 16, /* the same of a contact's pending touches, which tell of it */
};

void settle_mark(struct store *store, int table, int64_t row, unsigned flags);
bool settle(struct store *store, struct error *err);
/* Indexes a contact just inserted from the record, which saves reading it back. */
bool settle_new_contact(struct store *store, const struct contact *contact,
                        struct error *err);
/* For a rebuild, of a record that the emptied index holds no more. */
void settle_mark_contact(struct store *store, int64_t id);
void settle_mark_text(struct store *store, int64_t place);

/* The words of a contact as the index should hold them; *found false without such a
 * contact. */
bool settle_contact_words(struct store *store, int64_t id, struct buffer *who,
                          struct buffer *reach, bool *found, struct error *err);
/* The same of a note (place 2 * id) or absence (2 * id + 1). */
bool settle_text_words(struct store *store, int64_t place, struct buffer *words,
                       bool *found, struct error *err);

#endif
