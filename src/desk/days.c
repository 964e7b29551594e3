#include "touchbase/desk/days.h"

#include "desk_private.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/touches.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static int64_t midnight(const struct desk *desk, day_number day)
{
    int64_t utc;

    zone_utc(desk->clock.zone, (struct wall){day, MINUTE_NONE}, &utc);
    return utc;
}

bool desk_day_loads(struct desk *desk, day_number first, size_t count,
                    struct day_load *out, struct error *err)
{
    int64_t start = midnight(desk, first);

    for (size_t i = 0; i < count; i++) {
        day_number day = first + (day_number)i;
        int64_t end = midnight(desk, day + 1), touches;

        if (!touches_count_up_to(desk->store, start, end, DAY_LOAD_MAX, &touches, err))
            return false;
        out[i] =
            (struct day_load){.day = day,
                              .touches = (int)touches,
                              .working = day_is_working(day, desk->settings.holidays)};
        start = end;
    }
    return true;
}

int desk_day_measure(const struct desk *desk)
{
    return desk->settings.plays.rules.day_touches;
}

bool desk_day_touches(struct desk *desk, day_number day, const struct row_key *from,
                      enum window_direction direction, size_t limit, struct arena *arena,
                      struct touch **rows, size_t *count, struct error *err)
{
    int64_t start = midnight(desk, day), end = midnight(desk, day + 1);
    struct row_key before = {start - 1, INT64_MAX}, behind = {end, INT64_MIN};

    if (direction == WINDOW_FORWARD)
        return touches_until(desk->store, end, from != NULL ? from : &before, limit,
                             arena, rows, count, err);
    if (!touches_window(desk->store, from != NULL ? from : &behind, direction, limit,
                        arena, rows, count, err))
        return false;
    for (size_t i = 0; i < *count; i++) {
        if ((*rows)[i].due_utc < start)
            *count = i;
    }
    return true;
}

bool desk_day_absences(struct desk *desk, day_number day, const struct row_key *from,
                       enum window_direction direction, size_t limit, struct arena *arena,
                       struct absence **rows, size_t *count, struct error *err)
{
    return absences_on_day(desk->store, day, from, direction, limit, arena, rows, count,
                           err);
}

bool desk_absence_covers(const struct absence *absence, day_number day)
{
    day_number first =
        absence->first_day != DAY_NONE ? absence->first_day : absence->received_day;

    if (first == DAY_NONE)
        first = (day_number)(absence->created_utc / DAY_SECONDS);
    return absence->state == ABSENCE_FILED && absence->kind == READING_OOO &&
           first <= day && (absence->back == DAY_NONE || absence->back > day);
}

bool desk_cards(struct desk *desk, bool written, const struct row_key *from,
                enum window_direction direction, size_t limit, struct arena *arena,
                struct touch **rows, size_t *count, struct error *err)
{
    return touches_post_window(desk->store, written ? OUTCOME_WRITTEN : OUTCOME_NONE,
                               from, direction, limit, arena, rows, count, err);
}

bool desk_cards_count(struct desk *desk, bool written, day_number until, int *count,
                      struct error *err)
{
    int64_t end = until == DAY_NONE ? INT64_MAX : midnight(desk, until + 1), found = 0;

    if (!touches_post_count(desk->store, written ? OUTCOME_WRITTEN : OUTCOME_NONE, end,
                            DAY_LOAD_MAX, &found, err))
        return false;
    *count = (int)found;
    return true;
}
