#include "touchbase/desk/morning.h"

#include "desk_private.h"
#include "touchbase/desk/days.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/touches.h"

enum { STEPS_READ = 64, EVENING = 18 * 60, LEFT_PAGES = 3 };

static int64_t utc_of(const struct desk *desk, day_number day, int minute)
{
    int64_t utc;

    zone_utc(desk->clock.zone, (struct wall){day, minute}, &utc);
    return utc;
}

static bool read_promises(struct desk *desk, struct arena *arena,
                          struct morning_touches *out, struct error *err)
{
    int64_t end = utc_of(desk, desk_today(desk) + 1, MINUTE_NONE), all;

    if (!touches_promised(desk->store, end, MORNING_ROWS, arena, &out->rows, &out->count,
                          err) ||
        !touches_promised_count(desk->store, end, DAY_LOAD_MAX, &all, err))
        return false;
    out->all = (int)all;
    return true;
}

/* Post that is due; its window is by due, so what is not yet comes last. */
static bool read_cards(struct desk *desk, bool written, struct arena *arena,
                       struct morning_touches *out, struct error *err)
{
    day_number today = desk_today(desk);

    if (!desk_cards(desk, written, NULL, WINDOW_FORWARD, MORNING_ROWS, arena, &out->rows,
                    &out->count, err) ||
        !desk_cards_count(desk, written, written ? DAY_NONE : today, &out->all, err))
        return false;
    while (!written && out->count > 0 && out->rows[out->count - 1].due.day > today)
        out->count--;
    return true;
}

/* What is left from before a time and stands under no other heading; the first of them,
 * a page read at a time. */
static bool read_left(struct desk *desk, int64_t before_utc, struct arena *arena,
                      struct morning_touches *out, struct error *err)
{
    struct row_key from = {INT64_MIN, INT64_MIN};
    size_t got = MORNING_ROWS;

    out->rows = arena_array(arena, MORNING_ROWS, sizeof *out->rows);
    for (int page = 0; page < LEFT_PAGES && got == MORNING_ROWS; page++) {
        struct touch *rows;

        if (!touches_until(desk->store, before_utc, &from, MORNING_ROWS, arena, &rows,
                           &got, err))
            return false;
        for (size_t i = 0; i < got && out->count < MORNING_ROWS; i++) {
            if (!rows[i].promise && !channel_is_post(rows[i].channel))
                out->rows[out->count++] = rows[i];
        }
        if (out->count == MORNING_ROWS)
            break;
        if (got > 0)
            from = touch_key(&rows[got - 1]);
    }
    return true;
}

static bool read_day(struct desk *desk, struct arena *arena, struct morning *out,
                     struct error *err)
{
    day_number today = desk_today(desk);
    int64_t start = utc_of(desk, today, MINUTE_NONE);
    int64_t end = utc_of(desk, today + 1, MINUTE_NONE), touches, calls, left;

    if (!touches_calls(desk->store, start, end, MORNING_ROWS, arena, &out->calls.rows,
                       &out->calls.count, err) ||
        !read_left(desk, start, arena, &out->left, err) ||
        !touches_count_up_to(desk->store, start, end, DAY_LOAD_MAX, &touches, err) ||
        !touches_calls_count(desk->store, start, end, DAY_LOAD_MAX, &calls, err) ||
        !touches_count_up_to(desk->store, INT64_MIN, start, DAY_LOAD_MAX, &left, err))
        return false;
    out->touches = (int)touches;
    out->calls.all = (int)calls;
    out->left.all = (int)left;
    return true;
}

static day_number last_working_day(const struct desk *desk)
{
    day_number day = desk_today(desk) - 1;

    while (!day_is_working(day, desk->settings.holidays))
        day--;
    return day;
}

static bool read_back(struct desk *desk, struct arena *arena, struct morning *out,
                      struct error *err)
{
    if (!absences_window(desk->store, last_working_day(desk), NULL, WINDOW_FORWARD,
                         MORNING_ROWS, arena, &out->back, &out->back_count, err))
        return false;
    while (out->back_count > 0) {
        const struct absence *last = &out->back[out->back_count - 1];

        if (last->back != DAY_NONE && last->back <= desk_today(desk))
            break;
        out->back_count--;
    }
    return true;
}

static bool read_changed(struct desk *desk, struct arena *arena, struct morning *out,
                         struct error *err)
{
    int64_t since = utc_of(desk, desk_today(desk) - 1, EVENING);
    int count;

    out->changed = arena_array(arena, STEPS_READ, sizeof *out->changed);
    if (!desk_history(desk, 0, STEPS_READ, arena, out->changed, &count, err))
        return false;
    for (int i = 0; i < count && out->changed_count < MORNING_ROWS; i++) {
        const struct desk_step *step = &out->changed[i];

        if (step->made_utc >= since && !step->mine && !step->undone)
            out->changed[out->changed_count++] = *step;
    }
    return true;
}

bool desk_morning(struct desk *desk, struct arena *arena, struct morning *out,
                  struct error *err)
{
    *out = (struct morning){.measure = desk_day_measure(desk)};
    if (!read_promises(desk, arena, &out->promises, err) ||
        !read_cards(desk, false, arena, &out->write, err) ||
        !read_cards(desk, true, arena, &out->post, err) ||
        !read_day(desk, arena, out, err) || !read_back(desk, arena, out, err) ||
        !read_changed(desk, arena, out, err))
        return false;
    out->any = out->promises.all + out->write.all + out->post.all + out->calls.all +
                       out->left.all + out->touches >
                   0 ||
               out->back_count > 0 || out->changed_count > 0;
    return true;
}
