#include "touchbase/desk/zones.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/store/settings.h"
#include "touchbase/store/touches.h"

/* Under this name the desk remembers with which zones its times were derived. */
static const char mark[] = "zones";

enum { SLICE = 500, MARK_SIZE = 20 };

bool desk_zone_follow(struct desk *desk)
{
    bool changed = clock_follow_zone(&desk->clock);

    if (changed)
        desk->renewing = (struct renewing){0};
    return changed;
}

static void fingerprint(const struct desk *desk, char text[MARK_SIZE])
{
    snprintf(text, MARK_SIZE, "%016" PRIx64, zone_fingerprint(desk->clock.zone));
}

/* A touch's own zone, the last one kept open. */
struct deriving {
    const struct desk *desk;
    struct zone *other; /* NULL none */
};

static bool derive(void *context, struct wall due, const char *name, int64_t *utc)
{
    struct deriving *deriving = context;
    const struct zone *zone = deriving->desk->clock.zone;
    struct error ignored;

    if (name != NULL && strcmp(name, zone_name(zone)) != 0) {
        if (deriving->other == NULL || strcmp(zone_name(deriving->other), name) != 0) {
            zone_close(deriving->other);
            deriving->other = zone_open(name, &ignored);
        }
        zone = deriving->other;
    }
    if (zone == NULL) /* gone from this machine: what it said last stands */
        return false;
    zone_utc(zone, due, utc);
    return true;
}

static bool renew_slice(struct desk *desk, struct error *err)
{
    struct deriving deriving = {.desk = desk};
    int64_t last = desk->renewing.after;
    bool good = touches_renew(desk->store, last, SLICE, derive, &deriving, &last, err);

    zone_close(deriving.other);
    desk->renewing.after = last;
    desk->renewing.done = !good || last == 0;
    return good;
}

/* What a desk without a mark was derived with nobody knows: taken as it is. */
static bool begin(struct desk *desk, struct error *err)
{
    struct arena *arena = arena_create();
    const char *stored = NULL;
    char text[MARK_SIZE];
    bool good = setting_get(desk->store, mark, arena, &stored, err);

    fingerprint(desk, text);
    desk->renewing.begun = true;
    desk->renewing.done = !good || stored == NULL || strcmp(stored, text) == 0;
    if (good && stored == NULL)
        good = setting_set(desk->store, mark, text, err);
    arena_destroy(arena);
    return good;
}

bool desk_zones_renew(struct desk *desk, bool *more, struct error *err)
{
    char text[MARK_SIZE];

    *more = false;
    if (desk->renewing.done || desk_read_only(desk))
        return true;
    if (!desk->renewing.begun) {
        if (!begin(desk, err))
            return false;
        *more = !desk->renewing.done;
        return true;
    }
    if (!renew_slice(desk, err))
        return false;
    *more = !desk->renewing.done;
    fingerprint(desk, text);
    return *more || setting_set(desk->store, mark, text, err);
}
