/* One of a series left out, and a series ended. */
#include "records.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/series.h"

/* Which one stands now in its place, if one does. */
static bool print_next(struct call *call, const struct touch *skipped, struct error *err)
{
    struct touch *touches;
    size_t count;

    if (!desk_touches_of(call->desk, skipped->contact_id, call->arena, &touches, &count,
                         err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (touches[i].series_id == skipped->series_id) {
            records_print_touch(call, &touches[i]);
            return true;
        }
    }
    output_talk(&call->out, "that was the last of %s",
                desk_repeats(call->arena, skipped));
    return true;
}

bool cmd_skip(struct call *call, struct error *err)
{
    struct touch touch;

    return call_desk(call, DESK_WRITE, err) != NULL &&
           desk_touch_find(call->desk, call->words[0], call->arena, &touch, err) &&
           desk_series_skip(call->desk, touch.id, err) && print_next(call, &touch, err);
}

bool cmd_once(struct call *call, struct error *err)
{
    struct touch touch;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !desk_touch_find(call->desk, call->words[0], call->arena, &touch, err) ||
        !desk_series_end(call->desk, touch.id, err) ||
        !desk_touch_get(call->desk, touch.id, call->arena, &touch, err))
        return false;
    records_print_touch(call, &touch);
    return true;
}
