/* Where a collection is: its address, and the host that messages name. */
#ifndef TOUCHBASE_CALDAV_ADDRESS_H
#define TOUCHBASE_CALDAV_ADDRESS_H

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

struct address {
    const char *url;  /* ends with "/" */
    const char *host; /* as a person writes it, with its port when it says one */
};

/* Takes url apart; both strings are in arena. False and err: no address of http or https,
 * one that holds a password, or http to another machine than this one. */
bool address_read(const char *url, struct arena *arena, struct address *out,
                  struct error *err);

#endif
