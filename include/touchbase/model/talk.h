/* Short calls, open ears (design.md rule 14): when a call is long, and what they said. */
#ifndef TOUCHBASE_MODEL_TALK_H
#define TOUCHBASE_MODEL_TALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"

enum {
    TALK_LONG_S = 3 * 60,
    TALK_SAID = 3
}; /* seconds; lines of theirs that are shown */

/* Is a call that has lasted so many seconds long: a follow-up from TALK_LONG_S on, while
 * no line of theirs is in its note? One begins with a quotation mark. note may be NULL.
 */
bool talk_is_long(bool followed_up, int64_t seconds, const char *note);

/* Lines of theirs, word for word, the last one first. */
struct talk_said {
    const char *lines[TALK_SAID];
    size_t count;
};
/* Adds those of a note that is older than all before it, as many as there is room for. In
 * arena. */
void talk_add(struct arena *arena, const char *note, struct talk_said *said);

#endif
