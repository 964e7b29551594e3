#include "records.h"
#include "touchbase/desk/approaches.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/references.h"

static char *fitting_outcomes(struct arena *arena, enum channel channel)
{
    char *list = NULL;

    for (int i = OUTCOME_NONE + 1; i < OUTCOME_DROPPED; i++) {
        const char *name = outcome_name((enum outcome)i);

        if (outcome_fits((enum outcome)i, channel))
            list = list == NULL ? arena_string(arena, name)
                                : arena_format(arena, "%s %s", list, name);
    }
    return list;
}

static bool choose_outcome(struct call *call, const struct touch *touch,
                           enum outcome *outcome, struct error *err)
{
    const char *word = call->values[OPTION_OUTCOME];
    int named =
        word == NULL ? (int)outcome_usual(touch->channel) : outcome_from_name(word);

    *outcome = named <= 0 ? OUTCOME_NONE : (enum outcome)named;
    if (*outcome != OUTCOME_NONE && *outcome != OUTCOME_DROPPED &&
        outcome_fits(*outcome, touch->channel))
        return true;
    return error_set(err, ERROR_USAGE, "\"%s\" is no outcome of a touch by %s: %s",
                     records_text(word), channel_name(touch->channel),
                     records_text(fitting_outcomes(call->arena, touch->channel)));
}

/* What would come next is said where nothing was asked for; it is not planned. */
static bool say_next(struct call *call, const struct touch *touch, enum outcome outcome,
                     struct error *err)
{
    struct approaches approaches;
    struct next_step next;

    if (!desk_touch_next(call->desk, touch, outcome, call->arena, &next, err) ||
        !desk_approaches_after(call->desk, touch, outcome, call->arena, &approaches, err))
        return false;
    if (approaches.change)
        output_talk(&call->out, "%s (tried: %s)", approaches.sentence, approaches.tried);
    if (approaches.line != NULL)
        output_talk(&call->out, "Next: %s (proposed, not planned)", approaches.line);
    else if (next.sentence != NULL && *next.sentence != '\0')
        output_talk(&call->out, "%s%s", next.sentence,
                    next.kind == NEXT_TOUCH ? " (proposed, not planned)" : "");
    return true;
}

/* What is owed to whom it named. */
static bool say_thanks(struct call *call, const struct touch *touch, enum outcome outcome,
                       struct error *err)
{
    struct thanks thanks;

    if (!desk_thanks(call->desk, touch, outcome, call->arena, &thanks, err))
        return false;
    if (thanks.count > 0)
        output_talk(&call->out, "%s: %s (proposed, not planned)", thanks.name,
                    thanks.sentence);
    return true;
}

bool cmd_done(struct call *call, struct error *err)
{
    const char *line = call->values[OPTION_NEXT];
    struct touch_warning warning = {0};
    struct touch touch, next;
    enum outcome outcome;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !desk_touch_find(call->desk, call->words[0], call->arena, &touch, err))
        return false;
    if (!choose_outcome(call, &touch, &outcome, err))
        return false;
    if (!desk_touch_open(&touch, outcome))
        return error_set(err, ERROR_FAILED, "that touch was finished before: %s",
                         outcome_name(touch.outcome));
    if (line != NULL && !desk_touch_read(call->desk, touch.contact_id, line, call->arena,
                                         &next, &warning, err))
        return false;
    if (line == NULL && !say_next(call, &touch, outcome, err))
        return false;
    if (!say_thanks(call, &touch, outcome, err))
        return false;
    records_tell(call, &warning);
    if (!desk_touch_finish(call->desk, touch.id, outcome, line == NULL ? NULL : &next,
                           err) ||
        !desk_touch_get(call->desk, touch.id, call->arena, &touch, err))
        return false;
    records_print_touch(call, &touch);
    return true;
}
