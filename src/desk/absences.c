/* An absence on file changed by hand: they are back, or come back on another day. */
#include "touchbase/store/absences.h"
#include "take_in_private.h"
#include "touchbase/desk/agenda.h"

/* With other days the plan is worked out again: what it made or moved goes along (rule
 * 6). */
static bool store_days(struct desk *desk, struct take_in *take_in,
                       enum absence_state state, const char *label, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);
    bool done;

    record.state = state;
    if (!desk_step_begin(desk, err, "%s %s", take_in->contact.name, label))
        return false;
    done = take_in_apply(desk, take_in->arena, &record, &take_in->plan, &record.questions,
                         err) &&
           absence_update(desk->store, &record, NULL, err);
    return desk_step_end(desk, done, err);
}

bool desk_absence_move(struct desk *desk, int64_t absence_id, day_number back,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in take_in;
    bool done = take_in_absence(desk, absence_id, arena, &take_in, err);

    take_in.reading.back = back;
    take_in.reading.back_minute = MINUTE_NONE;
    done = done && take_in_weigh(desk, take_in.contact.id, &take_in, err) &&
           store_days(desk, &take_in, ABSENCE_FILED, "back on another day", err);
    arena_destroy(arena);
    return done;
}

bool desk_absence_end(struct desk *desk, int64_t absence_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in take_in;
    bool done = take_in_absence(desk, absence_id, arena, &take_in, err);

    take_in.reading.back = desk_today(desk);
    take_in.reading.back_minute = MINUTE_NONE;
    done = done && take_in_weigh(desk, take_in.contact.id, &take_in, err) &&
           store_days(desk, &take_in, ABSENCE_ENDED, "is back", err);
    arena_destroy(arena);
    return done;
}
