/* The order of need, kept (table need_mark and contact.need of the schema): what is due
 * and who is going quiet as of a mark that follows the clock. A window of a later moment
 * reads the ranges of the mark and passes over the few that changed since. */
#ifndef TOUCHBASE_STORE_NEED_H
#define TOUCHBASE_STORE_NEED_H

#include "connection.h"

/* Does the mark serve windows of this context? Not of a moment before it. */
bool need_is_kept(struct store *store, const struct need_context *context, bool *kept,
                  struct error *err);
/* Makes need of one contact anew, after what it is derived from. */
bool need_derive(struct store *store, int64_t contact_id, struct error *err);

#endif
