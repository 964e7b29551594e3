#include <stdlib.h>
#include <string.h>

#include "plan_work.h"
#include "touchbase/model/pace.h"

static bool same_wall(struct wall a, struct wall b)
{
    return wall_compare(a, b) == 0;
}

/* Does a touch at base fall between the first day and end, or is it late, the absence
 * having begun? */
static bool in_absence(const struct plan_work *work, struct wall base, day_number end)
{
    if (base.day >= end)
        return false;
    return base.day >= work->first ||
           (work->begun && wall_is_late(base, work->input->now));
}

/* Rule 3, back the same day: a call waits an hour past the return. */
static struct wall same_day_target(const struct plan_work *work, const struct held *held,
                                   struct wall base)
{
    int minute = work->input->absence->back_minute;
    struct wall limit = {work->back, minute + work->rules->same_day_minutes};
    if (held->touch->channel != CHANNEL_CALL || minute == MINUTE_NONE || work->over)
        return base;
    if (!in_absence(work, base, work->back + 1) ||
        (base.day == work->back && base.minute >= limit.minute))
        return base;
    if (limit.minute < 24 * 60)
        return limit;
    limit.day = day_add_working(work->back, 1, work->input->holidays);
    limit.minute = base.minute;
    return limit;
}

/* Did the same landing day, being full, put it on one behind? */
static bool has_landed(const struct plan_work *work, const struct held *held)
{
    return held->own && work->same_landing && work->landing != DAY_NONE &&
           held->touch->due.day > work->landing;
}

/* Where a touch that stands at base goes. Once the absence is over only what the replaced
 * one moved still moves. */
static struct wall target_of(const struct plan_work *work, const struct held *held,
                             struct wall base)
{
    struct wall landing = {work->landing, base.minute};
    if (!work->play->hold)
        return base;
    if (channel_is_post(held->touch->channel) && !work->play->hold_post)
        return base;
    if (work->same_day)
        return same_day_target(work, held, base);
    if (work->over && !held->own)
        return base;
    if (landing.day == DAY_NONE) {
        if (!work->play->hold_open)
            return base;
        landing.day = work->find_day;
    }
    if (!in_absence(work, base, landing.day))
        return base;
    return has_landed(work, held) ? held->touch->due : landing;
}

/* What goes back to where it stood may find itself in another absence. */
static struct wall clear_base(const struct plan_work *work, const struct held *held)
{
    struct wall base = held->base;
    if (held->own && !channel_is_post(held->touch->channel))
        base.day = work_clear_day(work, base.day);
    return base;
}

/* The last working day before they leave that is not past, or DAY_NONE. */
static struct wall before_leaving(const struct plan_work *work, struct wall base)
{
    struct wall before = {work->first - 1, base.minute};
    while (before.day >= work->today &&
           !day_is_working(before.day, work->input->holidays))
        before.day--;
    if (before.day < work->today)
        return (struct wall){DAY_NONE, MINUTE_NONE};
    if (before.day == work->today && before.minute < work->input->now.minute)
        before.minute = MINUTE_NONE;
    return before;
}

/* Rules 3 and 12: a promise, a touch in a long absence, and one with somebody who left
 * are asked about. */
static enum question question_of(const struct plan_work *work, const struct held *held)
{
    if (work->left)
        return QUESTION_LEFT;
    if (same_wall(held->target, held->touch->due))
        return QUESTION_NONE;
    if (held->touch->promise)
        return QUESTION_PROMISE;
    if (!held->own && !work->same_day && work->away > work->rules->long_absence)
        return QUESTION_LONG;
    return QUESTION_NONE;
}

static unsigned choices_of(const struct plan_work *work, const struct held *held)
{
    unsigned choices = CHOICE_KEEP | CHOICE_DROP;
    if (held->question != QUESTION_LEFT)
        choices |= CHOICE_AFTER;
    if (held->question != QUESTION_LEFT && held->before_leaving.day != DAY_NONE)
        choices |= CHOICE_BEFORE;
    if (work->input->absence->cover_count > 0 &&
        (held->question != QUESTION_PROMISE || work->away > work->rules->long_absence))
        choices |= CHOICE_COVER; /* in a long absence a promise may be the cover's too */
    return choices;
}

/* Asks what must be asked before held goes to its target, and does as was answered. */
static void weigh(const struct plan_work *work, struct held *held)
{
    held->question = question_of(work, held);
    held->before_leaving = before_leaving(work, held->base);
    if (held->question == QUESTION_NONE)
        return;
    held->choices = choices_of(work, held);
    held->given = work_answer(work, held->touch->id, held->question, held->choices);
    held->answer = held->given ? held->given->choice : (enum choice)0;
    if (held->answer == CHOICE_BEFORE)
        held->target = held->before_leaving;
    else if (held->answer == CHOICE_KEEP)
        held->target = held->touch->due;
}

static bool is_listed(const struct plan_work *work, int64_t id)
{
    for (size_t i = 0; i < work->held_count; i++)
        if (work->held[i].touch->id == id)
            return true;
    return false;
}

static void add_held(struct plan_work *work, const struct touch *touch)
{
    bool own = touch->moved && (work_is_own(work, touch) ||
                                (touch->absence_id == 0 && work->input->earlier));
    if (touch->outcome != OUTCOME_NONE || work_follows(work, touch) ||
        work_is_done(work, touch) || is_listed(work, touch->id))
        return;
    struct held *held = &work->held[work->held_count++];
    *held = (struct held){.touch = touch, .own = own, .base = touch->due};
    held->opener = touch->opener;
    if (own)
        held->base = touch->before_due;
    if (own && touch->cause == CAUSE_RETURN)
        held->opener = touch->before_opener;
}

static int by_base(const void *a, const void *b)
{
    const struct held *x = a;
    const struct held *y = b;
    int order = wall_compare(x->base, y->base);
    if (order == 0)
        order = (x->touch->id > y->touch->id) - (x->touch->id < y->touch->id);
    return order;
}

/* Can it be the return call? One that waits for the landing or stands not too far behind
 * it; what they owe waits too, but is another matter. */
static bool may_take_part(const struct plan_work *work, const struct held *held,
                          bool asked)
{
    bool open = held->question != QUESTION_NONE && held->answer == 0;
    if (held->touch->channel != CHANNEL_CALL || held->touch->direction == DIRECTION_IN ||
        open != asked)
        return false;
    if (held->question != QUESTION_NONE && !open && held->answer != CHOICE_AFTER)
        return false;
    if (held->base.day >= work->landing)
        return held->base.day - work->landing <= work->rules->part_days;
    return in_absence(work, held->base, work->landing);
}

/* The call that is the part already stays it; then the earliest; one that is asked about
 * last. */
static void give_part(struct plan_work *work)
{
    struct held *part = NULL;
    for (int asked = 0; asked < 2 && !part; asked++) {
        for (size_t i = 0; i < work->held_count; i++) {
            struct held *held = &work->held[i];
            bool keeps = held->own && held->touch->cause == CAUSE_RETURN;
            if (may_take_part(work, held, asked != 0) && (!part || keeps))
                part = held;
        }
    }
    if (!part)
        return;
    part->part = true;
    if (part->target.day >= work->landing || part->question != QUESTION_NONE)
        return;
    part->target = (struct wall){work->landing, part->base.minute};
    weigh(work, part);
}

void work_hold(struct plan_work *work)
{
    const struct plan_input *input = work->input;
    work->held = arena_array(work->arena, input->touch_count, sizeof *work->held);
    for (size_t i = 0; i < input->touch_count; i++)
        add_held(work, &input->touches[i]);
    if (work->held_count > 1)
        qsort(work->held, work->held_count, sizeof *work->held, by_base);
    for (size_t i = 0; i < work->held_count; i++) {
        struct held *held = &work->held[i];
        held->target = target_of(work, held, clear_base(work, held));
        weigh(work, held);
    }
    if (work->wants_return && !work->made[ROLE_RETURN])
        give_part(work);
}

bool work_has_part(const struct plan_work *work)
{
    for (size_t i = 0; i < work->held_count; i++)
        if (work->held[i].part)
            return true;
    return false;
}

static struct change *held_change(struct plan_work *work, const struct held *held,
                                  enum change_kind kind)
{
    const struct touch *touch = held->touch;
    struct change *change = work_change(work, kind);
    change->touch_id = touch->id;
    change->channel = touch->channel;
    change->cause = touch->cause;
    change->promise = touch->promise;
    change->from = touch->due;
    change->origin = held->base;
    change->purpose = touch->purpose;
    change->opener = touch->opener;
    change->return_call = held->part;
    return change;
}

static void add_question(struct plan_work *work, const struct held *held)
{
    struct change *change = held_change(work, held, CHANGE_ASK);
    change->question = held->question;
    change->choices = held->choices;
    if (held->choices & CHOICE_AFTER)
        change->to = held->target;
    if (held->choices & CHOICE_BEFORE)
        change->before_leaving = held->before_leaving;
    if (held->choices & CHOICE_COVER)
        change->cover = &work->input->absence->covers[0];
    words_change(work, change);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* A touch that was a return call and is none any more was planned by a person once. */
static void add_move(struct plan_work *work, const struct held *held)
{
    const struct touch *touch = held->touch;
    const char *opener = held->opener;
    enum cause cause = touch->cause;
    if (held->part) {
        opener = template_choose(work->arena, &work->play->opener, &work->facts);
        cause = CAUSE_RETURN;
    } else if (held->own && cause == CAUSE_RETURN) {
        cause = CAUSE_HAND;
    }
    if (same_wall(held->target, touch->due) && cause == touch->cause &&
        same_text(opener, touch->opener))
        return;
    struct change *change = held_change(work, held, CHANGE_MOVE);
    change->cause = cause;
    change->opener = opener;
    change->to = held->target;
    change->restored = held->own && !held->part && same_wall(held->target, held->base);
    change->moved = !change->restored;
    change->put_off = held->put_off;
    change->before_opener = change->moved ? held->opener : NULL;
    words_change(work, change);
}

void work_hold_changes(struct plan_work *work)
{
    for (size_t i = 0; i < work->held_count; i++) {
        const struct held *held = &work->held[i];
        if (held->question != QUESTION_NONE && held->answer == 0) {
            add_question(work, held);
        } else if (held->answer == CHOICE_COVER) {
            struct change *change = held_change(work, held, CHANGE_COVER);
            change->cover = &work->input->absence->covers[0];
            words_change(work, change);
        } else if (held->answer == CHOICE_DROP) {
            words_change(work, held_change(work, held, CHANGE_DROP));
        } else {
            if (held->answer == CHOICE_KEEP)
                work_kept(work, held->given, held->question);
            add_move(work, held);
        }
    }
}
