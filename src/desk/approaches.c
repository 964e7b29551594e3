#include "touchbase/desk/approaches.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/base/buffer.h"
#include "touchbase/desk/blockers.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/references.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/touches.h"

enum { LOOK_BACK_SECONDS = 365 * 86400, GIFTS_READ = 500, DAYS_TO_SPEAK = 3 };

/* What the rule looks at. */
struct looking {
    struct desk *desk;
    struct arena *arena;
    struct contact contact;
    struct touch *touches; /* done ones, the newest first, due the day they were done */
    size_t touch_count;    /* since they last answered */
    struct gift *gifts;
    size_t gift_count;
    struct away_days *away;
    size_t away_count;
    bool has_item;
    struct item item; /* the next one */
    day_number day;   /* when another approach would be made */
    struct candidate reference, advocate;
    enum blocker blocker;
};

static bool read_touches(struct looking *looking, struct error *err)
{
    struct desk *desk = looking->desk;
    size_t count, kept = 0;

    if (!touches_done_since(desk->store, looking->contact.id,
                            desk_now(desk) - LOOK_BACK_SECONDS, looking->arena,
                            &looking->touches, &count, err))
        return false;
    while (kept < count && !approach_is_return(&looking->touches[kept])) {
        struct touch *touch = &looking->touches[kept++];

        touch->due = zone_wall(desk->clock.zone, touch->done_utc);
    }
    looking->touch_count = kept;
    return true;
}

static bool read_away(struct looking *looking, struct error *err)
{
    struct absence *absences;
    size_t count;

    if (!absences_of(looking->desk->store, looking->contact.id, looking->arena, &absences,
                     &count, err))
        return false;
    looking->away = arena_array(looking->arena, count, sizeof *looking->away);
    for (size_t i = 0; i < count; i++) {
        if (absences[i].state != ABSENCE_FILED || absences[i].kind != READING_OOO)
            continue;
        looking->away[looking->away_count++] = (struct away_days){
            absences[i].first_day != DAY_NONE ? absences[i].first_day
                                              : absences[i].received_day,
            absences[i].back};
    }
    return true;
}

static bool look(struct looking *looking, int64_t contact_id, struct error *err)
{
    struct desk *desk = looking->desk;

    looking->day = day_add_working(desk_today(desk), 1, desk->settings.holidays);
    return desk_load_contact(desk, contact_id, looking->arena, &looking->contact, err) &&
           desk_clear_day(desk, contact_id, looking->day, looking->arena, &looking->day,
                          err) &&
           desk_blocker(desk, &looking->contact, &looking->blocker, err) &&
           read_touches(looking, err) && read_away(looking, err) &&
           desk_candidate(desk, contact_id, NAMING_REFERENCE, looking->day,
                          looking->arena, &looking->reference, err) &&
           desk_candidate(desk, contact_id, NAMING_ADVOCATE, looking->day, looking->arena,
                          &looking->advocate, err) &&
           desk_gifts(desk, contact_id, GIFTS_READ, looking->arena, &looking->gifts,
                      &looking->gift_count, err) &&
           desk_item_next(desk, contact_id, CHANNEL_EMAIL, looking->arena, &looking->item,
                          &looking->has_item, err);
}

static enum approach approach_made(const struct looking *looking,
                                   const struct touch *touch)
{
    bool brought = false;

    for (size_t i = 0; i < looking->gift_count; i++)
        brought = brought || looking->gifts[i].touch_id == touch->id;
    return approach_of(touch, brought);
}

/* "message 3 Nov", the oldest first. */
static const char *tried_words(const struct looking *looking, bool tried[APPROACH_COUNT])
{
    struct buffer words = {0};
    const char *text = NULL;

    for (size_t i = looking->touch_count; i-- > 0;) {
        const struct touch *touch = &looking->touches[i];
        struct date date = day_date(touch->due.day);

        if (!approach_left_word(touch))
            continue;
        tried[approach_made(looking, touch)] = true;
        buffer_add_format(&words, "%s%s %d %s", words.length == 0 ? "" : ", ",
                          approach_name(approach_made(looking, touch)), date.mday,
                          day_month_name(date.month));
    }
    if (words.length > 0)
        text = arena_copy(looking->arena, buffer_string(&words), words.length);
    buffer_free(&words);
    return text;
}

/* The channel to change to: one they have an address of; -1 for none. */
static int other_channel(const struct looking *looking)
{
    if (contact_first(&looking->contact, POINT_MAIL) != NULL)
        return CHANNEL_EMAIL;
    return contact_first(&looking->contact, POINT_ADDRESS) != NULL ? CHANNEL_LETTER : -1;
}

/* Without anybody the name is typed behind it. */
static const char *naming_line(const struct looking *looking, const char *day,
                               enum approach approach, const struct candidate *candidate)
{
    return arena_format(looking->arena, "call %s %s%s%s", day, approach_name(approach),
                        candidate->found ? " " : "",
                        candidate->found ? candidate->who.name : "");
}

static const char *proposed_line(const struct looking *looking, enum approach approach)
{
    struct arena *arena = looking->arena;
    int channel = other_channel(looking);
    char day[DAY_TEXT_SIZE];

    day_format(looking->day, day);
    switch (approach) {
    case APPROACH_REFERENCE:
        return naming_line(looking, day, approach, &looking->reference);
    case APPROACH_ADVOCATE: /* they need a few days for it */
        day_format(day_add_working(looking->day, DAYS_TO_SPEAK,
                                   looking->desk->settings.holidays),
                   day);
        return naming_line(looking, day, approach, &looking->advocate);
    case APPROACH_ITEM:
        return arena_format(
            arena, "%s %s +%s",
            channel_name(channel < 0 ? CHANNEL_MESSAGE : (enum channel)channel), day,
            looking->item.title);
    case APPROACH_CHANNEL:
        return arena_format(arena, "%s %s", channel_name((enum channel)channel), day);
    case APPROACH_VISIT:
        return arena_format(arena, "visit %s", day);
    default:
        return arena_format(arena, "call %s message of 20 seconds", day);
    }
}

/* Who it is, or what is needed when there is none; who was left aside is said. */
static const char *naming_words(const struct looking *looking, enum approach approach,
                                const struct candidate *candidate, const char *needed)
{
    return arena_format(looking->arena, "%s: %s%s%s%s", approach_name(approach),
                        candidate->found ? candidate->who.name : needed,
                        candidate->left_aside != NULL ? " (" : "",
                        candidate->left_aside != NULL ? candidate->left_aside : "",
                        candidate->left_aside != NULL ? ")" : "");
}

static const char *next_words(const struct looking *looking, enum approach approach)
{
    if (approach == APPROACH_ITEM)
        return arena_format(looking->arena, "value item, %s", looking->item.title);
    if (approach == APPROACH_REFERENCE)
        return naming_words(looking, approach, &looking->reference,
                            looking->blocker == BLOCKER_THIRD_PARTY
                                ? "whom are they waiting for?"
                                : "who do you both know?");
    if (approach == APPROACH_ADVOCATE)
        return naming_words(looking, approach, &looking->advocate,
                            "who would speak for you?");
    return approach_name(approach);
}

static void propose(const struct looking *looking, const bool tried[APPROACH_COUNT],
                    struct approaches *out)
{
    const bool possible[APPROACH_COUNT] = {
        [APPROACH_MESSAGE] = true,
        [APPROACH_REFERENCE] = true,
        [APPROACH_ADVOCATE] = true,
        [APPROACH_ITEM] = looking->has_item,
        [APPROACH_CHANNEL] = other_channel(looking) >= 0,
        [APPROACH_VISIT] = true,
    };
    enum approach next;
    bool found = approach_next(looking->blocker, tried, possible, &next);
    const char *why = blocker_words(looking->blocker);

    if (found)
        out->line = proposed_line(looking, next);
    out->sentence =
        arena_format(looking->arena, "%d unreturned%s%s; %s%s", out->unreturned,
                     *why != '\0' ? ", " : "", why, found ? "next: " : "all was tried",
                     found ? next_words(looking, next) : "");
}

bool desk_approaches(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct approaches *out, struct error *err)
{
    struct looking looking = {.desk = desk, .arena = arena};
    bool tried[APPROACH_COUNT] = {false};

    *out = (struct approaches){0};
    if (!look(&looking, contact_id, err))
        return false;
    out->unreturned = approach_unreturned(looking.touches, looking.touch_count,
                                          looking.away, looking.away_count,
                                          desk_today(desk), desk->settings.holidays);
    out->tried = tried_words(&looking, tried);
    out->change = out->unreturned >= desk->settings.plays.rules.attempts;
    if (out->change)
        propose(&looking, tried, out);
    return true;
}

bool desk_approaches_after(struct desk *desk, const struct touch *touch,
                           enum outcome outcome, struct arena *arena,
                           struct approaches *out, struct error *err)
{
    *out = (struct approaches){0};
    return !approach_may_change(outcome) ||
           desk_approaches(desk, touch->contact_id, arena, out, err);
}
