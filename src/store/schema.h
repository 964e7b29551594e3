/* The schema document and the desk's version. */
#ifndef TOUCHBASE_STORE_SCHEMA_H
#define TOUCHBASE_STORE_SCHEMA_H

#include "connection.h"

enum { SCHEMA_APPLICATION = 1952605299, SCHEMA_VERSION = 100 };

/* Makes the schema in an empty file, in one transaction. */
bool schema_make(sqlite3 *db, const char *path, struct error *err);
/* FNV-1a over names and texts of everything in the file but the parts of the search
 * index. */
bool schema_fingerprint(struct store *store, uint64_t *fingerprint, struct error *err);
/* Is it the one of SCHEMA_VERSION? */
bool schema_is_known(uint64_t fingerprint);

#endif
