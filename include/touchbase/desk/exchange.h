/* Contacts in, reminders out, backups. */
#ifndef TOUCHBASE_DESK_EXCHANGE_H
#define TOUCHBASE_DESK_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

struct import_options {
    const char *path;   /* "-" for standard input */
    const char *format; /* "vcf", "csv", NULL: by ending, else by content */
    bool update;        /* a value that differs is taken */
    /* Called for a record that could not be taken or was left with a remark; may be NULL.
     */
    void (*remark)(void *context, long line, const char *words);
    /* Called at least every 250 ms of work with bytes done and in all (0: unknown); false
     * stops the import, and what it brought stays one step. May be NULL. */
    bool (*progress)(void *context, int64_t done, int64_t all);
    void *context;
};

struct import_totals {
    int64_t added;
    int64_t filled;    /* known, and something new was added to them */
    int64_t known;     /* known, nothing to add */
    int64_t differing; /* values that differ and stay as the desk has them */
    int64_t updated;   /* values taken with update */
    int64_t linked;    /* links made that the cards name */
    int64_t bad;       /* records that could not be taken */
    int64_t
        namesakes; /* a mail was known under another name: became a contact of its own */
};

/* Design.md and issue wording: matches on UID, else on a mail when the folded name
 * agrees. One step. */
bool desk_import(struct desk *desk, const struct import_options *options,
                 struct import_totals *totals, struct error *err);

struct export_options {
    const char *path; /* "-" hands the bytes to take; with a '/' at its end a
                         folder: one file a touch in it */
    bool tasks;       /* VTODO instead of VEVENT */
    bool subscribed;  /* the file is fetched again and again: it says how often */
    bool (*take)(void *context, const char *bytes, size_t length, struct error *err);
    /* Called now and then with touches done and in all; false stops the export, and a
     * file stays as it was. May be NULL. */
    bool (*progress)(void *context, int64_t done, int64_t all);
    void *context;
};

struct export_totals {
    int64_t count;   /* touches in it */
    bool folder;     /* one file each: */
    int64_t written; /* new or changed */
    int64_t removed; /* of touches that are no longer pending */
};

/* Every pending touch as an .ics (interop.md), written beside and renamed, or as a folder
 * of items of which only the changed ones are written. */
bool desk_export(struct desk *desk, const struct export_options *options,
                 struct export_totals *totals, struct error *err);

/* The setting "calendar" as options, its path in arena; false when nothing is kept up to
 * date (nor ever by a throw-away desk). */
bool desk_calendar(const struct desk *desk, struct arena *arena,
                   struct export_options *options);
enum {
    /* A desk of more pending touches is written beside the work and not after each
     * change, but so that it takes a tenth of the time. */
    CALENDAR_AT_ONCE = 50000
};
/* Brings that file up to date; nothing to be done is true. */
bool desk_calendar_keep(struct desk *desk, struct error *err);

bool desk_backup(struct desk *desk, const char *path, struct error *err);
/* Looks the whole desk over; every finding is one line handed to found. True when it
 * could be looked over. */
bool desk_check(struct desk *desk, void (*found)(void *context, const char *line),
                void *context, int64_t *findings, struct error *err);

#endif
