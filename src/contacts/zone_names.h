/* Which words are zones; a file names the same few again and again, so the last answers
 * are kept. */
#ifndef CONTACTS_ZONE_NAMES_H
#define CONTACTS_ZONE_NAMES_H

#include <stdbool.h>

enum { ZONE_NAMES_KEPT = 8, ZONE_NAME_SIZE = 64 };

struct zone_names {
    char names[ZONE_NAMES_KEPT][ZONE_NAME_SIZE];
    bool exist[ZONE_NAMES_KEPT];
    unsigned next;
};

/* Is it the name of a zone of an area ("Europe/Berlin") that this system knows? */
bool zone_names_has(struct zone_names *names, const char *name);

#endif
