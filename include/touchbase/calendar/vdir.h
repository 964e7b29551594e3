/* A folder of items as a collection (a vdir, as vdirsyncer, khal and todoman keep
 * calendars): an href is a file's name, an etag its time, size and place on the disk.
 * Files are written beside and renamed; what does not end in ".ics" or begins with a dot
 * is no item. */
#ifndef TOUCHBASE_CALENDAR_VDIR_H
#define TOUCHBASE_CALENDAR_VDIR_H

#include "touchbase/model/collection.h"

/* Makes the folder (0700, and those above it) when it is missing. False and err when it
 * cannot be read. */
bool vdir_open(const char *path, struct collection *out, struct error *err);

#endif
