/* Backup and check of a desk (endurance.md 19, 20, 25). */
#ifndef TOUCHBASE_STORE_HEALTH_H
#define TOUCHBASE_STORE_HEALTH_H

#include "touchbase/store/store.h"

/* Copies the desk as it stands, page by page through SQLite, to path.touchbase-new,
 * checks the copy, fsyncs and renames. An existing file at path is replaced only when the
 * copy is whole. 0600. What a killed process left of a copy is overwritten; one that
 * still writes is waited for, and then it is an error: its copy stands. */
bool store_backup(struct store *store, const char *path, struct error *err);

/* Looks through the whole desk: pages, foreign keys, search index, derived values,
 * counters. Each finding is one line; count 0 is health. False and err only when it could
 * not be read at all. */
bool store_check(struct store *store, struct arena *arena, const char ***findings,
                 size_t *count, struct error *err);
/* Makes search index, derived values and counters anew from the records. */
bool store_rebuild(struct store *store, struct error *err);

#endif
