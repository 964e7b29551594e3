#include "touchbase/desk/rings.h"

#include <stdlib.h>

#include "desk_private.h"
#include "touchbase/store/settings.h"
#include "touchbase/store/touches.h"

/* Under this name the desk remembers, beside panes and views, up to when it rang. */
static const char mark[] = "rung-until";

enum { MISSED_SECONDS = 12 * 3600 };

bool desk_rung_until(struct desk *desk, int64_t *utc, struct error *err)
{
    struct arena *arena = arena_create();
    int64_t now = desk_now(desk);
    const char *stored = NULL;
    bool good = setting_get(desk->store, mark, arena, &stored, err);

    /* A mark of a clock that was ahead must not keep everything silent. */
    *utc = good && stored != NULL ? strtoll(stored, NULL, 10) : now + 1;
    if (*utc > now)
        *utc = now - now % 60 - 1;
    if (*utc < now - MISSED_SECONDS)
        *utc = now - MISSED_SECONDS;
    arena_destroy(arena);
    return good;
}

bool desk_rings(struct desk *desk, int64_t after_utc, int64_t until_utc,
                struct arena *arena, struct touch **touches, size_t *count,
                struct error *err)
{
    int64_t lead = (int64_t)desk->settings.plays.rules.promise_minutes * 60;

    return touches_ringing(desk->store, after_utc, until_utc, lead, RINGS_MAX, arena,
                           touches, count, err);
}

bool desk_ring_claim(struct desk *desk, int64_t utc, bool *ours, struct error *err)
{
    *ours = true;
    return desk_read_only(desk) ||
           setting_raise(desk->store, mark, utc, desk_now(desk), ours, err);
}
