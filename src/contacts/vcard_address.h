/* Postal addresses of vCards (RFC 6350 6.3.1). */
#ifndef CONTACTS_VCARD_ADDRESS_H
#define CONTACTS_VCARD_ADDRESS_H

#include <stdbool.h>

#include "property.h"

/* The parts of ADR, in their order. */
enum address_part {
    ADDRESS_BOX,
    ADDRESS_EXTENDED,
    ADDRESS_STREET,
    ADDRESS_LOCALITY,
    ADDRESS_REGION,
    ADDRESS_CODE,
    ADDRESS_COUNTRY,
    ADDRESS_PARTS
};

/* The address as lines: its LABEL parameter, else one made of the parts. NULL when there
 * is nothing but a city. */
char *vcard_address_text(struct arena *arena, const struct property *property, bool old);
/* The lines of an address given in parts, each or NULL. NULL when there is nothing but a
 * city. */
char *address_lines(struct arena *arena, const char *const parts[ADDRESS_PARTS]);

#endif
