#include "touchbase/model/pace.h"

#include "ascii.h"

bool pace_counts(const struct touch *touch)
{
    if (touch->direction != DIRECTION_OUT || touch->promise)
        return false;
    if (touch->outcome == OUTCOME_DROPPED || touch->outcome == OUTCOME_BOUNCED)
        return false;
    if (touch->channel == CHANNEL_CARD || touch->channel == CHANNEL_POSTCARD)
        return false;
    if (touch->cause == CAUSE_PLAY && touch->channel != CHANNEL_CALL)
        return false;
    return !touch->purpose || !(ascii_begins(touch->purpose, "thank") ||
                                ascii_begins(touch->purpose, "they asked"));
}

bool pace_is_attempt(const struct touch *touch)
{
    if (touch->direction != DIRECTION_OUT)
        return false;
    switch (touch->outcome) {
    case OUTCOME_BUSY:
    case OUTCOME_NO_ANSWER:
    case OUTCOME_WRONG_NUMBER:
    case OUTCOME_MAILBOX_FULL:
    case OUTCOME_AWAY:
        return true;
    default:
        return false;
    }
}

static bool is_itself(const struct touch *touch, const struct touch *planned)
{
    return planned->id != 0 && touch->id == planned->id;
}

/* Counted ones of others from first to last; with calls only calls. */
static int count_between(const struct touch *others, size_t count,
                         const struct touch *planned, day_number first, day_number last,
                         bool calls)
{
    int found = 0;
    for (size_t i = 0; i < count; i++) {
        const struct touch *touch = &others[i];
        if (is_itself(touch, planned))
            continue;
        if (touch->due.day < first || touch->due.day > last)
            continue;
        if (calls && touch->channel != CHANNEL_CALL)
            continue;
        found += pace_counts(touch) && !pace_is_attempt(touch);
    }
    return found;
}

/* Is some window of so many days around planned full without it? */
static bool is_full(const struct touch *others, size_t count, const struct touch *planned,
                    int days, int limit, bool calls)
{
    for (int before = 0; before < days; before++) {
        day_number first = planned->due.day - before;
        if (count_between(others, count, planned, first, first + days - 1, calls) >=
            limit)
            return true;
    }
    return false;
}

static bool attempted(const struct touch *others, size_t count,
                      const struct touch *planned)
{
    for (size_t i = 0; i < count; i++)
        if (others[i].due.day == planned->due.day &&
            others[i].channel == planned->channel && !is_itself(&others[i], planned) &&
            pace_is_attempt(&others[i]))
            return true;
    return false;
}

enum pace_warning pace_check(const struct rules *rules, const struct touch *others,
                             size_t count, const struct touch *planned)
{
    if (!pace_counts(planned))
        return PACE_FINE;
    if (planned->channel == CHANNEL_CALL &&
        is_full(others, count, planned, rules->pace_call_days, rules->pace_calls, true))
        return PACE_CALLS;
    if (is_full(others, count, planned, rules->pace_touch_days, rules->pace_touches,
                false))
        return PACE_TOUCHES;
    return attempted(others, count, planned) ? PACE_ATTEMPT : PACE_FINE;
}

bool wall_is_late(struct wall due, struct wall now)
{
    if (due.day != now.day)
        return due.day < now.day;
    return due.minute != MINUTE_NONE && due.minute < now.minute;
}

enum { DAY_SECONDS = 24 * 60 * 60 };

int floor_days(const struct rules *rules, enum stage stage)
{
    if (!stage_in_play(stage))
        return 0;
    return stage == STAGE_CUSTOMER ? rules->floor_customer : rules->floor_prospect;
}

int64_t floor_cutoff(const struct rules *rules, enum stage stage, int64_t now_utc)
{
    int days = floor_days(rules, stage);
    return days == 0 ? INT64_MIN : now_utc - (int64_t)days * DAY_SECONDS;
}

int64_t floor_left(const struct rules *rules, const struct contact *contact,
                   int64_t now_utc)
{
    return contact->floor_utc - floor_cutoff(rules, contact->stage, now_utc);
}

bool floor_is_near(const struct rules *rules, const struct contact *contact,
                   int64_t now_utc, day_number today)
{
    int64_t days = floor_left(rules, contact, now_utc) / DAY_SECONDS;

    return days <= rules->floor_soon && contact->next_due.day > today + days;
}
