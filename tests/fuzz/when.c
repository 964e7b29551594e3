/* What a person types as a day: the first byte chooses what is known when it is typed,
 * the rest is read whole and as the start of a line. */
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/dates/repeat.h"
#include "touchbase/dates/when.h"

#include "target.h"

enum { MINUTES_A_DAY = 24 * 60 };

static struct when_context context_of(uint8_t choice)
{
    static const struct wall nows[] = {
        {20778, 845}, {20778, 0}, {19782, 1439}, {21184, 600}};
    static const day_number landings[] = {DAY_NONE, 20789};
    return (struct when_context){.now = nows[choice % 4],
                                 .order = (enum date_order)(choice / 4 % 3),
                                 .landing_day = landings[choice / 12 % 2]};
}

static void require_wall(struct wall wall)
{
    require(is_day(wall.day), "what was read is a day of the calendar");
    require(wall.minute == MINUTE_NONE ||
                (wall.minute >= 0 && wall.minute < MINUTES_A_DAY),
            "its time is one of a day");
}

/* Reads text whole; false when it is refused, in words. */
static bool read_whole(const char *text, const struct when_context *context,
                       struct wall *out)
{
    struct error err = {0}, again = {0};
    struct wall second = {DAY_NONE, MINUTE_NONE};
    bool done = when_read(text, context, out, &err);
    require(when_read(text, context, &second, &again) == done &&
                (!done || (second.day == out->day && second.minute == out->minute)) &&
                strcmp(err.text, again.text) == 0,
            "the same words read the same twice");
    if (done)
        require_wall(*out);
    else
        require(err.text[0] != '\0', "what cannot be read is refused in words");
    return done;
}

static void read_start(const char *text, const struct when_context *context, bool whole)
{
    struct error err = {0};
    struct wall wall = {DAY_NONE, MINUTE_NONE};
    size_t used = 1;
    bool done = when_read_prefix(text, context, &wall, &used, &err);
    require(used <= strlen(text), "the words used are within the text");
    require(done || used == 0, "what cannot be read uses no words");
    require(done || err.text[0] != '\0', "what cannot be read is refused in words");
    require(!whole || done, "what reads whole reads as a start");
    if (!done)
        return;
    require_wall(wall);
    require(used > 0, "a day takes words");
}

/* A rule, and what its words come to. */
static void read_rule(const char *text, const struct when_context *context,
                      struct arena *arena)
{
    struct error err = {0};
    struct repeat repeat, again;
    size_t used = 1;
    enum repeat_outcome outcome = repeat_read_prefix(text, context, &repeat, &used, &err);
    require(used <= strlen(text), "the words used are within the text");
    require(outcome != REPEAT_REFUSED || err.text[0] != '\0',
            "what is no rule is refused in words");
    if (outcome != REPEAT_FOUND)
        return;
    require_wall(repeat.first);
    struct when_context then = *context;
    then.now = (struct wall){repeat.first.day - 1, 0};
    const char *words = repeat_words(arena, repeat.rule);
    require(repeat_read(words, &then, &again, &err) == REPEAT_FOUND &&
                strcmp(again.rule, repeat.rule) == 0,
            "the words of a rule read back to it");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct arena *arena = arena_create();
    struct when_context context = context_of(data[0]);
    struct wall wall = {DAY_NONE, MINUTE_NONE};
    const char *text = arena_copy(arena, (const char *)data + 1, size - 1);
    read_start(text, &context, read_whole(text, &context, &wall));
    read_rule(text, &context, arena);
    arena_destroy(arena);
    return 0;
}
