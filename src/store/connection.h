/* The open desk, for the sources of this room. */
#ifndef TOUCHBASE_STORE_CONNECTION_H
#define TOUCHBASE_STORE_CONNECTION_H

#include <sys/types.h>

#include "row_set.h"
#include "sqlite.h"
#include "statements.h"
#include "touchbase/store/steps.h"
#include "touchbase/store/store.h"

/* Numbers of table tally. */
enum { TALLY_PENDING = 12, TALLY_COUNT = 13 };

/* The step being made. */
struct open_step {
    bool open;
    bool parts;  /* a part was committed */
    bool paused; /* no transaction is open: between two parts */
    int64_t id;  /* 0 until its first part is written */
    char *label;
    int64_t window;
    enum step_origin origin;
};

struct store {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT]; /* prepared on first use */
    char *path;
    char *folder;
    char *reserve;      /* the file that is given up when the disk is full ... */
    bool reserve_given; /* ... and was, since the last draft */
    char *read_only;    /* a sentence, or NULL */
    day_number today;
    int64_t now_utc; /* of the step, undo or redo under way */
    struct open_step step;
    bool journalling;       /* the hook writes down changes: in a step, not in an undo */
    struct row_set changes; /* rows changed since the last part was committed */
    struct row_set
        dirty; /* rows whose derived values, index entry or identity must follow */
    int64_t tally[TALLY_COUNT]; /* what must be added to the counts kept */
    struct row_set spans; /* and to table span: kind, number; operation is how many */
    unsigned kinds;       /* bits of enum record_kind changed in this transaction */
    uint64_t generations[RECORD_KIND_COUNT];
    int64_t data_version;
    dev_t device; /* of the file opened ... */
    ino_t inode;
    int64_t change_seen; /* the last change counted by store_changes_elsewhere, -1 none */
    int64_t busy_since_ms;  /* when the lock was first refused */
    struct arena *settling; /* for the words of one record */
    struct buffer who;      /* and those words */
    struct buffer reach;
    struct arena *scratch; /* for one row operation at a time */
};

/* err in words for the result code of SQLite's last call. Returns false. */
bool store_fail(struct store *store, int code, struct error *err);
/* Only inside a step may records be written. */
bool store_may_write(struct store *store, struct error *err);
/* Fills err with the reason and returns false when the desk is read-only. */
bool store_writable(const struct store *store, struct error *err);

/* BEGIN IMMEDIATE and a clean slate for the hook. */
bool transaction_begin(struct store *store, struct error *err);
/* Settles, writes the counts, COMMITs, raises generations. On an error all is rolled
 * back. */
bool transaction_commit(struct store *store, struct error *err);
void transaction_rollback(struct store *store);
/* A transaction of its own around something small, or part of the open step: *own says
 * which. */
bool transaction_join(struct store *store, bool *own, struct error *err);
/* Ends it: commits an own one when good, rolls it back when not. Returns good and
 * committed. */
bool transaction_leave(struct store *store, bool own, bool good, struct error *err);

#endif
