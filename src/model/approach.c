#include "touchbase/model/approach.h"

#include <assert.h>

#include "ascii.h"
#include "name.h"

enum { DAYS_TO_RETURN = 2 };

static const char *const approach_names[] = {
    [APPROACH_MESSAGE] = "message",         [APPROACH_REFERENCE] = "reference",
    [APPROACH_ADVOCATE] = "advocate",       [APPROACH_ITEM] = "value item",
    [APPROACH_CHANNEL] = "another channel", [APPROACH_VISIT] = "visit",
};
static_assert(NAME_COUNT(approach_names) == APPROACH_COUNT, "a word for each approach");

const char *approach_name(enum approach approach)
{
    return name_at(approach_names, APPROACH_COUNT, (int)approach);
}

enum approach approach_of(const struct touch *touch, bool brought)
{
    if (touch->purpose && ascii_begins(touch->purpose, "reference"))
        return APPROACH_REFERENCE;
    if (touch->purpose && ascii_begins(touch->purpose, "advocate"))
        return APPROACH_ADVOCATE;
    if (brought)
        return APPROACH_ITEM;
    if (touch->channel == CHANNEL_VISIT)
        return APPROACH_VISIT;
    return touch->channel == CHANNEL_CALL || touch->channel == CHANNEL_VOICEMAIL
               ? APPROACH_MESSAGE
               : APPROACH_CHANNEL;
}

bool approach_left_word(const struct touch *touch)
{
    if (touch->direction != DIRECTION_OUT || touch->cause == CAUSE_PLAY)
        return false;
    switch (touch->outcome) {
    case OUTCOME_VOICEMAIL:
    case OUTCOME_GATEKEEPER:
    case OUTCOME_SENT:
    case OUTCOME_POSTED:
        return true;
    default:
        return false;
    }
}

bool approach_is_return(const struct touch *touch)
{
    if (touch->direction == DIRECTION_IN)
        return touch->outcome != OUTCOME_DROPPED;
    return touch->outcome == OUTCOME_REACHED || touch->outcome == OUTCOME_REPLIED ||
           touch->outcome == OUTCOME_NOT_NOW || touch->outcome == OUTCOME_DECLINED;
}

bool approach_may_change(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_VOICEMAIL:
    case OUTCOME_NO_ANSWER:
    case OUTCOME_GATEKEEPER:
    case OUTCOME_BUSY:
    case OUTCOME_MAILBOX_FULL:
        return true;
    default:
        return false;
    }
}

static bool is_at_work(day_number day, const struct away_days *away, size_t count,
                       struct holidays holidays)
{
    for (size_t i = 0; i < count; i++)
        if (day >= away[i].first && (away[i].back == DAY_NONE || day < away[i].back))
            return false;
    return day_is_working(day, holidays);
}

static bool went_by(day_number done, const struct away_days *away, size_t count,
                    day_number today, struct holidays holidays)
{
    int days = 0;
    for (day_number day = done + 1; day < today && days < DAYS_TO_RETURN; day++)
        days += is_at_work(day, away, count, holidays);
    return days == DAYS_TO_RETURN;
}

int approach_unreturned(const struct touch *touches, size_t count,
                        const struct away_days *away, size_t away_count, day_number today,
                        struct holidays holidays)
{
    int unreturned = 0;
    for (size_t i = 0; i < count && !approach_is_return(&touches[i]); i++)
        unreturned += approach_left_word(&touches[i]) &&
                      went_by(touches[i].due.day, away, away_count, today, holidays);
    return unreturned;
}

static const enum approach orders[BLOCKER_COUNT][APPROACH_COUNT] = {
    [BLOCKER_NONE] = {APPROACH_MESSAGE, APPROACH_REFERENCE, APPROACH_ADVOCATE,
                      APPROACH_ITEM, APPROACH_CHANNEL, APPROACH_VISIT},
    [BLOCKER_BUSY] = {APPROACH_MESSAGE, APPROACH_CHANNEL, APPROACH_ITEM,
                      APPROACH_REFERENCE, APPROACH_ADVOCATE, APPROACH_VISIT},
    [BLOCKER_NO_ANSWER] = {APPROACH_ITEM, APPROACH_MESSAGE, APPROACH_REFERENCE,
                           APPROACH_ADVOCATE, APPROACH_CHANNEL, APPROACH_VISIT},
    [BLOCKER_THIRD_PARTY] = {APPROACH_REFERENCE, APPROACH_ADVOCATE, APPROACH_ITEM,
                             APPROACH_MESSAGE, APPROACH_CHANNEL, APPROACH_VISIT},
};

bool approach_next(enum blocker blocker, const bool tried[APPROACH_COUNT],
                   const bool possible[APPROACH_COUNT], enum approach *out)
{
    for (int i = 0; i < APPROACH_COUNT; i++) {
        enum approach approach = orders[blocker][i];

        if (tried[approach] || !possible[approach])
            continue;
        *out = approach;
        return true;
    }
    return false;
}
