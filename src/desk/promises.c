/* What became of promises (desk/agenda.h). */
#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/model/inbound.h"

enum promise_fate desk_promise_fate(const struct desk *desk, const struct touch *touch)
{
    bool pending = touch->outcome == OUTCOME_NONE;
    struct wall when =
        zone_wall(desk_zone(desk), pending ? desk_now(desk) : touch->done_utc);

    return promise_fate(touch, when, desk->settings.plays.rules.promise_grace);
}

const char *desk_touch_told(const struct desk *desk, struct arena *arena,
                            const struct touch *touch)
{
    if (touch->outcome == OUTCOME_DROPPED &&
        desk_promise_fate(desk, touch) == PROMISE_MISSED)
        return arena_format(arena, "%s, promise missed", channel_name(touch->channel));
    return touch_told(arena, touch);
}
