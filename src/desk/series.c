#include "touchbase/desk/series.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/dates/repeat.h"
#include "touchbase/store/appointments.h"
#include "touchbase/store/series.h"
#include "touchbase/store/touches.h"

enum {
    KNOWN_DAYS = 64, /* asked for at a time */
    FEW_DAYS = 16,   /* left, they are asked for */
    SHOWN_DAYS = 3,
    EXCEPTIONS_MAX = 1000
};

const char *desk_repeats(struct arena *arena, const struct touch *touch)
{
    return touch->rule != NULL ? repeat_words(arena, touch->rule) : NULL;
}

struct wall desk_wall_there(const struct desk *desk, const char *zone, struct wall wall)
{
    struct error ignored;
    struct zone *there;
    int64_t utc;

    if (zone == NULL || wall.minute == MINUTE_NONE ||
        strcmp(zone, zone_name(desk_zone(desk))) == 0)
        return wall;
    there = zone_open(zone, &ignored);
    if (there != NULL) {
        zone_utc(there, wall, &utc);
        wall = zone_wall(desk_zone(desk), utc);
    }
    zone_close(there);
    return wall;
}

/* ---- The days known to come ---- */

static bool load_series(struct desk *desk, int64_t id, struct arena *arena,
                        struct series **out, struct error *err)
{
    return series_by_id(desk->store, id, arena, out, err) &&
           (*out != NULL ||
            error_set(err, ERROR_NOT_FOUND, "this series is not on the desk any more"));
}

static bool learn_days(struct desk *desk, const struct series *series, day_number after,
                       struct arena *arena, struct series_days *out, struct error *err)
{
    day_number *days;

    if (!worker_occurrences(desk->worker, series->rule, series->start.day, after,
                            KNOWN_DAYS, arena, &days, &out->count, err))
        return error_prefix(err, "what comes next by the rule is not known");
    out->after = after;
    out->days = days;
    out->complete = out->count < KNOWN_DAYS;
    return series_coming_set(desk->store, series->id, out, err);
}

void desk_series_tend(struct desk *desk)
{
    struct arena *arena = arena_create();
    int64_t id = desk->low_series.id;
    struct series_days days;
    struct series *series;
    struct error ignored;

    desk->low_series.id = 0;
    if (id != 0 && load_series(desk, id, arena, &series, &ignored))
        learn_days(desk, series, desk->low_series.after, arena, &days, &ignored);
    arena_destroy(arena);
}

/* ---- The next of a series ---- */

/* Where the series of a touch goes on. */
struct following {
    enum series_turn turn;
    day_number day;  /* by the rule; with SERIES_NEXT, as what follows */
    struct wall due; /* here */
};

/* What is not made up for: days that went by while the touch was late. */
static day_number last_day(const struct desk *desk, const struct touch *touch)
{
    day_number today = desk_today(desk);

    return touch->series_day > today ? touch->series_day : today;
}

static void mark_low(struct desk *desk, int64_t series_id, const struct series_days *days,
                     day_number day, day_number after)
{
    size_t left = 0;

    while (left < days->count && days->days[days->count - 1 - left] > day)
        left++;
    if (left < FEW_DAYS && !days->complete)
        desk->low_series = (struct low_series){series_id, after};
}

static bool follow(struct desk *desk, const struct touch *touch, struct arena *arena,
                   struct following *out, struct error *err)
{
    day_number after = last_day(desk, touch);
    struct series_exception *exceptions;
    struct series_days days;
    struct series *series;
    struct wall due;
    size_t count;

    if (!load_series(desk, touch->series_id, arena, &series, err) ||
        !series_exceptions(desk->store, series->id, EXCEPTIONS_MAX, arena, &exceptions,
                           &count, err) ||
        !series_coming(desk->store, series->id, arena, &days, err))
        return false;
    out->turn = series_next(series, &days, exceptions, count, after, &out->day, &due);
    if (out->turn == SERIES_UNKNOWN) {
        if (!learn_days(desk, series, after, arena, &days, err))
            return false;
        out->turn = series_next(series, &days, exceptions, count, after, &out->day, &due);
    }
    if (out->turn == SERIES_NEXT) {
        out->due = desk_wall_there(desk, series->zone, due);
        mark_low(desk, series->id, &days, out->day, after);
    }
    return true;
}

/* As the one before was, but for what belonged to it alone. */
static struct touch next_touch(const struct desk *desk, const struct touch *touch,
                               const struct following *following)
{
    struct touch next = desk_touch_new(desk, touch->contact_id);

    next.channel = touch->channel;
    next.purpose = touch->purpose;
    next.promise = touch->promise;
    next.cause = CAUSE_NEXT;
    next.series_id = touch->series_id;
    next.series_day = following->day;
    next.rule = touch->rule;
    desk_set_due(desk, &next, following->due);
    return next;
}

bool desk_series_go_on(struct desk *desk, const struct touch *touch, struct arena *arena,
                       struct error *err)
{
    struct following following;
    struct contact contact;
    struct touch next;
    int64_t id;

    if (touch->series_id == 0)
        return true;
    if (!desk_load_contact(desk, touch->contact_id, arena, &contact, err))
        return false;
    if (contact.do_not_contact)
        return true;
    if (!follow(desk, touch, arena, &following, err))
        return false;
    if (following.turn != SERIES_NEXT)
        return true;
    next = next_touch(desk, touch, &following);
    return desk_touch_insert(desk, &next, arena, &id, err) &&
           appointment_pass(desk->store, touch->id, id, err);
}

bool desk_series_next(struct desk *desk, const struct touch *touch, struct arena *arena,
                      struct wall *due, struct error *err)
{
    struct following following = {.turn = SERIES_OVER};

    *due = (struct wall){DAY_NONE, MINUTE_NONE};
    if (touch->series_id != 0 && !follow(desk, touch, arena, &following, err))
        return false;
    if (following.turn == SERIES_NEXT)
        *due = following.due;
    return true;
}

/* ---- A touch and its series ---- */

bool desk_series_begin(struct desk *desk, struct touch *touch, struct arena *arena,
                       struct error *err)
{
    struct series series = {
        .rule = touch->rule, .start = touch->due, .zone = touch->zone};

    if (touch->series_id == 0 && touch->rule == NULL)
        return true;
    if (touch->series_id == 0) {
        if (!series_insert(desk->store, arena, &series, err))
            return false;
        touch->series_id = series.id;
        touch->series_day = series.start.day;
        desk->low_series = (struct low_series){series.id, series.start.day};
    }
    return series_join(desk->store, touch->series_id, touch->id, touch->series_day, err);
}

static bool load_repeating(struct desk *desk, int64_t id, struct arena *arena,
                           struct touch *out, struct error *err)
{
    return desk_load_pending(desk, id, arena, out, err) &&
           (out->series_id != 0 ||
            error_set(err, ERROR_USAGE, "this touch does not repeat"));
}

bool desk_touch_drop_in(struct desk *desk, struct touch *touch, struct arena *arena,
                        struct error *err)
{
    desk_touch_close(desk, touch, OUTCOME_DROPPED);
    return touch_update(desk->store, touch, NULL, err) &&
           desk_series_go_on(desk, touch, arena, err);
}

bool desk_series_skip(struct desk *desk, int64_t id, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch;
    bool done = load_repeating(desk, id, arena, &touch, err) &&
                desk_step_begin(desk, err, "skip of %s with %s",
                                channel_name(touch.channel), touch.contact) &&
                desk_step_end(desk, desk_touch_drop_in(desk, &touch, arena, err), err);

    arena_destroy(arena);
    return done;
}

bool desk_series_end(struct desk *desk, int64_t id, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch;
    bool done =
        load_repeating(desk, id, arena, &touch, err) &&
        desk_step_begin(desk, err, "end of %s with %s, %s", channel_name(touch.channel),
                        touch.contact, desk_repeats(arena, &touch)) &&
        desk_step_end(desk, series_leave(desk->store, id, err), err);

    arena_destroy(arena);
    return done;
}

/* ---- Shown before it is planned ---- */

bool desk_series_preview(struct desk *desk, const struct touch *touch,
                         struct arena *arena, const char **words, struct error *err)
{
    const char *text = arena_format(arena, "%s:", desk_repeats(arena, touch));
    day_number *days;
    size_t count;

    if (!worker_occurrences(desk->worker, touch->rule, touch->due.day, touch->due.day - 1,
                            SHOWN_DAYS + 1, arena, &days, &count, err))
        return false;
    for (size_t i = 0; i < count && i < SHOWN_DAYS; i++) {
        struct date date = day_date(days[i]);

        text = arena_format(arena, "%s%s %s %d %s %d", text, i > 0 ? "," : "",
                            day_weekday_name(day_weekday(days[i])), date.mday,
                            day_month_name(date.month), date.year);
    }
    *words = count > SHOWN_DAYS ? arena_format(arena, "%s ...", text) : text;
    return true;
}
