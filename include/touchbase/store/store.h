/* The desk file: opening, closing, and what changed in it. Everything about SQLite lives
 * in this room; a handle belongs to one thread. Writes happen inside a step
 * (store/steps.h); reads at any time. Nothing stays locked between two calls outside a
 * step. */
#ifndef TOUCHBASE_STORE_STORE_H
#define TOUCHBASE_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/model/window.h"

struct store;

enum store_mode {
    STORE_READ,   /* only looks; a missing desk is an error */
    STORE_WRITE,  /* a missing desk is an error; one that cannot be written opens for
                     reading */
    STORE_CREATE, /* as STORE_WRITE, but a missing desk is made: exclusively, 0600, its
                     folders 0700 */
};

/* Opens the desk at path. A symbolic link is resolved once. An empty file, or one that is
 * no desk, is an error and stays untouched (endurance.md 19). A desk of a newer version,
 * one with a foreign trigger, table or index in it, and one in a place that cannot be
 * written open for reading; store_read_only says why. NULL and err. */
struct store *store_open(const char *path, enum store_mode mode, struct error *err);
/* Ends an open step as store_step_cancel does. NULL is allowed. */
void store_close(struct store *store);

const char *store_path(const struct store *store); /* resolved */
const char *store_folder(
    const struct store *store); /* where a file watch looks: desk and journal lie here */
/* A sentence why this desk only opens for reading, or NULL when it can be written. */
const char *store_read_only(const struct store *store);

/* The day from which contacts' away_from and away_until are told: absences with day back
 * after it count. The caller sets it on opening and at midnight; before, every filed
 * absence counts. */
void store_set_today(struct store *store, day_number today);

/* Between these two the desk is read as of one moment and locked once, not at every
 * statement; nothing may be written. begin returns true when end must be called: false in
 * a step, which reads that way already, and when the lock is refused, where every read
 * tells why itself. */
bool store_look_begin(struct store *store);
void store_look_end(struct store *store);

/* Keeps a megabyte beside the desk (base/reserve.h), which is given up when the disk is
 * full. False when fewer than 50 MB are free there. Takes a moment on its first call. */
bool store_keep_room(const struct store *store);

/* Is the file at its path another one than the one opened, or gone? What is written here
 * would go nowhere. */
bool store_is_replaced(const struct store *store);
/* How many rows steps of other processes changed since the last call, counted no further
 * than most changes; 0 at the first call. */
bool store_changes_elsewhere(struct store *store, int64_t most, int64_t *count,
                             struct error *err);
/* From now on it is only read; words say why, as a sentence behind its path. */
void store_only_read(struct store *store, const char *words);
/* Has another process or handle committed since the last call? If so every generation
 * goes up. */
bool store_changed_elsewhere(struct store *store, bool *changed, struct error *err);

enum record_kind {
    RECORD_CONTACT, /* contacts, their points, and what is derived from touches and
                       absences */
    RECORD_TOUCH,
    RECORD_ABSENCE, /* with covers, evidence, seen messages */
    RECORD_NOTE,
    RECORD_WAITING,
    RECORD_ITEM, /* with what went to whom */
    RECORD_SCRIPT,
    RECORD_DEAL, /* with the plays that have their answer */
    RECORD_DRAFT,
    RECORD_SETTING,
    RECORD_STEP,
    RECORD_KIND_COUNT
};

/* A number that goes up with every commit that changed a record of that kind; a pane
 * whose number is older loads its window again. */
uint64_t store_generation(const struct store *store, enum record_kind kind);

#endif
