/* "touchbase import meeting.ics": events and tasks as touches. */
#ifndef TOUCHBASE_SRC_CLI_IMPORT_APPOINTMENTS_H
#define TOUCHBASE_SRC_CLI_IMPORT_APPOINTMENTS_H

#include "command.h"

/* Does the call name a calendar, by --format or by its ending? */
bool is_appointments(const struct call *call);
bool import_appointments(struct call *call, struct error *err);

#endif
