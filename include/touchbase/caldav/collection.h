/* A calendar collection on a server as a model/collection (RFC 4791, over RFC 4918 and
 * RFC 9110): an href is the last part of an item's address as the server writes it, an
 * etag its entity tag, quotes included. One request at a time; what it waits for is
 * bounded (connect 10 s, a silence of 20 s, 5 minutes in all), and so is what it reads.
 *
 * Secrets go over TLS only: an address without it is refused unless the host is this
 * machine, and so is every redirection; the words say where to. Failures are in words a
 * salesperson can act on, and name the host. */
#ifndef TOUCHBASE_CALDAV_COLLECTION_H
#define TOUCHBASE_CALDAV_COLLECTION_H

#include "touchbase/model/collection.h"

struct caldav_account {
    const char *url;      /* of the collection; "https://..." */
    const char *user;     /* NULL: the server asks for none */
    const char *password; /* NULL: none */
    const char *ca_file;  /* PEM of who signs the server's certificate; NULL: the system's
                           */
};

/* Copies account; asks the server nothing yet. False and err (ERROR_USAGE) when the
 * address is none, or not a safe one. */
bool caldav_open(const struct caldav_account *account, struct collection *out,
                 struct error *err);

#endif
