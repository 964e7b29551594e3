/* The hook that sees every changed row, and what it writes into the journal. */
#ifndef TOUCHBASE_STORE_JOURNAL_H
#define TOUCHBASE_STORE_JOURNAL_H

#include "connection.h"

/* step_change.operation; OPERATION_NONE: inserted and deleted again. */
enum operation { OPERATION_INSERT, OPERATION_UPDATE, OPERATION_DELETE, OPERATION_NONE };

/* Inserted rows of consecutive ids share an entry, up to this many. */
enum { JOURNAL_RANGE = 256 };

void journal_watch(struct store *store);
/* Writes the net changes of this transaction as changes of the open step, whose row in
 * table step is made first when needed, and forgets them. */
bool journal_write(struct store *store, struct error *err);
/* Would journal_write write anything? */
bool journal_is_empty(const struct store *store);

#endif
