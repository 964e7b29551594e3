/* Messages that come one after the other into the take-in sheet: an mbox, or what a mail
 * client pipes of those that are marked. */
#include "take_in_view.h"

bool take_in_go_on(struct take_in_view *state, bool *found, struct error *err)
{
    *found = false;
    while (state->source != NULL && !*found) {
        arena_reset(state->arena);
        switch (take_in_next(state->source, state->arena, &state->take_in, err)) {
        case TAKE_IN_ITEM:
            *found = true;
            state->number++;
            break;
        case TAKE_IN_BAD:
            state->number++;
            state->tally.bad++;
            break;
        case TAKE_IN_END:
            return true;
        case TAKE_IN_FAILED:
            return false;
        }
    }
    return true;
}

void take_in_count(struct take_in_view *state, const struct take_in_result *result)
{
    if (result->waits)
        state->tally.waiting++;
    else if (result->filed)
        state->tally.filed++;
    else if (result->state == TAKE_IN_STRANGER)
        state->tally.strangers++;
    else
        state->tally.others++;
}

bool take_in_leave_rest(struct take_in_view *state, struct error *err)
{
    bool found = true;

    while (found) {
        struct take_in_result result;

        if (!take_in_file(state->shared->desk, &state->take_in, TAKE_IN_PROPOSE, false,
                          &result, err))
            return false;
        take_in_count(state, &result);
        if (!take_in_go_on(state, &found, err))
            return false;
    }
    return true;
}

static void add_part(struct buffer *out, int64_t count, const char *words)
{
    if (count > 0)
        buffer_add_format(out, "%s%lld %s", out->length > 0 ? ", " : "", (long long)count,
                          words);
}

void take_in_tell(const struct take_in_view *state, struct buffer *out)
{
    if (state->number < 2)
        return;
    add_part(out, state->tally.filed, "filed");
    add_part(out, state->tally.waiting, "left under To confirm");
    add_part(out, state->tally.strangers, "of people not on the desk: not kept");
    add_part(out, state->tally.others, "with nothing to file");
    add_part(out, state->tally.bad, "could not be read");
}
