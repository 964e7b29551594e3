/* Reminders as a folder of items (a vdir, as vdirsyncer, khal and todoman keep
 * calendars): one file an item, named by its UID, each a calendar of its own with the
 * zone it uses. Only what changed is written, each file beside and renamed; what was
 * written before and is no longer there is removed. The file ".touchbase" in the folder
 * lists what is the program's own: every other file is left alone. Not for several
 * threads. */
#ifndef TOUCHBASE_CALENDAR_FOLDER_H
#define TOUCHBASE_CALENDAR_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/calendar/writer.h"
#include "touchbase/model/reminder.h"

struct calendar_folder;

struct calendar_folder_totals {
    int64_t items;   /* in the folder now */
    int64_t written; /* of those, new or changed */
    int64_t removed;
};

/* Makes the folder (0700, and those above it) when it is missing, and in it "displayname"
 * when that is missing. options->several and subscribed are not looked at. NULL and err
 * when the folder cannot be written to, or its ".touchbase" is no such list. */
struct calendar_folder *calendar_folder_begin(const char *path,
                                              const struct calendar_options *options,
                                              struct error *err);
/* Writes one item when its file holds other bytes. False and err as calendar_add. */
bool calendar_folder_add(struct calendar_folder *folder, const struct reminder *reminder,
                         struct error *err);
/* Removes what was not added again, and frees the folder, also when it fails. */
bool calendar_folder_end(struct calendar_folder *folder,
                         struct calendar_folder_totals *totals, struct error *err);
/* Frees the folder; what was written stays and is remembered as the program's own. NULL
 * is allowed. */
void calendar_folder_cancel(struct calendar_folder *folder);

#endif
