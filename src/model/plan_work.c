#include "plan_work.h"

#include <string.h>

/* A first day behind the day back was misread or is of another absence. */
static day_number first_day(const struct absence *absence, day_number received)
{
    bool usable = absence->first_day != DAY_NONE &&
                  (absence->back == DAY_NONE || absence->first_day <= absence->back);
    return usable ? absence->first_day : received;
}

/* Back on the first day. Where neither that day nor an hour was given they were rather
 * away before. */
static bool is_same_day(const struct plan_work *work)
{
    const struct absence *absence = work->input->absence;
    if (work->back == DAY_NONE || work->back != work->first)
        return false;
    return absence->first_day != DAY_NONE || absence->back_minute != MINUTE_NONE;
}

/* Without a day back it counts as not over for a while after it began. */
static bool is_over(const struct plan_work *work)
{
    const struct absence *absence = work->input->absence;
    struct wall now = work->input->now;
    if (work->left)
        return false;
    if (work->back == DAY_NONE) {
        day_number begin = work->first > work->received ? work->first : work->received;
        return work->today - begin > work->rules->open_end_days;
    }
    if (work->back != work->today)
        return work->back < work->today;
    if (absence->back_minute == MINUTE_NONE)
        return !work->same_day;
    return now.minute >= absence->back_minute;
}

day_number work_clear_day(const struct plan_work *work, day_number day)
{
    const struct plan_input *input = work->input;
    return plan_clear_day(input->plays, day, input->others, input->other_count,
                          input->holidays);
}

day_number work_landing_of(const struct plan_work *work, const struct absence *absence)
{
    const struct plan_input *input = work->input;
    return work_clear_day(work, plan_landing(input->plays, absence, input->holidays));
}

static day_number landing_day(const struct plan_work *work)
{
    const struct plan_input *input = work->input;
    day_number landing = work_landing_of(work, input->absence);
    if (work->same_day || landing == DAY_NONE || landing >= work->today)
        return work->same_day ? DAY_NONE : landing;
    return work_clear_day(work, day_add_working(work->today, 0, input->holidays));
}

static bool wants_return(const struct plan_work *work)
{
    if (!work->play->return_call || work->landing == DAY_NONE)
        return false;
    if (!work_lasts(work, work->play->return_from) && !work->input->absence->hospital)
        return false;
    return !work->over || work->today - work->back <= work->rules->return_call_days;
}

void work_begin(struct plan_work *work)
{
    const struct plan_input *input = work->input;
    const struct absence *absence = input->absence;
    work->play = plays_for(input->plays, absence->kind, absence->reason);
    work->rules = &input->plays->rules;
    work->today = input->now.day;
    work->received =
        absence->received_day == DAY_NONE ? work->today : absence->received_day;
    work->left = absence->kind == READING_LEFT;
    work->first = first_day(absence, work->received);
    work->back = work->left ? DAY_NONE : absence->back;
    work->same_day = is_same_day(work);
    work->find_day = work_clear_day(work, work->today + work->rules->find_out_days);
    work->away = -1;
    if (work->back != DAY_NONE)
        work->away = day_count_working(work->first, work->back, input->holidays);
    work->over = is_over(work);
    work->begun = work->first <= work->today;
    work->landing = landing_day(work);
    work->same_landing = input->earlier && work_landing_of(work, input->earlier) ==
                                               work_landing_of(work, absence);
    work->wants_return = wants_return(work);
    work->return_day = DAY_NONE;
}

bool work_lasts(const struct plan_work *work, int from)
{
    return from == 0 || work->away >= from;
}

struct change *work_change(struct plan_work *work, enum change_kind kind)
{
    struct wall none = {DAY_NONE, MINUTE_NONE};
    work->changes =
        arena_grow(work->arena, work->changes, work->change_count, work->change_count + 1,
                   sizeof *work->changes, &work->change_capacity);
    struct change *change = &work->changes[work->change_count++];
    memset(change, 0, sizeof *change);
    change->kind = kind;
    change->from = change->origin = change->to = change->before_leaving = none;
    return change;
}

const struct plan_answer *work_answer(const struct plan_work *work, int64_t touch_id,
                                      enum question question, unsigned choices)
{
    for (size_t i = 0; i < work->input->answer_count; i++) {
        const struct plan_answer *answer = &work->input->answers[i];
        if (answer->touch_id == touch_id && (choices & (unsigned)answer->choice) &&
            (answer->question == QUESTION_NONE || answer->question == question))
            return answer;
    }
    return NULL;
}

void work_kept(struct plan_work *work, const struct plan_answer *answer,
               enum question question)
{
    work->kept =
        arena_grow(work->arena, work->kept, work->kept_count, work->kept_count + 1,
                   sizeof *work->kept, &work->kept_capacity);
    work->kept[work->kept_count] = *answer;
    work->kept[work->kept_count++].question = question;
}
