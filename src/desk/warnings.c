/* What the desk says before a touch is planned; the person may go on (rules 7 and 13). */
#include "desk_private.h"
#include "touchbase/model/pace.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/touches.h"

static const char *also(struct arena *arena, const char *first, const char *second)
{
    return first == NULL ? second : arena_format(arena, "%s; %s", first, second);
}

static bool pace_warns(struct desk *desk, const struct touch *touch, struct arena *arena,
                       enum pace_warning *out, struct error *err)
{
    const struct rules *rules = &desk->settings.plays.rules;
    int days = rules->pace_call_days > rules->pace_touch_days ? rules->pace_call_days
                                                              : rules->pace_touch_days;
    int64_t since = touch->due_utc - (int64_t)(days + 1) * 86400;
    struct touch *pending, *done, *all;
    size_t pending_count, done_count;

    if (!touches_pending_of(desk->store, touch->contact_id, arena, &pending,
                            &pending_count, err) ||
        !touches_done_since(desk->store, touch->contact_id, since, arena, &done,
                            &done_count, err))
        return false;
    all = arena_array(arena, pending_count + done_count, sizeof *all);
    for (size_t i = 0; i < pending_count; i++)
        all[i] = pending[i];
    for (size_t i = 0; i < done_count; i++) {
        all[pending_count + i] = done[i];
        /* What counts is the day it was done, not the one it was planned for. */
        all[pending_count + i].due = zone_wall(desk->clock.zone, done[i].done_utc);
    }
    *out = pace_check(rules, all, pending_count + done_count, touch);
    return true;
}

static const char *pace_sentence(struct desk *desk, enum pace_warning warning,
                                 struct arena *arena)
{
    const struct rules *rules = &desk->settings.plays.rules;

    switch (warning) {
    case PACE_CALLS:
        return arena_format(arena, "more than %d call%s in %d days", rules->pace_calls,
                            rules->pace_calls == 1 ? "" : "s", rules->pace_call_days);
    case PACE_TOUCHES:
        return arena_format(arena, "more than %d touches in %d days", rules->pace_touches,
                            rules->pace_touch_days);
    case PACE_ATTEMPT:
        return "a second attempt on the same day";
    default:
        return NULL;
    }
}

/* Does that absence have them away on that day? */
static bool is_away(const struct absence *absence, day_number day)
{
    day_number first =
        absence->first_day != DAY_NONE ? absence->first_day : absence->received_day;

    return absence->state == ABSENCE_FILED && absence->kind == READING_OOO &&
           day >= first && (absence->back == DAY_NONE || day < absence->back);
}

static bool away_sentence(struct desk *desk, const struct touch *touch,
                          struct arena *arena, const char **out, struct error *err)
{
    struct absence *absences;
    char day[DAY_TEXT_SIZE];
    size_t count;

    *out = NULL;
    if (channel_is_post(touch->channel))
        return true;
    if (!absences_of(desk->store, touch->contact_id, arena, &absences, &count, err))
        return false;
    for (size_t i = 0; i < count && *out == NULL; i++) {
        if (!is_away(&absences[i], touch->due.day))
            continue;
        *out = absences[i].back == DAY_NONE
                   ? "they are away then, nobody knows until when"
                   : arena_format(arena, "they are away then, back %s",
                                  day_format(absences[i].back, day));
    }
    return true;
}

bool desk_touch_warning(struct desk *desk, const struct touch *touch, struct arena *arena,
                        const char **warning, struct error *err)
{
    enum pace_warning pace;
    const char *words;

    if (!away_sentence(desk, touch, arena, warning, err) ||
        !pace_warns(desk, touch, arena, &pace, err))
        return false;
    words = pace_sentence(desk, pace, arena);
    if (words != NULL)
        *warning = also(arena, *warning, words);
    if (touch->purpose == NULL)
        *warning = also(arena, *warning, "no purpose: what does it bring them?");
    return true;
}
