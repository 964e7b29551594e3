/* Rule 3: there is one return call, and it is needless when they reach me first. That is
 * asked, since it may have been about something else. */
#include "plan_work.h"

static const unsigned return_choices = CHOICE_DONE | CHOICE_KEEP;

void work_reached(struct plan_work *work)
{
    for (size_t i = 0; i < work->input->touch_count && !work->reached; i++) {
        const struct touch *touch = &work->input->touches[i];
        if (touch->cause == CAUSE_RETURN && touch->outcome == OUTCOME_NONE &&
            work_is_own(work, touch))
            work->reached = touch;
    }
    if (work->input->reached_utc == 0)
        work->reached = NULL;
    if (!work->reached)
        return;
    const struct plan_answer *answer =
        work_answer(work, work->reached->id, QUESTION_RETURN, return_choices);
    if (!answer)
        return;
    if (answer->choice == CHOICE_KEEP) {
        work_kept(work, answer, QUESTION_RETURN);
        work->reached = NULL;
        return;
    }
    work->reached_done = true;
    work->made[ROLE_RETURN] = true;
}

bool work_is_done(const struct plan_work *work, const struct touch *touch)
{
    return work->reached_done && touch->id == work->reached->id;
}

void work_reached_change(struct plan_work *work)
{
    const struct touch *touch = work->reached;
    if (!touch)
        return;
    struct change *change =
        work_change(work, work->reached_done ? CHANGE_DONE : CHANGE_ASK);
    change->touch_id = touch->id;
    change->channel = touch->channel;
    change->cause = touch->cause;
    change->promise = touch->promise;
    change->from = change->origin = touch->due;
    change->purpose = touch->purpose;
    change->opener = touch->opener;
    change->return_call = true;
    change->question = QUESTION_RETURN;
    change->choices = work->reached_done ? 0 : return_choices;
    change->done_utc = work->input->reached_utc;
    words_change(work, change);
}
