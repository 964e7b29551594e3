/* Who a card names beside its person. */
#ifndef CONTACTS_VCARD_RELATED_H
#define CONTACTS_VCARD_RELATED_H

#include "vcard_reader.h"

/* Sets out->ties from a card's RELATED (RFC 6350 6.6.6) and from what programs wrote
 * before there was one. The lines stay in the card: not all of them can be links. */
void vcard_related(struct arena *arena, const struct card *card,
                   struct contacts_record *out);

#endif
