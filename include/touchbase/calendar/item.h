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

#endif
