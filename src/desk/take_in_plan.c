/* What an absence is weighed against: the touches, answers and other absences of its
 * person, handed to the plan. */
#include "take_in_private.h"
#include "touchbase/desk/days.h"
#include "touchbase/model/inbound.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/answers.h"
#include "touchbase/store/links.h"
#include "touchbase/store/touches.h"

static void add_touches(struct touch *all, size_t *count, const struct touch *more,
                        size_t more_count)
{
    for (size_t i = 0; i < more_count; i++) {
        size_t j = 0;

        while (j < *count && all[j].id != more[i].id)
            j++;
        if (j == *count)
            all[(*count)++] = more[i];
    }
}

/* The pending touches, and every one of this absence and the one before it. */
static bool collect_touches(struct desk *desk, struct take_in *take_in,
                            struct plan_input *input, struct error *err)
{
    struct arena *arena = take_in->arena;
    struct touch *pending, *own = NULL, *old = NULL, *all;
    size_t pending_count, own_count = 0, old_count = 0, count = 0;

    if (!touches_pending_of(desk->store, take_in->contact.id, arena, &pending,
                            &pending_count, err))
        return false;
    if (take_in->absence_id != 0 && !touches_of_absence(desk->store, take_in->absence_id,
                                                        arena, &own, &own_count, err))
        return false;
    if (input->earlier != NULL && !touches_of_absence(desk->store, input->earlier->id,
                                                      arena, &old, &old_count, err))
        return false;
    all = arena_array(arena, pending_count + own_count + old_count, sizeof *all);
    add_touches(all, &count, pending, pending_count);
    add_touches(all, &count, own, own_count);
    add_touches(all, &count, old, old_count);
    input->touches = all;
    input->touch_count = count;
    return true;
}

/* The absence whose play made or moved touches: the one on file, or the very same asked
 * anew. */
static const struct absence *played(const struct take_in *take_in,
                                    enum plan_relation relation)
{
    if (take_in_asked_anew(take_in))
        return take_in->stored;
    if (relation != PLAN_ANOTHER && take_in->earlier.state == ABSENCE_FILED)
        return &take_in->earlier;
    return NULL;
}

/* Rule 3: when they last reached me since the absence was taken in, unless the question
 * that follows was answered since. */
static bool find_reached(struct desk *desk, const struct take_in *take_in,
                         const struct plan_answer *remembered, size_t count,
                         struct plan_input *input, struct error *err)
{
    struct touch *touches;
    size_t touch_count;

    if (!touches_done_since(desk->store, take_in->contact.id,
                            take_in->stored->created_utc, take_in->arena, &touches,
                            &touch_count, err))
        return false;
    for (size_t i = 0; i < touch_count; i++) {
        if (touches[i].direction == DIRECTION_IN &&
            touch_is_contact(DIRECTION_IN, touches[i].outcome) &&
            touches[i].done_utc > input->reached_utc)
            input->reached_utc = touches[i].done_utc;
    }
    for (size_t i = 0; i < count && !take_in->ask_anew; i++) {
        if (remembered[i].question == QUESTION_RETURN &&
            remembered[i].answered_utc >= input->reached_utc)
            input->reached_utc = 0;
    }
    return true;
}

/* What was answered now, then what is remembered of the absence asked anew. */
static bool collect_answers(struct desk *desk, const struct take_in *take_in,
                            struct plan_input *input, struct error *err)
{
    struct plan_answer *remembered, *all;
    size_t count;

    if (!take_in_asked_anew(take_in))
        return true;
    if (!answers_of(desk->store, take_in->absence_id, take_in->arena, &remembered, &count,
                    err) ||
        !find_reached(desk, take_in, remembered, count, input, err))
        return false;
    all = arena_array(take_in->arena, take_in->answer_count + count, sizeof *all);
    input->answer_count = take_in->answer_count;
    for (size_t i = 0; i < take_in->answer_count; i++)
        all[i] = take_in->answers[i];
    for (size_t i = 0; i < count && !take_in->ask_anew; i++) {
        if (remembered[i].question != QUESTION_RETURN)
            all[input->answer_count++] = remembered[i];
    }
    input->answers = all;
    return true;
}

/* What else is on file of them. */
static bool collect_others(struct desk *desk, const struct take_in *take_in,
                           struct plan_input *input, struct error *err)
{
    struct absence *others;
    size_t count;

    if (!absences_of(desk->store, take_in->contact.id, take_in->arena, &others, &count,
                     err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (others[i].id != take_in->absence_id &&
            (input->earlier == NULL || others[i].id != input->earlier->id))
            others[input->other_count++] = others[i];
    }
    input->others = others;
    return true;
}

/* How full days are, for the plan; an error is told when it is worked out. */
struct loads {
    struct desk *desk;
    bool failed;
    struct error *err;
};

static int load_of(void *context, day_number day)
{
    struct loads *loads = context;
    struct day_load load = {.day = day};

    loads->failed =
        loads->failed || !desk_day_loads(loads->desk, day, 1, &load, loads->err);
    return load.touches;
}

bool take_in_make_plan(struct desk *desk, struct take_in *take_in,
                       enum plan_relation relation, struct error *err)
{
    struct absence *record = arena_alloc(take_in->arena, sizeof *record);
    struct linked successor;
    struct loads loads = {.desk = desk, .err = err};
    struct plan_input input = {
        .absence = record,
        .earlier = played(take_in, relation),
        .contact = &take_in->contact,
        .answers = take_in->answers,
        .answer_count = take_in->answer_count,
        .now = desk_wall(desk),
        .holidays = desk->settings.holidays,
        .plays = &desk->settings.plays,
        .load = load_of,
        .load_context = &loads,
    };

    *record = take_in_record(desk, take_in);
    if (!link_successor(desk->store, take_in->contact.id, take_in->arena, &successor,
                        &input.succeeded, err))
        return false;
    if (!collect_others(desk, take_in, &input, err) ||
        !collect_touches(desk, take_in, &input, err) ||
        !collect_answers(desk, take_in, &input, err))
        return false;
    plan_absence(take_in->arena, &input, &take_in->plan);
    return !loads.failed;
}
