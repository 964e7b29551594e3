/* What is owed to whom was named, as plays.ini says it (desk/references.h). */
#include "desk_private.h"
#include "touchbase/desk/references.h"
#include "touchbase/model/approach.h"
#include "touchbase/model/event_play.h"

/* Which play, with whom, and about whom; NULL for none. */
static const struct event_play *play_of(const struct desk *desk,
                                        const struct touch *touch, enum outcome outcome,
                                        int64_t *with, int64_t *about)
{
    const struct touch ended = {.direction = touch->direction, .outcome = outcome};
    bool asked = touch->named_as == NAMING_PROSPECT;

    if (touch->named_id == 0 || !approach_is_return(&ended))
        return NULL;
    *with = asked ? touch->contact_id : touch->named_id;
    *about = asked ? touch->named_id : touch->contact_id;
    return event_play_named(&desk->settings.plays,
                            asked ? "advocate called" : "reference used");
}

static const char *words_of(struct desk *desk, const struct touch *touch,
                            struct arena *arena)
{
    struct date date = day_date(touch->due.day);

    return arena_format(
        arena, "%s %s%s%s", channel_name(touch->channel),
        touch->due.day == desk_today(desk)
            ? "today"
            : arena_format(arena, "%d %s", date.mday, day_month_name(date.month)),
        touch->purpose != NULL ? ", " : "", touch->purpose != NULL ? touch->purpose : "");
}

bool desk_thanks(struct desk *desk, const struct touch *touch, enum outcome outcome,
                 struct arena *arena, struct thanks *out, struct error *err)
{
    struct contact with, about;
    int64_t with_id, about_id;
    struct event event = {.today = desk_today(desk),
                          .first_day = DAY_NONE,
                          .back = DAY_NONE,
                          .holidays = desk->settings.holidays,
                          .contact = &with};
    const struct event_play *play = play_of(desk, touch, outcome, &with_id, &about_id);

    *out = (struct thanks){0};
    if (play == NULL)
        return true;
    if (!desk_load_contact(desk, with_id, arena, &with, err) ||
        !desk_load_contact(desk, about_id, arena, &about, err) ||
        !desk_landing(desk, with_id, arena, &event.landing, err))
        return false;
    event.matter = about.name;
    out->name = with.name;
    out->count = play->touch_count;
    out->touches = arena_array(arena, out->count, sizeof *out->touches);
    for (size_t i = 0; i < out->count; i++) {
        struct touch *made = &out->touches[i];
        const char *words;

        *made = desk_touch_new(desk, with_id);
        event_play_fill(arena, &play->touches[i], &event, made);
        made->cause = CAUSE_PLAY;
        desk_set_due(desk, made, made->due);
        words = words_of(desk, made, arena);
        out->sentence =
            i == 0 ? words : arena_format(arena, "%s; %s", out->sentence, words);
    }
    return true;
}

static bool insert_all(struct desk *desk, const struct thanks *thanks,
                       struct arena *arena, struct error *err)
{
    for (size_t i = 0; i < thanks->count; i++) {
        if (!desk_touch_insert(desk, &thanks->touches[i], arena, NULL, err))
            return false;
    }
    return true;
}

bool desk_thanks_plan(struct desk *desk, const struct thanks *thanks, struct error *err)
{
    struct arena *arena = arena_create();
    bool done = desk_step_begin(desk, err, "thanks to %s", thanks->name) &&
                desk_step_end(desk, insert_all(desk, thanks, arena, err), err);

    arena_destroy(arena);
    return done;
}
