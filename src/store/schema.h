/* The schema documents and the desk's version. data/schema/NNNN_name.sql are run in order
 * for a new desk; an older one is brought up to date by those it lacks. Each sets
 * user_version to 99 plus its number. The history of steps stays, so a document that
 * changes the columns of a journalled table must empty step_change and step itself. */
#ifndef TOUCHBASE_STORE_SCHEMA_H
#define TOUCHBASE_STORE_SCHEMA_H

#include "connection.h"

enum {
    SCHEMA_APPLICATION = 1952605299,
    SCHEMA_FIRST = 100, /* of document 0001 */
    SCHEMA_VERSION = 127
};

/* Makes the schema of a version in an empty file, in one transaction. */
bool schema_make(sqlite3 *db, const char *path, int version, struct error *err);
/* Runs the document that leads to version, inside a transaction of the caller. */
bool schema_advance(sqlite3 *db, const char *path, int version, struct error *err);
/* The sum of FNV-1a over the name and text of everything in the file but the parts of the
 * search index: the order, which differs between a desk made at once and one brought up
 * to date, does not matter, and each start is spared a sort. */
bool schema_fingerprint(struct store *store, uint64_t *fingerprint, struct error *err);
/* Is it the one of that version (SCHEMA_FIRST to SCHEMA_VERSION)? */
bool schema_is_known(int version, uint64_t fingerprint);

/* backup.c: the same before the desk is brought up from version, so that several windows
 * that start at once leave the copy of the first: nothing is written when another process
 * has made one or brought the desk further. */
bool store_backup_before(struct store *store, int version, const char *path,
                         struct error *err);

/* migrate.c: brings the open desk, which is of the older version, up to date: a copy
 * beside it first ("desk.db.before-101"), then each document with its version in one
 * transaction. Of several processes one does it. */
bool schema_migrate(struct store *store, int version, struct error *err);

#endif
