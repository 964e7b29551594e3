#include "touchbase/model/waiting.h"

#include <assert.h>

#include "name.h"

static const char *const state_names[] = {
    [WAITING_OPEN] = "waiting",
    [WAITING_ANSWERED] = "answered",
    [WAITING_NEEDS_NONE] = "needs no answer",
};
static_assert(NAME_COUNT(state_names) == WAITING_STATE_COUNT, "a word for each state");

const char *waiting_state_name(enum waiting_state state)
{
    return name_at(state_names, WAITING_STATE_COUNT, (int)state);
}

const char *waiting_who(const struct waiting *waiting)
{
    if (waiting->contact != NULL)
        return waiting->contact;
    return waiting->caller != NULL ? waiting->caller : "unknown";
}

char *waiting_age(struct arena *arena, int64_t seconds)
{
    enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, TWO_DAYS = 2 * DAY };

    if (seconds < 0) /* the clock was set back since */
        seconds = 0;
    if (seconds < HOUR)
        return arena_format(arena, "%d min", (int)(seconds / MINUTE));
    if (seconds < TWO_DAYS)
        return arena_format(arena, "%d h", (int)(seconds / HOUR));
    return arena_format(arena, "%d days", (int)(seconds / DAY));
}

bool outcome_answers(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_REACHED:
    case OUTCOME_NOT_NOW:
    case OUTCOME_DECLINED:
    case OUTCOME_SENT:
        return true;
    default:
        return false;
    }
}
