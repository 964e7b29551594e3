/* Who a card names beside its person. */
#ifndef CONTACTS_VCARD_RELATED_H
#define CONTACTS_VCARD_RELATED_H

#include "vcard_reader.h"

/* Sets out->ties from a card's RELATED (RFC 6350 6.6.6) and from what programs wrote
 * before there was one. The lines stay in the card: not all of them can be links. */
void vcard_related(struct arena *arena, const struct card *card,
                   struct contacts_record *out);
/* Appends the line of 4.0 that says a tie (without its end): by UID where that is one,
 * else by name. A kind that has no type of its own is a contact, with our word for it. */
void vcard_related_line(struct buffer *line, const struct tie *tie);

#endif
