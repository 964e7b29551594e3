/* Contacts as vCard 4.0 (RFC 6350). */
#ifndef TOUCHBASE_CONTACTS_WRITER_H
#define TOUCHBASE_CONTACTS_WRITER_H

#include "touchbase/base/buffer.h"
#include "touchbase/contacts/reader.h"

/* Appends one card: CRLF, folded at 75 octets, never within a character (RFC 6350 3.2).
 * contact.name must not be NULL; the UID is contact.uid, else contact.uuid. The lines of
 * contact.card follow as they came, but that pictures in base64 become data: URIs and
 * that an N which no longer agrees with given and family is left out. A tie is a RELATED
 * unless a line of the card says it already; of those with a UID the name counts, too.
 * What is written reads back as the same record, the points of a kind in the same order.
 * line and remark are nothing to it. */
void contacts_write_vcard(struct buffer *out, const struct contacts_record *record);

#endif
