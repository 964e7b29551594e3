/* Approaches: ways to get a call returned, and when it is time for another one (design.md
 * rules 10 and 11). Silence is not refusal. */
#ifndef TOUCHBASE_MODEL_APPROACH_H
#define TOUCHBASE_MODEL_APPROACH_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/day.h"
#include "touchbase/model/blocker.h"
#include "touchbase/model/touch.h"

/* In the order in which they are proposed when no blocker is known. */
enum approach {
    APPROACH_MESSAGE,   /* a message on the phone, of 20 seconds */
    APPROACH_REFERENCE, /* the name of somebody they know: purpose "reference ..." */
    APPROACH_ADVOCATE,  /* somebody who speaks for me: purpose "advocate ..." */
    APPROACH_ITEM,      /* something of value */
    APPROACH_CHANNEL,   /* a mail, letter, card, fax or message instead */
    APPROACH_VISIT,
    APPROACH_COUNT
};

/* "message", "reference" ... */
const char *approach_name(enum approach approach);

/* By which approach was a touch of mine made, when it brought an item or not? */
enum approach approach_of(const struct touch *touch, bool brought);

/* Was something left with them that they may come back to: a message on the phone, a
 * mail, post? */
bool approach_left_word(const struct touch *touch);
/* Did they answer, or reach me, so that what was left before counts no more? */
bool approach_is_return(const struct touch *touch);

/* Is another approach worth a thought when a touch ended so: tried, and nobody talked to?
 */
bool approach_may_change(enum outcome outcome);

/* Days somebody was away: first up to but without back (DAY_NONE: nobody knows). */
struct away_days {
    day_number first;
    day_number back;
};
/* How many of touches, done ones with the newest first and due the day they were done,
 * left a word that was not returned since: two working days went by after its day and
 * before today in which they were at work. Those from the last return on are looked at.
 */
int approach_unreturned(const struct touch *touches, size_t count,
                        const struct away_days *away, size_t away_count, day_number today,
                        struct holidays holidays);

/* The first approach that was not tried and can be made, in the order the blocker asks
 * for (rule 11): who is busy gets a message of 20 seconds or a mail before anything
 * longer; who has no answer yet something of value before another question; who waits on
 * a third party is called in the name of somebody that party listens to. False when there
 * is none. Both are by enum approach. */
bool approach_next(enum blocker blocker, const bool tried[APPROACH_COUNT],
                   const bool possible[APPROACH_COUNT], enum approach *out);

#endif
