#include <stddef.h>

#include "plan_work.h"

bool work_is_own(const struct plan_work *work, const struct touch *touch)
{
    const struct absence *absence = work->input->absence;
    const struct absence *earlier = work->input->earlier;
    if (touch->absence_id == 0)
        return false;
    return touch->absence_id == absence->id ||
           (earlier && touch->absence_id == earlier->id);
}

static enum role role_of(const struct plan_work *work, const struct touch *touch)
{
    const struct absence *earlier = work->input->earlier;
    bool left = earlier ? earlier->kind == READING_LEFT : work->left;
    if (touch->cause == CAUSE_RETURN)
        return ROLE_RETURN;
    if (touch->cause != CAUSE_PLAY)
        return ROLE_COUNT;
    if (touch->channel == CHANNEL_CALL)
        return left ? ROLE_COVER : ROLE_FIND;
    if (touch->channel == CHANNEL_EMAIL)
        return touch->draft ? ROLE_ANSWER : ROLE_COVER;
    return ROLE_WISH;
}

/* The wish of another play is another wish. */
static bool same_play(const struct plan_work *work)
{
    const struct absence *earlier = work->input->earlier;
    return !earlier ||
           work->play == plays_for(work->input->plays, earlier->kind, earlier->reason);
}

/* A pending touch that was only moved, or took the part, is the business of the held
 * ones. */
bool work_is_made(const struct plan_work *work, const struct touch *touch)
{
    bool by_play = touch->cause == CAUSE_PLAY || touch->cause == CAUSE_RETURN;
    return by_play && work_is_own(work, touch) &&
           !(touch->moved && touch->outcome == OUTCOME_NONE);
}

bool work_follows(const struct plan_work *work, const struct touch *touch)
{
    return work_is_made(work, touch) && !touch->promise;
}

void work_roles(struct plan_work *work)
{
    for (size_t i = 0; i < work->input->touch_count; i++) {
        const struct touch *touch = &work->input->touches[i];
        enum role role = work_is_made(work, touch) ? role_of(work, touch) : ROLE_COUNT;
        if (role != ROLE_COUNT && (role != ROLE_WISH || same_play(work)))
            work->made[role] = true;
        if (role == ROLE_FIND && touch->outcome == OUTCOME_NONE)
            work->find_day = touch->due.day;
    }
}

static struct change *create(struct plan_work *work, enum channel channel,
                             const struct wordings *purpose, day_number day)
{
    struct change *change = work_change(work, CHANGE_CREATE);
    change->channel = channel;
    change->cause = CAUSE_PLAY;
    change->to = (struct wall){day, MINUTE_NONE};
    change->purpose = template_choose(work->arena, purpose, &work->facts);
    return change;
}

static bool wants_wish(const struct plan_work *work)
{
    const struct play *play = work->play;
    if (!play->wish || work->same_day)
        return false;
    if (!work_lasts(work, play->wish_from) &&
        !(play->wish_hospital && work->input->absence->hospital))
        return false;
    return (!work->over && !work->left) ||
           (play->wish_window > 0 && work->today - work->received <= play->wish_window);
}

static void make_wish(struct plan_work *work)
{
    const struct play *play = work->play;
    if (!wants_wish(work) || work->made[ROLE_WISH])
        return;
    day_number day = offset_day(play->wish_after, work->today, work->input->holidays);
    struct change *change = create(work, play->wish_channel, &play->wish_purpose, day);
    change->draft = template_choose(work->arena, &play->wish_draft, &work->facts);
    words_change(work, change);
}

static bool wants_answer(const struct plan_work *work)
{
    return work->play->answer && !work->same_day && !work->left;
}

/* An answer without words would be no answer: "" is a draft to begin with. */
static void make_answer(struct plan_work *work)
{
    const struct play *play = work->play;
    if (!wants_answer(work) || work->over || work->made[ROLE_ANSWER])
        return;
    struct change *change =
        create(work, CHANNEL_EMAIL, &play->answer_purpose, work->today);
    change->draft = template_choose(work->arena, &play->answer_draft, &work->facts);
    if (!change->draft)
        change->draft = "";
    words_change(work, change);
}

static bool wants_cover(const struct plan_work *work)
{
    return work->left && work->play->ask_cover && !work->input->succeeded;
}

/* A cover with a mail is written to; anyone else is rung. */
static void make_cover(struct plan_work *work)
{
    const struct absence *absence = work->input->absence;
    const struct cover *cover = absence->cover_count > 0 ? &absence->covers[0] : NULL;
    if (!wants_cover(work) || work->made[ROLE_COVER])
        return;
    struct change *change =
        create(work, cover && cover->mail ? CHANNEL_EMAIL : CHANNEL_CALL,
               &work->play->cover_purpose, work->today);
    change->cover = cover;
    words_change(work, change);
}

static bool wants_find(const struct plan_work *work)
{
    if (work->left || work->back != DAY_NONE)
        return false;
    return !work->over || work->today - work->received <= work->rules->open_filed_days;
}

/* Rule 4: ask; should nobody know, a touch to find out. */
static void make_find(struct plan_work *work)
{
    if (!wants_find(work))
        return;
    struct change *question = work_change(work, CHANGE_ASK);
    question->question = QUESTION_BACK;
    words_change(work, question);
    if (work->made[ROLE_FIND])
        return;
    words_change(work,
                 create(work, CHANNEL_CALL, &work->play->find_purpose, work->find_day));
}

bool work_makes_return(const struct plan_work *work)
{
    return work->wants_return && !work->made[ROLE_RETURN] && !work_has_part(work);
}

static void make_return(struct plan_work *work)
{
    if (!work_makes_return(work))
        return;
    struct change *change =
        create(work, CHANNEL_CALL, &work->play->return_purpose, work->return_day);
    change->cause = CAUSE_RETURN;
    change->return_call = true;
    change->put_off = work->return_day != work->landing;
    change->opener = template_choose(work->arena, &work->play->opener, &work->facts);
    words_change(work, change);
}

void work_make(struct plan_work *work)
{
    make_wish(work);
    make_answer(work);
    make_cover(work);
    make_find(work);
    make_return(work);
}

/* Has a touch an earlier run made still its place? */
static bool still_wanted(const struct plan_work *work, enum role role)
{
    switch (role) {
    case ROLE_WISH:
        return same_play(work);
    case ROLE_ANSWER:
        return wants_answer(work);
    case ROLE_COVER:
        return wants_cover(work);
    case ROLE_FIND:
        return !work->left && work->back == DAY_NONE;
    case ROLE_RETURN:
        return work->wants_return;
    case ROLE_COUNT:
        break;
    }
    return true;
}

static struct change *remake(struct plan_work *work, const struct touch *touch,
                             enum change_kind kind)
{
    struct change *change = work_change(work, kind);
    change->touch_id = touch->id;
    change->channel = touch->channel;
    change->cause = touch->cause;
    change->promise = touch->promise;
    change->from = change->origin = touch->due;
    change->purpose = touch->purpose;
    change->opener = touch->opener;
    change->return_call = touch->cause == CAUSE_RETURN && kind == CHANGE_MOVE;
    return change;
}

static void remake_one(struct plan_work *work, const struct touch *touch)
{
    enum role role = role_of(work, touch);
    if (!still_wanted(work, role)) {
        words_change(work, remake(work, touch, CHANGE_DROP));
    } else if (role == ROLE_RETURN && touch->due.day != work->return_day) {
        struct change *change = remake(work, touch, CHANGE_MOVE);
        const char *opener =
            template_choose(work->arena, &work->play->opener, &work->facts);
        change->to = (struct wall){work->return_day, touch->due.minute};
        change->opener = opener ? opener : touch->opener;
        change->put_off = work->return_day != work->landing;
        words_change(work, change);
    }
}

void work_remake(struct plan_work *work)
{
    const struct touch *touches = work->input->touches;
    for (size_t i = 0; i < work->input->touch_count; i++) {
        bool again = false;
        for (size_t j = 0; j < i && !again; j++)
            again = touches[j].id == touches[i].id;
        if (!again && touches[i].outcome == OUTCOME_NONE &&
            work_follows(work, &touches[i]) && !work_is_done(work, &touches[i]))
            remake_one(work, &touches[i]);
    }
}

static bool is_moved(const struct plan_work *work, int64_t id)
{
    for (size_t i = 0; i < work->change_count; i++)
        if (work->changes[i].touch_id == id && work->changes[i].kind == CHANGE_MOVE)
            return true;
    return false;
}

void work_adopt(struct plan_work *work, struct plan *out)
{
    const struct absence *earlier = work->input->earlier;
    const struct touch *touches = work->input->touches;
    if (!earlier || earlier->id == 0 || earlier->id == work->input->absence->id)
        return;
    int64_t *ids = arena_array(work->arena, work->input->touch_count, sizeof *ids);
    for (size_t i = 0; i < work->input->touch_count; i++)
        if (touches[i].absence_id == earlier->id && !is_moved(work, touches[i].id))
            ids[out->adopted_count++] = touches[i].id;
    out->adopted = ids;
}
