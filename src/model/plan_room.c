/* Rule 20: a day holds its measure. What an absence brings to its landing day has its
 * place there as long as there is room, and else on the next working day that has some,
 * in the order of need: what was promised or has a time of day stands where it was told,
 * then comes the return call, then what stood first. */
#include "plan_work.h"

enum { ROOM_DAYS = 91 }; /* with no room in so many days the landing day is overfull */

/* The touches on a day, once those that have their place stand there. */
static int load_on(const struct plan_work *work, day_number day)
{
    const struct touch *made = work->made_return;
    int load = work->input->load(work->input->load_context, day);
    for (size_t i = 0; i < work->held_count; i++) {
        const struct held *held = &work->held[i];
        if (held->settled)
            load += (held->target.day == day) - (held->touch->due.day == day);
    }
    if (work->return_day != DAY_NONE)
        load += (work->return_day == day) - (made && made->due.day == day);
    return load;
}

/* The first day from a landing day on with room for touch, which may stand there already;
 * NULL is a new one. */
static day_number day_with_room(const struct plan_work *work, day_number landing,
                                const struct touch *touch)
{
    if (!work->input->load)
        return landing;
    for (day_number day = landing; day <= landing + ROOM_DAYS;
         day = work_clear_day(work, day_add_working(day, 1, work->input->holidays)))
        if ((touch && touch->due.day == day) ||
            load_on(work, day) < work->rules->day_touches)
            return day;
    return landing;
}

static bool stands_fast(const struct touch *touch)
{
    return touch->promise || touch->due.minute != MINUTE_NONE;
}

static bool leaves(const struct held *held)
{
    return held->answer == CHOICE_COVER || held->answer == CHOICE_DROP;
}

static bool lands(const struct plan_work *work, const struct held *held)
{
    return work->landing != DAY_NONE && held->target.day == work->landing &&
           held->base.day != work->landing;
}

static void settle_fast(struct plan_work *work)
{
    for (size_t i = 0; i < work->held_count; i++) {
        struct held *held = &work->held[i];
        held->settled = !leaves(held) && (!lands(work, held) || stands_fast(held->touch));
    }
}

static void settle(struct plan_work *work, struct held *held)
{
    if (held->settled || leaves(held))
        return;
    held->target.day = day_with_room(work, work->landing, held->touch);
    held->put_off = held->target.day != work->landing;
    held->settled = true;
}

static const struct touch *find_made_return(const struct plan_work *work)
{
    for (size_t i = 0; i < work->input->touch_count; i++) {
        const struct touch *touch = &work->input->touches[i];
        if (touch->cause == CAUSE_RETURN && touch->outcome == OUTCOME_NONE &&
            work_follows(work, touch) && !work_is_done(work, touch))
            return touch;
    }
    return NULL;
}

/* A return call follows the landing, unless a person put it on a later day of its own:
 * one where the landing before would not have had it. */
static bool stays(const struct plan_work *work, const struct touch *made)
{
    const struct absence *earlier = work->input->earlier;
    day_number was = earlier ? work_landing_of(work, earlier) : DAY_NONE;
    if (made->due.day < work->landing)
        return false;
    return work->same_landing || was == DAY_NONE ||
           made->due.day != day_with_room(work, was, made);
}

static day_number place_return(const struct plan_work *work)
{
    const struct touch *made = work->made_return;
    if (made && stands_fast(made))
        return work->landing;
    return day_with_room(work, work->landing, made);
}

void work_room(struct plan_work *work)
{
    work->made_return = find_made_return(work);
    bool wanted = work->wants_return && (work->made_return || work_makes_return(work));
    bool stands = wanted && work->made_return && stays(work, work->made_return);
    settle_fast(work);
    if (wanted)
        work->return_day = stands ? work->made_return->due.day : place_return(work);
    for (size_t i = 0; i < work->held_count; i++)
        if (work->held[i].part)
            settle(work, &work->held[i]);
    for (size_t i = 0; i < work->held_count; i++)
        settle(work, &work->held[i]);
}
