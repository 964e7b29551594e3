/* Rounds through voicemail and mail on the desk (design.md rule 17), by the setting
 * rounds. The last look and how full the voicemail box was are what the program remembers
 * (design.md section 5): a tick is no step of the history. */
#ifndef TOUCHBASE_DESK_ROUNDS_H
#define TOUCHBASE_DESK_ROUNDS_H

#include <stdbool.h>

#include "touchbase/desk/desk.h"
#include "touchbase/model/rounds.h"

struct desk_rounds {
    struct round_state state;
    int voicemail; /* percent full as last said, or VOICEMAIL_NONE */
};

/* How things stand now. */
bool desk_rounds(struct desk *desk, struct desk_rounds *out, struct error *err);
/* Voicemail and mail were looked through now. text: how full the voicemail box is ("85%",
 * voicemail_read); NULL or "": as said before. *said, in arena: what to tell. False and
 * err when text is no such number, or the desk cannot be written. */
bool desk_round_tick(struct desk *desk, const char *text, struct arena *arena,
                     const char **said, struct error *err);

#endif
