/* What the desk says before a touch is planned; the person may go on (rules 7 and 13). */
#include "desk_private.h"
#include "touchbase/desk/pace.h"
#include "touchbase/desk/references.h"
#include "touchbase/model/pace.h"
#include "touchbase/model/pace_strip.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/tags.h"
#include "touchbase/store/touches.h"

static const char *also(struct arena *arena, const char *first, const char *second)
{
    if (first == NULL || second == NULL)
        return first == NULL ? second : first;
    return arena_format(arena, "%s; %s", first, second);
}

/* Everybody's, or those of the person's tags. */
static bool read_rules(struct desk *desk, int64_t contact_id, struct arena *arena,
                       struct rules *out, struct error *err)
{
    const struct plays *plays = &desk->settings.plays;
    const char **tags = NULL;
    size_t count = 0;

    if (plays->tag_rule_count > 0 &&
        !tags_of(desk->store, contact_id, arena, &tags, &count, err))
        return false;
    *out = plays_rules(plays, tags, count);
    return true;
}

/* Done ones of the last days before utc, each due the day it was done: that counts, not
 * the one it was planned for. */
static bool read_done(struct desk *desk, int64_t contact_id, int64_t utc, int days,
                      struct arena *arena, struct touch **out, size_t *count,
                      struct error *err)
{
    int64_t since = utc - (int64_t)(days + 1) * 86400;

    if (!touches_done_since(desk->store, contact_id, since, arena, out, count, err))
        return false;
    for (size_t i = 0; i < *count; i++)
        (*out)[i].due = zone_wall(desk->clock.zone, (*out)[i].done_utc);
    return true;
}

static bool pace_warns(struct desk *desk, const struct touch *touch,
                       const struct rules *rules, struct arena *arena,
                       enum pace_warning *out, struct error *err)
{
    int days = rules->pace_call_days > rules->pace_touch_days ? rules->pace_call_days
                                                              : rules->pace_touch_days;
    struct touch *pending, *done, *all;
    size_t pending_count, done_count;

    if (!touches_pending_of(desk->store, touch->contact_id, arena, &pending,
                            &pending_count, err) ||
        !read_done(desk, touch->contact_id, touch->due_utc, days, arena, &done,
                   &done_count, err))
        return false;
    all = arena_array(arena, pending_count + done_count, sizeof *all);
    for (size_t i = 0; i < pending_count; i++)
        all[i] = pending[i];
    for (size_t i = 0; i < done_count; i++)
        all[pending_count + i] = done[i];
    *out = pace_check(rules, all, pending_count + done_count, touch);
    return true;
}

static const char *pace_sentence(const struct rules *rules, enum pace_warning warning,
                                 struct arena *arena)
{
    switch (warning) {
    case PACE_CALLS:
        return arena_format(arena, "more than %d call%s in %d days", rules->pace_calls,
                            rules->pace_calls == 1 ? "" : "s", rules->pace_call_days);
    case PACE_TOUCHES:
        return arena_format(arena, "more than %d touch%s in %d days", rules->pace_touches,
                            rules->pace_touches == 1 ? "" : "es", rules->pace_touch_days);
    case PACE_ATTEMPT:
        return "a second attempt on the same day";
    default:
        return NULL;
    }
}

bool desk_pace_strip(struct desk *desk, int64_t contact_id, struct arena *arena,
                     const char **strip, struct error *err)
{
    int days = desk->settings.plays.rules.pace_shown_days;
    struct touch *done;
    size_t count;

    if (!read_done(desk, contact_id, desk_now(desk), days, arena, &done, &count, err))
        return false;
    *strip = pace_strip(arena, done, count, desk_today(desk), days);
    return true;
}

bool desk_pace(struct desk *desk, const struct touch *touch, struct arena *arena,
               struct touch_warning *out, struct error *err)
{
    struct rules rules;
    enum pace_warning pace;

    *out = (struct touch_warning){0};
    if (!read_rules(desk, touch->contact_id, arena, &rules, err) ||
        !pace_warns(desk, touch, &rules, arena, &pace, err))
        return false;
    out->words = pace_sentence(&rules, pace, arena);
    return out->words == NULL ||
           desk_pace_strip(desk, touch->contact_id, arena, &out->strip, err);
}

bool desk_pace_dial(struct desk *desk, int64_t contact_id, int64_t touch_id,
                    struct arena *arena, struct touch_warning *out, struct error *err)
{
    struct touch call = desk_touch_new(desk, contact_id);

    if (touch_id != 0 && !desk_load_touch(desk, touch_id, arena, &call, err))
        return false;
    call.channel = CHANNEL_CALL;
    desk_set_due(desk, &call, (struct wall){desk_today(desk), MINUTE_NONE});
    return desk_pace(desk, &call, arena, out, err);
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

/* That day and this pace, whatever it is about. */
static bool day_warning(struct desk *desk, const struct touch *touch, struct arena *arena,
                        struct touch_warning *out, struct error *err)
{
    const char *away;

    *out = (struct touch_warning){0};
    if (!away_sentence(desk, touch, arena, &away, err) ||
        !desk_pace(desk, touch, arena, out, err))
        return false;
    out->words = also(arena, away, out->words);
    return true;
}

bool desk_move_warning(struct desk *desk, const struct touch *touch, struct wall due,
                       struct arena *arena, struct touch_warning *out, struct error *err)
{
    struct touch moved = *touch;

    desk_set_due(desk, &moved, due);
    return day_warning(desk, &moved, arena, out, err);
}

bool desk_touch_warning(struct desk *desk, const struct touch *touch, struct arena *arena,
                        struct touch_warning *out, struct error *err)
{
    const char *naming;

    if (!day_warning(desk, touch, arena, out, err) ||
        !desk_naming_warning(desk, touch, arena, &naming, err))
        return false;
    out->words = also(arena, naming, out->words);
    if (touch->purpose == NULL)
        out->words = also(arena, out->words, "no purpose: what does it bring them?");
    return true;
}
