/* What is owed to whom was named, as plays.ini says it (desk/references.h). */
#include <string.h>

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

static void say_all(struct desk *desk, struct arena *arena, struct thanks *thanks)
{
    for (size_t i = 0; i < thanks->count; i++) {
        const char *words = words_of(desk, &thanks->touches[i], arena);

        thanks->sentence =
            i == 0 ? words : arena_format(arena, "%s; %s", thanks->sentence, words);
    }
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

        *made = desk_touch_new(desk, with_id);
        event_play_fill(arena, &play->touches[i], &event, made);
        made->cause = CAUSE_PLAY;
        desk_set_due(desk, made, made->due);
    }
    say_all(desk, arena, out);
    return true;
}

static bool same_purpose(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Nobody is thanked twice by the same card. */
static bool has_touch(const struct thanks *thanks, const struct touch *touch)
{
    for (size_t i = 0; i < thanks->count; i++) {
        const struct touch *other = &thanks->touches[i];

        if (other->contact_id == touch->contact_id && other->channel == touch->channel &&
            same_purpose(other->purpose, touch->purpose))
            return true;
    }
    return false;
}

static size_t count_people(const struct thanks *thanks)
{
    size_t people = 0;

    for (size_t i = 0; i < thanks->count; i++) {
        bool known = false;

        for (size_t j = 0; j < i; j++)
            known =
                known || thanks->touches[j].contact_id == thanks->touches[i].contact_id;
        people += !known;
    }
    return people;
}

bool desk_thanks_many(struct desk *desk, const int64_t *touches, size_t count,
                      enum outcome outcome, struct arena *arena, struct thanks *out,
                      struct error *err)
{
    size_t capacity = 0, people;

    *out = (struct thanks){0};
    for (size_t i = 0; i < count; i++) {
        struct thanks one;
        struct touch touch;

        if (!desk_load_touch(desk, touches[i], arena, &touch, err) ||
            !desk_thanks(desk, &touch, outcome, arena, &one, err))
            return false;
        for (size_t j = 0; j < one.count; j++) {
            if (has_touch(out, &one.touches[j]))
                continue;
            out->name = out->name == NULL ? one.name : out->name;
            out->touches = arena_grow(arena, out->touches, out->count, out->count + 1,
                                      sizeof *out->touches, &capacity);
            out->touches[out->count++] = one.touches[j];
        }
    }
    say_all(desk, arena, out);
    people = count_people(out);
    if (people > 1)
        out->name = arena_format(arena, "%s and %zu more", out->name, people - 1);
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
