#include "touchbase/desk/rounds.h"

#include <inttypes.h>
#include <stdlib.h>

#include "desk_private.h"
#include "touchbase/store/settings.h"

static const char look_memory[] = "round";
static const char voicemail_memory[] = "voicemail";

/* When the last look was; one of the future, by a clock that was wrong, is of now. */
static bool read_look(struct desk *desk, struct arena *arena, struct wall *out,
                      struct error *err)
{
    const char *text;
    int64_t looked;

    *out = (struct wall){DAY_NONE, MINUTE_NONE};
    if (!setting_get(desk->store, look_memory, arena, &text, err))
        return false;
    looked = text == NULL ? 0 : strtoll(text, NULL, 10);
    if (looked > desk_now(desk))
        looked = desk_now(desk);
    if (looked > 0)
        *out = zone_wall(desk->clock.zone, looked);
    return true;
}

static bool read_voicemail(struct desk *desk, struct arena *arena, int *percent,
                           struct error *err)
{
    const char *text;

    *percent = VOICEMAIL_NONE;
    if (!setting_get(desk->store, voicemail_memory, arena, &text, err))
        return false;
    if (text != NULL)
        voicemail_read(text, percent);
    return true;
}

bool desk_rounds(struct desk *desk, struct desk_rounds *out, struct error *err)
{
    struct arena *arena = arena_create();
    struct wall looked;
    bool good = read_look(desk, arena, &looked, err) &&
                read_voicemail(desk, arena, &out->voicemail, err);

    if (good)
        out->state = rounds_state(&desk->settings.rounds, looked, desk_wall(desk),
                                  desk->settings.holidays);
    arena_destroy(arena);
    return good;
}

static bool keep_number(struct desk *desk, struct arena *arena, const char *name,
                        int64_t number, struct error *err)
{
    return setting_set(desk->store, name, arena_format(arena, "%" PRId64, number), err);
}

bool desk_round_tick(struct desk *desk, const char *text, struct arena *arena,
                     const char **said, struct error *err)
{
    bool is_said = text != NULL && *text != '\0';
    struct desk_rounds before, after;
    int voicemail;

    if (is_said && !voicemail_read(text, &voicemail))
        return error_set(err, ERROR_USAGE,
                         "how full the voicemail box is goes from 0 to 100 %%, not "
                         "\"%s\"",
                         text);
    if (!desk_rounds(desk, &before, err) ||
        (is_said && !keep_number(desk, arena, voicemail_memory, voicemail, err)) ||
        !keep_number(desk, arena, look_memory, desk_now(desk), err) ||
        !desk_rounds(desk, &after, err))
        return false;
    *said = round_ticked_words(arena, &before.state, &after.state);
    if (is_said)
        *said = arena_format(arena, "%s; %s", *said, voicemail_words(arena, voicemail));
    return true;
}
