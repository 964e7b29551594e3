#include "touchbase/model/parting.h"

static const char *when_words(struct arena *arena, struct wall wall)
{
    char text[WALL_TEXT_SIZE];

    if (wall.day == DAY_NONE)
        return "no time";
    return arena_format(arena, "%s %s", day_weekday_name(day_weekday(wall.day)),
                        wall_format(wall, text));
}

const char *parting_words(struct arena *arena, const struct parting *parting,
                          const char *here_title)
{
    const char *there = when_words(arena, parting->due);
    const char *here = when_words(arena, parting->touch.due);

    switch (parting->kind) {
    case PARTING_OUTCOME:
        return arena_format(arena, "done in the calendar, taken as %s: how did it go?",
                            outcome_name(parting->touch.outcome));
    case PARTING_PROMISE:
        return arena_format(arena, "moved in the calendar to %s, but promised for %s",
                            there, here);
    case PARTING_GONE:
        return arena_format(arena, "deleted in the calendar, here on %s", here);
    default:
        break;
    }
    if (parting->touch.outcome != OUTCOME_NONE)
        here = arena_format(arena, "done (%s)", outcome_name(parting->touch.outcome));
    return arena_format(arena, "changed on both sides: there %s, \"%s\"; here %s, \"%s\"",
                        there, parting->title, here, here_title);
}
