/* A pending touch in the words a calendar shows. */
#ifndef TOUCHBASE_SRC_DESK_REMINDER_H
#define TOUCHBASE_SRC_DESK_REMINDER_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/reminder.h"
#include "touchbase/model/touch.h"

/* What to do, with whom and about what: "Call Dana Whitfield (Northwind): pricing";
 * without a purpose the opener says it. */
char *reminder_title(struct arena *arena, const struct touch *touch);

/* Fills out for a touch of contact: everything that is needed to act on it without the
 * desk at hand (who, number, mail, purpose, opener, who covers while they are away, the
 * last note). A touch with a time rings as the settings say, one for a whole day at 09:00
 * the day before (interop.md 4). */
bool reminder_make(struct desk *desk, const struct touch *touch,
                   const struct contact *contact, struct arena *arena,
                   struct reminder *out, struct error *err);

#endif
