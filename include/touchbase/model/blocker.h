/* What likely keeps somebody from answering, noted by hand (design.md rule 11): silence
 * is not refusal. It shapes the approach that is proposed (model/approach.h). */
#ifndef TOUCHBASE_MODEL_BLOCKER_H
#define TOUCHBASE_MODEL_BLOCKER_H

#include <stdint.h>

#include "touchbase/base/error.h"

enum blocker {
    BLOCKER_NONE,
    BLOCKER_BUSY,
    BLOCKER_NO_ANSWER,   /* they have no answer yet */
    BLOCKER_THIRD_PARTY, /* somebody else has to move first */
    BLOCKER_COUNT
};

/* As it is typed: "none", "busy", "answer", "third party". */
const char *blocker_name(enum blocker blocker);
/* As it is read: "busy", "no answer yet", "waiting on a third party"; "" of none. */
const char *blocker_words(enum blocker blocker);
/* A name, the words, or the beginning of either, in any case. ERROR_USAGE with the names
 * for anything else. */
bool blocker_read(const char *text, enum blocker *out, struct error *err);

struct blocker_note {
    enum blocker blocker;
    int64_t noted_utc;
};
/* What still holds of a note: nothing once they were talked to behind it
 * (last_contact_utc as in struct contact). */
enum blocker blocker_holds(struct blocker_note note, int64_t last_contact_utc);

#endif
