/* An absence on file changed by hand: they are back, or come back on another day. */
#include "touchbase/store/absences.h"
#include "take_in_private.h"

enum { BACK_DAYS = 14 }; /* somebody is back from an absence for so long */

/* One whose play ran and which was not ended yet. */
static bool load_filed(struct desk *desk, int64_t absence_id, struct arena *arena,
                       struct take_in *out, struct error *err)
{
    if (!take_in_absence(desk, absence_id, arena, out, err))
        return false;
    if (out->stored->state != ABSENCE_FILED)
        return error_set(err, ERROR_FAILED,
                         "this absence of %s is %s: nothing was changed",
                         out->contact.name, absence_state_name(out->stored->state));
    return true;
}

/* Who is back is asked about no more, but for the return call. */
static int32_t questions_left(const struct plan *plan)
{
    int32_t left = 0;

    for (size_t i = 0; i < plan->change_count; i++)
        left += plan->changes[i].kind == CHANGE_ASK &&
                plan->changes[i].question == QUESTION_RETURN;
    return left;
}

/* With other days the plan is worked out again: what it made or moved goes along (rule
 * 6). Inside a step. */
static bool store_days(struct desk *desk, struct take_in *take_in,
                       enum absence_state state, struct error *err)
{
    struct absence record;

    take_in->reading.back_minute = MINUTE_NONE;
    if (!take_in_weigh(desk, take_in->contact.id, take_in, err))
        return false;
    record = take_in_record(desk, take_in);
    record.state = state;
    if (!take_in_apply(desk, take_in->arena, &record, &take_in->plan, &record.questions,
                       err))
        return false;
    if (state != ABSENCE_FILED)
        record.questions = questions_left(&take_in->plan);
    return absence_update(desk->store, &record, NULL, err);
}

bool desk_absence_move(struct desk *desk, int64_t absence_id, day_number back,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in take_in;
    char first[DAY_TEXT_SIZE];
    bool done = load_filed(desk, absence_id, arena, &take_in, err);

    if (done && take_in.reading.first_day != DAY_NONE &&
        back < take_in.reading.first_day) {
        done = error_set(err, ERROR_USAGE, "they leave on %s and cannot be back before",
                         day_format(take_in.reading.first_day, first));
    }
    if (done) {
        take_in.reading.back = back;
        done =
            desk_step_begin(desk, err, "%s back on another day", take_in.contact.name) &&
            desk_step_end(desk, store_days(desk, &take_in, ABSENCE_FILED, err), err);
    }
    arena_destroy(arena);
    return done;
}

static bool end_now(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct reading *reading = &take_in->reading;

    reading->back = desk_today(desk);
    if (reading->first_day != DAY_NONE && reading->first_day > reading->back)
        reading->first_day = reading->back; /* they did not leave at all */
    return store_days(desk, take_in, ABSENCE_ENDED, err);
}

bool absence_end_inside(struct desk *desk, int64_t absence_id, struct arena *arena,
                        struct error *err)
{
    struct take_in take_in;

    return load_filed(desk, absence_id, arena, &take_in, err) &&
           end_now(desk, &take_in, err);
}

bool desk_absence_end(struct desk *desk, int64_t absence_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in take_in;
    bool done = load_filed(desk, absence_id, arena, &take_in, err);

    if (done)
        done = desk_step_begin(desk, err, "%s is back", take_in.contact.name) &&
               desk_step_end(desk, end_now(desk, &take_in, err), err);
    arena_destroy(arena);
    return done;
}

bool desk_absence_lately(struct desk *desk, int64_t contact_id, struct arena *arena,
                         struct absence *out, bool *found, struct error *err)
{
    day_number today = desk_today(desk);
    struct absence *absences;
    size_t count;

    *found = false;
    if (!absences_of(desk->store, contact_id, arena, &absences, &count, err))
        return false;
    for (size_t i = 0; i < count && !*found; i++) {
        const struct absence *absence = &absences[i];
        day_number first =
            absence->first_day != DAY_NONE ? absence->first_day : absence->received_day;
        bool stands = absence->state == ABSENCE_FILED || absence->state == ABSENCE_ENDED;

        *found = stands && absence->kind == READING_OOO && first <= today &&
                 (absence->back == DAY_NONE || absence->back + BACK_DAYS >= today);
        if (*found)
            *out = *absence;
    }
    return true;
}
