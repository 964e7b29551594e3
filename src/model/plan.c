#include "touchbase/model/plan.h"

#include "plan_work.h"

static bool days_agree(day_number a, day_number b)
{
    return a == b || a == DAY_NONE || b == DAY_NONE;
}

static day_number begin_of(const struct absence *absence)
{
    return absence->first_day != DAY_NONE ? absence->first_day : absence->received_day;
}

/* Does a end before b begins? A day not given leaves that open; an absence of part of a
 * day takes the day. */
static bool ends_before(const struct absence *a, const struct absence *b)
{
    day_number begin = begin_of(b);
    if (a->back == DAY_NONE || begin == DAY_NONE)
        return false;
    return a->back < begin || (a->back == begin && a->back != begin_of(a));
}

enum plan_relation plan_relate(const struct absence *on_file, const struct absence *later)
{
    bool same_kind = on_file->kind == later->kind;
    if (same_kind && on_file->kind == READING_LEFT)
        return PLAN_SAME;
    if (!same_kind)
        return PLAN_OTHER_DAYS;
    if (on_file->back == later->back &&
        days_agree(on_file->first_day, later->first_day) &&
        (on_file->back_minute == later->back_minute || later->back_minute == MINUTE_NONE))
        return PLAN_SAME;
    if (ends_before(on_file, later) || ends_before(later, on_file))
        return PLAN_ANOTHER;
    if (later->back == DAY_NONE && days_agree(on_file->first_day, later->first_day))
        return PLAN_SAME;
    return PLAN_OTHER_DAYS;
}

day_number plan_landing(const struct plays *plays, const struct absence *absence,
                        struct holidays holidays)
{
    if (absence->kind == READING_LEFT || absence->back == DAY_NONE)
        return DAY_NONE;
    const struct play *play = plays_for(plays, absence->kind, absence->reason);
    return day_add_working(absence->back, play->landing, holidays);
}

/* The landing day of an absence that a day lies within; DAY_NONE when it does not. */
static day_number end_of(const struct plays *plays, const struct absence *absence,
                         day_number day, struct holidays holidays)
{
    day_number begin = begin_of(absence);
    day_number landing = plan_landing(plays, absence, holidays);
    if (absence->state != ABSENCE_FILED || begin == DAY_NONE || day < begin ||
        day >= landing)
        return DAY_NONE;
    return landing;
}

day_number plan_clear_day(const struct plays *plays, day_number day,
                          const struct absence *absences, size_t count,
                          struct holidays holidays)
{
    size_t clear = 0; /* of so many in a row */
    for (size_t i = 0; day != DAY_NONE && clear < count; i = (i + 1) % count) {
        day_number end = end_of(plays, &absences[i], day, holidays);
        clear = end == DAY_NONE ? clear + 1 : 0;
        day = end == DAY_NONE ? day : end;
    }
    return day;
}

static bool confirms(const struct plan_input *input)
{
    const struct absence *earlier = input->earlier;
    if (!earlier || earlier == input->absence ||
        (earlier->id && earlier->id == input->absence->id))
        return false;
    return plan_relate(earlier, input->absence) == PLAN_SAME;
}

static enum plan_verdict verdict_of(const struct plan_work *work)
{
    if (work->input->contact->do_not_contact)
        return PLAN_FILED;
    if (work->left && work->play->wish_window > 0 &&
        work->today - work->received > work->play->wish_window)
        return PLAN_PROPOSES;
    if (!work->over)
        return PLAN_STARTS;
    return work->change_count > 0 ? PLAN_PROPOSES : PLAN_FILED;
}

static bool replaces(const struct plan_input *input)
{
    const struct absence *earlier = input->earlier;
    return earlier && earlier->id != input->absence->id &&
           plan_relate(earlier, input->absence) == PLAN_OTHER_DAYS;
}

/* Is the earlier absence the same record, confirmed or replaced; not one of its own? */
static bool is_met(const struct absence *earlier, const struct absence *absence)
{
    return (earlier->id && earlier->id == absence->id) ||
           plan_relate(earlier, absence) != PLAN_ANOTHER;
}

void plan_absence(struct arena *arena, const struct plan_input *given, struct plan *out)
{
    struct plan_input own = *given;
    const struct plan_input *input = &own;
    if (own.earlier && !is_met(own.earlier, own.absence))
        own.earlier = NULL;
    struct plan_work work = {.arena = arena, .input = input};
    work_begin(&work);
    *out = (struct plan){.verdict = PLAN_CONFIRMS, .landing = work.landing};
    if (!confirms(input)) {
        if (!input->contact->do_not_contact) {
            work_roles(&work);
            work_reached(&work);
            work_hold(&work);
            work_room(&work);
            words_facts(&work);
            work_reached_change(&work);
            work_make(&work);
            work_remake(&work);
            work_hold_changes(&work);
            work_adopt(&work, out);
        }
        out->verdict = verdict_of(&work);
        out->replaces = replaces(input);
    }
    out->changes = work.changes;
    out->change_count = work.change_count;
    out->kept = work.kept;
    out->kept_count = work.kept_count;
    out->sentence = words_verdict(&work, out->verdict);
    if (out->replaces)
        out->sentence = words_replaced(&work, out->sentence);
}
