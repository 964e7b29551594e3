/* The answer to "what is in this collection" (RFC 4918 13, 14.16): its items with their
 * versions. Namespaces are looked at, prefixes are not; entities are not resolved, and
 * nothing is fetched. */
#ifndef TOUCHBASE_CALDAV_MULTISTATUS_H
#define TOUCHBASE_CALDAV_MULTISTATUS_H

#include "touchbase/model/collection.h"

/* xml: length bytes. Items go into arena: hrefs are the last part of their address; what
 * is itself a collection, or ends with "/", is none. False and err when it is no such
 * answer, breaks off, has an item without a version, or more than COLLECTION_ITEMS_MAX.
 */
bool multistatus_read(const char *xml, size_t length, struct arena *arena,
                      struct collection_item **items, size_t *count, struct error *err);

#endif
