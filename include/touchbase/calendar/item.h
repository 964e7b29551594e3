/* One reminder as a calendar of its own, with the zone it uses: what a file of a folder
 * or a resource on a server holds. */
#ifndef TOUCHBASE_CALENDAR_ITEM_H
#define TOUCHBASE_CALENDAR_ITEM_H

#include <stddef.h>

#include "touchbase/base/error.h"
#include "touchbase/calendar/writer.h"
#include "touchbase/model/reminder.h"

/* The text, to be freed with free(); options->several and subscribed are to be false.
 * NULL and err as calendar_add. */
char *calendar_item_text(const struct calendar_options *options,
                         const struct reminder *reminder, size_t *length,
                         struct error *err);

/* The text of one item (calendar_item_text) with what others added to it as it is there:
 * properties that are not of the desk's own kinds, alarms besides its own, lines of the
 * description that it did not write. An alarm of the desk's that was taken away, or set
 * to another time, stays so. The text says which lines and which alarm are the desk's, in
 * an X- property; of an item without that only the properties are kept. there NULL, or
 * none of that UID: nothing to keep. To be freed with free(); NULL and err when text is
 * no item. */
char *calendar_item_merge(const char *text, const char *there, struct error *err);

#endif
