/* Events and tasks of another calendar, an invitation out of a mail for one, taken in as
 * touches. */
#ifndef TOUCHBASE_DESK_APPOINTMENTS_H
#define TOUCHBASE_DESK_APPOINTMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/appointment.h"
#include "touchbase/model/touch.h"

/* What becomes of one. */
enum appointment_fate {
    FATE_NEW,       /* a touch is planned */
    FATE_CHANGED,   /* its touch gets another time or purpose */
    FATE_KNOWN,     /* its touch says the same, or is done already */
    FATE_CANCELLED, /* its touch is dropped */
    FATE_OVER, /* it is past, cancelled or ticked off there, and no touch of it is here */
    FATE_NOBODY,  /* nobody on the desk is named in it */
    FATE_REFUSED, /* who is marked "do not contact" */
    FATE_COUNT
};

const char *fate_name(enum appointment_fate fate); /* "new", "changed" ... */

struct appointment_row {
    const struct appointment *appointment;
    enum appointment_fate fate;
    struct touch touch; /* as it is planned or becomes; of FATE_NOBODY without a person */
    const char *newcomer; /* who is put on the desk for it: name and mail, or NULL */
    const char *newcomer_mail;
};

struct appointments {
    const char *path;
    struct appointment_row *rows; /* by their time */
    size_t count;
    size_t fates[FATE_COUNT]; /* how many of each */
};

struct appointments_wishes {
    int64_t contact_id; /* whose those are in which nobody is found, 0 nobody's */
    bool add;           /* else the first who is named in them with a mail becomes a
                           contact */
};

/* Reads an .ics file and says what would come of it; nothing is stored. Each event or
 * task is one touch of one person: who is named in it by a mail (the inviting one first),
 * else by a full name there or in its title. Channel: appointment_channel; due: its time,
 * told in the desk's zone, of a series the next one: that goes on here by its rule
 * (desk/series.h), with the days left out and moved there as they were at first; a
 * promise when both sides know of it. One whose UID came in before, or is that of a touch
 * the desk wrote into a calendar, is that touch. All belongs to arena. */
bool desk_appointments_read(struct desk *desk, const char *path,
                            const struct appointments_wishes *wishes, struct arena *arena,
                            struct appointments *out, struct error *err);
/* Does it, as one step; no step when nothing changes. */
bool desk_appointments_file(struct desk *desk, const struct appointments *appointments,
                            struct error *err);

#endif
