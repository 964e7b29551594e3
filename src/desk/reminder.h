/* A pending touch in the words a calendar shows. */
#ifndef TOUCHBASE_SRC_DESK_REMINDER_H
#define TOUCHBASE_SRC_DESK_REMINDER_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/note.h"
#include "touchbase/model/reminder.h"
#include "touchbase/model/touch.h"

/* What to do, with whom and about what: "Call Dana Whitfield (Northwind): pricing";
 * without a purpose the opener says it. */
char *reminder_title(struct arena *arena, const struct touch *touch);

/* What is known of a touch when its words are made. */
struct reminder_facts {
    const struct touch *touch;
    const struct contact *contact; /* name, company, title and points are read */
    const struct absence *absence; /* the one that counts now, NULL: they are there */
    const struct note *note;       /* the last one, NULL without */
};

/* Fills out, its text in arena, with everything that is needed to act without the desk at
 * hand (who, number, mail, purpose, opener, who covers while they are away, the last
 * note). A touch with a time rings as the settings say, one for a whole day at 09:00 the
 * day before (interop.md 4). */
void reminder_write(const struct desk *desk, const struct reminder_facts *facts,
                    struct arena *arena, struct reminder *out);
/* The same of a touch of contact alone: absence and note are read. */
bool reminder_make(struct desk *desk, const struct touch *touch,
                   const struct contact *contact, struct arena *arena,
                   struct reminder *out, struct error *err);

#endif
