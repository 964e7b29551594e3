#include "touchbase/desk/spread.h"

#include <stdlib.h>

#include "desk_private.h"
#include "touchbase/desk/days.h"
#include "touchbase/store/touches.h"

enum { DAYS_AHEAD = 3650 };

/* Days from today on, and how much room each has left. */
struct days {
    struct desk *desk;
    day_number today;
    int measure;
    int *room; /* in arena; of day today + i, for i < count */
    int count;
};

static bool room_on(struct days *days, int ahead, int **room, struct error *err)
{
    while (days->count <= ahead) {
        struct day_load load;
        day_number day = days->today + days->count;

        if (!desk_day_loads(days->desk, day, 1, &load, err))
            return false;
        days->room[days->count] = load.working ? days->measure - load.touches : 0;
        days->count++;
    }
    *room = &days->room[ahead];
    return true;
}

static bool take_room(struct days *days, day_number earliest, day_number *out,
                      struct error *err)
{
    int ahead = earliest > days->today ? (int)(earliest - days->today) : 0;

    for (; ahead < DAYS_AHEAD; ahead++) {
        int *room;

        if (!room_on(days, ahead, &room, err))
            return false;
        if (*room > 0) {
            (*room)--;
            *out = days->today + ahead;
            return true;
        }
    }
    return error_set(err, ERROR_FAILED, "no day of the next ten years has room");
}

/* The hour is kept, but for one that is over. */
static struct wall placed(const struct desk *desk, const struct touch *touch,
                          day_number day)
{
    struct wall to = {day, touch->due.minute}, now = desk_wall(desk);

    if (to.minute != MINUTE_NONE && day == now.day && to.minute <= now.minute)
        to.minute = MINUTE_NONE;
    return to;
}

static int promises_first(const void *a, const void *b)
{
    const struct touch *left = a, *right = b;

    if (left->promise != right->promise)
        return left->promise ? -1 : 1;
    if (left->due_utc != right->due_utc)
        return left->due_utc < right->due_utc ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

static int by_day(const void *a, const void *b)
{
    const struct spread_move *left = a, *right = b;

    if (left->to.day != right->to.day)
        return left->to.day < right->to.day ? -1 : 1;
    return promises_first(left->touch, right->touch);
}

static bool place_all(struct days *days, struct touch *touches, struct spread *out,
                      struct error *err)
{
    struct arena *aside = arena_create();
    bool good = true;

    for (size_t i = 0; i < out->count && good; i++) {
        day_number landing = DAY_NONE, day = days->today;

        good = (channel_is_post(touches[i].channel) ||
                desk_landing(days->desk, touches[i].contact_id, aside, &landing, err)) &&
               take_room(days, landing, &day, err);
        if (good)
            out->moves[i] =
                (struct spread_move){&touches[i], placed(days->desk, &touches[i], day)};
        arena_reset(aside);
    }
    arena_destroy(aside);
    return good;
}

bool desk_spread_plan(struct desk *desk, struct arena *arena, struct spread *out,
                      struct error *err)
{
    struct days days = {
        .desk = desk, .today = desk_today(desk), .measure = desk_day_measure(desk)};
    struct touch *touches;
    int64_t start;

    *out = (struct spread){0};
    zone_utc(desk->clock.zone, (struct wall){days.today, MINUTE_NONE}, &start);
    if (!touches_until(desk->store, start, NULL, SPREAD_MAX + 1, arena, &touches,
                       &out->count, err))
        return false;
    out->more = out->count > SPREAD_MAX;
    out->count = out->more ? SPREAD_MAX : out->count;
    if (out->count == 0)
        return true;
    qsort(touches, out->count, sizeof *touches, promises_first);
    out->moves = arena_array(arena, out->count, sizeof *out->moves);
    days.room = arena_array(arena, DAYS_AHEAD, sizeof *days.room);
    if (!place_all(&days, touches, out, err))
        return false;
    qsort(out->moves, out->count, sizeof *out->moves, by_day);
    return true;
}

size_t spread_days(const struct spread *spread)
{
    size_t days = 0;

    for (size_t i = 0; i < spread->count; i++)
        days += i == 0 || spread->moves[i].to.day != spread->moves[i - 1].to.day;
    return days;
}

static bool move(struct desk *desk, const struct spread_move *move, struct arena *aside,
                 struct error *err)
{
    struct touch stored;

    if (!desk_load_touch(desk, move->touch->id, aside, &stored, err))
        return err->code == ERROR_NOT_FOUND;
    if (stored.outcome != OUTCOME_NONE || stored.due_utc != move->touch->due_utc)
        return true;
    desk_touch_settle(desk, &stored, move->to);
    return touch_update(desk->store, &stored, NULL, err);
}

static bool move_all(struct desk *desk, const struct spread *spread, struct error *err)
{
    struct arena *aside = arena_create();
    bool good = true;

    for (size_t i = 0; i < spread->count && good; i++) {
        good = move(desk, &spread->moves[i], aside, err);
        arena_reset(aside);
    }
    arena_destroy(aside);
    return good;
}

bool desk_spread(struct desk *desk, const struct spread *spread, struct error *err)
{
    size_t days = spread_days(spread);

    return desk_step_begin(desk, err, "%zu touch%s spread over %zu day%s", spread->count,
                           spread->count == 1 ? "" : "es", days, days == 1 ? "" : "s") &&
           desk_step_end(desk, move_all(desk, spread, err), err);
}
