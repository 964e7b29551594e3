/* Input that comes slowly (a pipe) is copied to a file first, since the desk is locked
 * for others while an import writes. */
#ifndef TOUCHBASE_SRC_DESK_IMPORT_SPOOL_H
#define TOUCHBASE_SRC_DESK_IMPORT_SPOOL_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

struct spool {
    const char *path; /* what to read: the path given, or the copy's */
    const char *name; /* what to call it: the path given, or "standard input" */
    bool copied;
};

/* path "-" is standard input. A regular file is read where it is. The copy (0600) lies in
 * $XDG_RUNTIME_DIR, else $TMPDIR, else /tmp. */
bool spool_open(struct arena *arena, const char *path, struct spool *out,
                struct error *err);
/* The same for the worker to read: standard input is copied whatever it is. */
bool spool_open_for_worker(struct arena *arena, const char *path, struct spool *out,
                           struct error *err);
/* Removes the copy. */
void spool_close(const struct spool *spool);
/* Puts the name into an error's text where the copy's path stands. Returns false. */
bool spool_error(const struct spool *spool, struct error *err);

#endif
